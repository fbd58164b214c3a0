"""The translatable passages of a Markdown body, each with its role and its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from l10n.segmentation.tokens import MAX_NESTING, parse_body, parser

if TYPE_CHECKING:
    from markdown_it.token import Token

_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")
_LONE_IMAGE = re.compile(r"!\[((?:[^\[\]\\]|\\.)+)\]\([^()\s]*(?: \"[^\"]*\")?\)")
_MAYBE_DEEP = re.compile(rf"\n[ \t>*+\-\d.)]{{{MAX_NESTING // 4},}}")
"""No element opens without a mark or indentation, at most four a sign (a tab): shorter margins need no look."""
_PLAIN_BLOCK = re.compile(
    r"(#{1,6} |> )?((?:[^\W\d_]|\d(?!\d{0,8}[.)](?:\s|$))|[“”«»‘’'\"(])[^\n]*"
    r"(?:\n[^\W\d_][^\n]*)*)(?:\n\n+|\n?\Z)|([\s\S]+)"
)
"""A heading, a quote or a paragraph whose lines begin with nothing that Markdown takes for a sign; or anything else."""
_OPENS_NOTHING = frozenset("“”«»‘’'\"(")
"""On one line, what begins with these or with a letter is a paragraph."""
_NUMBERED = re.compile(r"(\d{1,9})(?=[.)](?:\s|$))")


class Passage(NamedTuple):
    """One message of a body: `body[start:end]` is its source, `text` the same on one line."""

    context: str
    """`paragraph`, `heading`, `list item`, `quote`, `table cell` or `image alt`."""
    text: str
    start: int
    end: int
    token: int
    """The index of its inline token in `parse_body(body)`."""


def too_deep(body: str) -> int | None:
    """The line, from 1, of a list or quote nested so deeply that the parser would drop its content; None for none."""
    if not _MAYBE_DEEP.search("\n" + body):
        return None
    try:
        tokens = parser().parse(body)
    except RecursionError:
        return 1
    opened = (token for token in tokens if token.nesting == 1 and token.level + 1 >= MAX_NESTING)
    return next((token.map[0] + 1 for token in opened if token.map), None)


@lru_cache(maxsize=16)
def passages(body: str) -> tuple[Passage, ...]:
    """The passages in reading order. Code and pure markup have none. A build asks for each body many times over."""
    plain = _plain_passages(body)
    return tuple(_passages(body, parse_body(body).tokens)) if plain is None else plain


def _plain_passages(body: str) -> tuple[Passage, ...] | None:
    """The passages of a body of plain blocks, found without the parser; None for any other."""
    if "\0" in body or "\r" in body:
        return None
    found: list[Passage] = []
    token = 1
    for block in _PLAIN_BLOCK.finditer(body):
        mark, text, other = block.groups()
        if other or (mark and ("\n" in text or text.endswith(("#", " ", "\t")))):
            return None
        context = "paragraph" if not mark else "heading" if mark[0] == "#" else "quote"
        content, start = text.rstrip(" \t"), block.start(2)
        if content[-1].isspace():
            return None
        token += context == "quote"
        found.append(Passage(context, unwrap(content), start, start + len(content), token))
        token += 4 if context == "quote" else 3
    return tuple(found)


def _passages(body: str, tokens: Iterable[Token]) -> Iterator[Passage]:
    starts = [0, *(match.end() for match in re.finditer("\n", body))]
    containers: list[str] = []
    cursor = 0
    for index, token in enumerate(tokens):
        if token.nesting == 1:
            containers.append(token.type)
        elif token.nesting == -1:
            containers.pop()
        elif token.type == "inline" and token.map and token.content.strip():
            begin = max(cursor, starts[token.map[0]])
            span = _locate(body, token.content, begin)
            if span is None:
                continue
            cursor = span[1]
            image = _LONE_IMAGE.fullmatch(token.content.strip())
            if image:
                at = span[0] + body[span[0] : span[1]].index(image[1])
                yield Passage("image alt", image[1], at, at + len(image[1]), index)
            else:
                yield Passage(_context(containers), unwrap(token.content), *span, index)


def _locate(body: str, content: str, begin: int) -> tuple[int, int] | None:
    """Where an inline token's lines stand in the body, after list and quote marks were taken off by the parser."""
    start = end = None
    for line in content.split("\n"):
        for form in (line, line.replace("|", "\\|")):
            at = body.find(form, begin)
            if at >= 0:
                break
        else:
            return None
        start = at if start is None else start
        begin = end = at + len(form)
    return None if start is None or end is None else (start, end)


def _context(containers: list[str]) -> str:
    innermost = containers[-1]
    if innermost == "heading_open":
        return "heading"
    if innermost in ("th_open", "td_open"):
        return "table cell"
    if "list_item_open" in containers:
        return "list item"
    return "quote" if "blockquote_open" in containers else "paragraph"


def unwrap(content: str) -> str:
    """A passage on one line: where its source is wrapped must not matter. Hard breaks stay, as backslashes."""
    if "\n" not in content:
        return content.strip()
    lines = content.split("\n")
    joined = [_HARD_BREAK.sub("\\\\\n", line) if _HARD_BREAK.search(line) else line + " " for line in lines[:-1]]
    return "".join(part if part.endswith("\n") else part.rstrip() + " " for part in joined) + lines[-1].strip()


def replace_passages(body: str, texts: dict[Passage, str]) -> str:
    """The body with the given passages' texts in their place; all else keeps its bytes."""
    for passage in sorted(texts, key=lambda p: -p.start):
        text = texts[passage]
        if text != passage.text:
            if passage.context == "table cell":
                text = text.replace("|", "\\|")
            elif passage.context != "image alt":
                text = as_inline(text)
            body = body[: passage.start] + text + body[passage.end :]
    return body


def as_inline(text: str) -> str:
    """The text, escaped at its start if Markdown would take it for a list, heading or quote.

    Norwegian dates make this a real case: a paragraph that begins "15. desember" is no numbered list.
    """
    if (text[:1].isalpha() or text[:1] in _OPENS_NOTHING) and "\n" not in text:
        return text
    tokens = parser().parse(text)
    if not tokens or tokens[0].type == "paragraph_open":
        return text
    numbered = _NUMBERED.match(text)
    return f"{numbered[1]}\\{text[numbered.end() :]}" if numbered else "\\" + text
