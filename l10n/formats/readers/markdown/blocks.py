"""The blocks of a Markdown body, each with the lines it stands on: what a page around it can be told from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.formats.readers.html.inline import safe_address
from l10n.formats.readers.page.known import KnownChrome
from l10n.formats.readers.page.lines import is_credit
from l10n.segmentation.tokens import parser

if TYPE_CHECKING:
    from markdown_it.token import Token

PARAGRAPH = "paragraph"
ITEM = "list item"
PICTURE = "picture"
OTHER = "other"
"""A quote, a table, code: the story's own, whatever its language."""


@dataclass(frozen=True, slots=True)
class MarkdownBlock:
    """A heading, a paragraph or one line of it, a list item, a picture."""

    kind: str
    """`h1` to `h6`, or one of the kinds above."""
    text: str
    """What is shown of it."""
    start: int
    end: int
    """Its lines in the body, from 0, and without `end`."""
    address: str = ""
    """Where its first link or its picture leads."""
    all_link: bool = False
    """It shows nothing but one link."""


def blocks(body: str, known: KnownChrome) -> list[MarkdownBlock]:
    """In order. A paragraph with a picture, a badge or a known label on a line of its own comes line by line."""
    lines = body.split("\n")
    return [part for block in _blocks(parser().parse(body)) for part in _apart(block, lines, known)]


def _blocks(tokens: Sequence[Token]) -> Iterator[MarkdownBlock]:
    for i, token in enumerate(tokens):
        if token.map is None or token.nesting < 0 or token.type in ("bullet_list_open", "ordered_list_open"):
            continue
        start, end = token.map
        if token.type == "list_item_open" and token.level == 1:
            yield _block(ITEM, start, end, tokens[i : i + 3])
        elif token.level:
            continue
        elif token.type == "heading_open":
            yield _block(token.tag, start, end, [tokens[i + 1]])
        elif token.type == "paragraph_open":
            yield _block(PARAGRAPH, start, end, [tokens[i + 1]])
        elif token.type == "hr":
            yield MarkdownBlock(OTHER, token.markup, start, end)
        else:
            yield _block(OTHER, start, end, tokens[i : i + 8])


def _block(kind: str, start: int, end: int, tokens: Sequence[Token]) -> MarkdownBlock:
    inline = next((token for token in tokens if token.type == "inline"), None)
    if inline is None:
        return MarkdownBlock(kind, " ".join(token.content for token in tokens).strip() or "-", start, end)
    return _shown(MarkdownBlock(kind, "", start, end), inline.children or [])


def _shown(block: MarkdownBlock, children: Sequence[Token]) -> MarkdownBlock:
    text = "".join(" " if child.type in ("softbreak", "hardbreak") else child.content for child in children).strip()
    links = [safe_address(str(child.attrs["href"])) for child in children if child.type == "link_open"]
    pictures = [safe_address(str(child.attrs["src"])) for child in children if child.type == "image"]
    if block.kind == PARAGRAPH and len(children) == 1 and pictures:
        return replace(block, kind=PICTURE, text=text, address=pictures[0])
    whole = len(children) > 2 and (children[0].type, children[-1].type) == ("link_open", "link_close")
    return replace(block, text=text, address=links[0] if links else "", all_link=whole and len(links) == 1)


def _apart(block: MarkdownBlock, lines: Sequence[str], known: KnownChrome) -> Iterator[MarkdownBlock]:
    while block.end > block.start + 1 and not lines[block.end - 1].strip():
        block = replace(block, end=block.end - 1)
    label, colon, rest = block.text.partition(": ")
    if colon and rest and any(piece.context == "heading" for piece in known.pieces(label)):
        yield replace(block, kind=PARAGRAPH, text=f"{label}:", all_link=False)
        yield replace(block, kind=PARAGRAPH, text=rest)
        return
    parts = [_line(lines[at], at) for at in range(block.start, block.end)] if block.kind == PARAGRAPH else []
    if any(part.kind == PICTURE or known.pieces(part.text) or is_credit(part.text) for part in parts):
        yield from parts
    else:
        yield block


def _line(line: str, at: int) -> MarkdownBlock:
    inline = parser().parseInline(line.strip())[0]
    return _shown(MarkdownBlock(PARAGRAPH, "", at, at + 1), inline.children or [])
