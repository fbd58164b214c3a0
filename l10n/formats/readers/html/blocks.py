"""An HTML page as blocks of text in reading order, each with its element and its inline markup as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree
from lxml.etree import _Element

from l10n.errors import InvalidInputError
from l10n.formats.readers.html.areas import SITE, area, is_hidden
from l10n.formats.readers.html.inline import (
    IMAGES,
    SKIPPED,
    SPACE,
    cell_markup,
    escaped_text,
    is_data_table,
    is_inline,
    markup,
    visible,
)
from l10n.formats.readers.page.shapes import SENTENCE, shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of text that the page shows as one piece, or a picture with the words that stand for it."""

    element: _Element = field(repr=False)
    """What holds it; for a picture the `img`."""
    text: str
    markup: str
    links: tuple[tuple[str, str], ...] = ()
    """(text, address) of each link in it."""

    @property
    def is_picture(self) -> bool:
        return self.element.tag in IMAGES

    @property
    def line(self) -> int:
        return self.element.sourceline or 1


def parse_page(text: str) -> _Element:
    """The page's tree. Raises InvalidInputError where there is nothing in it, or more than the parser takes."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise InvalidInputError("no-text", "there is no text in it.")
    if any("Excessive depth" in error.message for error in parser.error_log):
        raise InvalidInputError(
            "nested-too-deeply",
            "its elements stand more than 255 deep in each other.",
            hint="Bring it as a capture: select all, copy.",
        )
    return root


def is_cut_off(text: str) -> bool:
    """It ends within a tag, or the page that it opens is never closed."""
    opened = re.search(r"<(?:html|body)\b", text, re.IGNORECASE)
    closed = re.search(r"</(?:html|body)\s*>", text, re.IGNORECASE)
    return text.rfind("<") > text.rfind(">") or (opened is not None and closed is None)


def blocks(root: _Element) -> list[Block]:
    """All blocks that can be seen, in reading order."""
    found: list[Block] = []
    for block in _walk(root):
        if block.text and found and (found[-1].element.tag, block.element.tag) == ("dt", "dd"):
            found[-1] = _defined(found[-1], block)
        elif block.text:
            found.append(block)
    return found


def _walk(node: _Element) -> Iterator[Block]:
    run = _Run(node)
    run.add_text(node.text)
    for child in node:
        if not isinstance(child.tag, str) or child.tag in SKIPPED or is_hidden(child):
            pass
        elif child.tag == "br":
            if run.after_break():
                yield run.block()
                run = _Run(node)
            run.breaks += 1
        elif child.tag in IMAGES:
            yield _picture(child)
        elif child.tag == "table" and is_data_table(child):
            yield run.block()
            run = _Run(node)
            yield _table(child)
        elif is_inline(child) and not _stands_alone(child, node):
            yield from (_picture(image) for image in child.iter(*IMAGES))
            run.add(child)
        else:
            yield run.block()
            run = _Run(node)
            yield from _walk(child)
        run.add_text(child.tail)
    yield run.block()


class _Run:
    """Inline content on its way to a block."""

    def __init__(self, element: _Element) -> None:
        self.element = element
        self.texts: list[str] = []
        self.marks: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.breaks = 0

    def add_text(self, text: str | None) -> None:
        if text and text.strip():
            self._space_after_break()
        if text:
            self.texts.append(text)
            self.marks.append(escaped_text(text))

    def add(self, child: _Element) -> None:
        self._space_after_break()
        self.texts.append("".join(visible(child)))
        self.marks.append(markup(child, self.links))

    def after_break(self) -> bool:
        """The second of two breaks in a row begins a new block."""
        return self.breaks > 0

    def block(self) -> Block:
        text, markup = (SPACE.sub(" ", "".join(parts)).strip() for parts in (self.texts, self.marks))
        return Block(element=self.element, text=text, markup=markup, links=tuple(self.links))

    def _space_after_break(self) -> None:
        if self.breaks:
            self.texts.append(" ")
            self.marks.append(" ")
        self.breaks = 0


def _defined(term: Block, meaning: Block) -> Block:
    """`2016: The first cell is made.`: a year alone would be data of the page."""
    text, markup = (f"{a.rstrip(':')}: {b}" for a, b in ((term.text, meaning.text), (term.markup, meaning.markup)))
    return Block(element=meaning.element, text=text, markup=markup, links=term.links + meaning.links)


def _picture(image: _Element) -> Block:
    text = SPACE.sub(" ", image.get("alt", "")).strip()
    return Block(element=image, text=text, markup=text)


def _stands_alone(node: _Element, parent: _Element) -> bool:
    """A link or a label with no words around it, one of several or in the site's own parts: a menu entry, a badge."""
    words = [parent.text, *(child.tail for child in parent)]
    if parent.tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6") or any(text and text.strip() for text in words):
        return False
    if area(node) == SITE:
        return True
    return len(parent) > 1 and not _is_running_text(parent)


def _is_running_text(parent: _Element) -> bool:
    """Its parts, each in an element of its own, are one text: a sentence among them, and every seam inside one."""
    if not all(is_inline(child) and child.tag not in ("br", *IMAGES) for child in parent):
        return False
    parts = ["".join(visible(child)) for child in parent]
    return any(shape(part.strip()) == SENTENCE for part in parts) and all(_reads_on(a, b) for a, b in pairwise(parts))


def _reads_on(part: str, below: str) -> bool:
    """A blank at the seam, a small letter or a mark after it, a long text without its full stop, or two sentences."""
    if part.endswith((" ", "\u00a0")) or below.startswith((" ", "\u00a0")):
        return True
    before, after = part.strip(), below.strip()
    if not after or after[0].islower() or after[0] in ",.;:!?)”’":
        return True
    if shape(before) != SENTENCE:
        return False
    return not before.endswith((".", "!", "?", "”", '"')) or shape(after) == SENTENCE


def _table(table: _Element) -> Block:
    """The whole table as one block; Markdown has no cells that span, so short rows are filled up."""
    links: list[tuple[str, str]] = []
    rows = [[cell_markup(cell, links) for cell in row.iter("td", "th")] for row in table.iter("tr")]
    width = max(len(row) for row in rows)
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    markup = "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])
    text = SPACE.sub(" ", "; ".join(" ".join(cell.itertext()) for cell in table.iter("td", "th"))).strip()
    return Block(element=table, text=text, markup=markup, links=tuple(links))
