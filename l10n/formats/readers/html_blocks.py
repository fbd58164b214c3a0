"""An HTML page as blocks of text in reading order, each with its element and its inline markup as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from l10n.errors import InvalidInputError
from l10n.formats.readers.html_areas import SITE, area, is_hidden
from l10n.formats.readers.markup import escaped

_SKIPPED = frozenset(
    ["script", "style", "noscript", "template", "svg", "iframe", "head", "object", "video", "audio", "canvas", "math"]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
        "br",
        "img",
        "picture",
        "source",
    ]
)
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_SPACE = re.compile(r"\s+")
_ADDRESS = re.compile(r"(?:https?://|mailto:|/|#|\.|\?)?[^\s<>:\"']*$|https?://[^\s<>\"]+$|mailto:[^\s<>\"]+$", re.I)


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
        return bool(self.element.tag == "img")

    @property
    def line(self) -> int:
        return self.element.sourceline or 1


def parse_page(text: str) -> _Element:
    """The page's tree. Raises InvalidInputError where there is nothing in it."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise InvalidInputError("there is no text in it.")
    return root


def blocks(root: _Element) -> list[Block]:
    """All blocks that can be seen, in reading order."""
    return [block for block in _walk(root) if block.text]


def safe_address(address: str | None) -> str:
    """The address of a link or picture if it leads to a page or file; empty for scripts and other schemes."""
    address = (address or "").strip()
    return address.replace("(", "%28").replace(")", "%29") if _ADDRESS.match(address) else ""


def _walk(node: _Element) -> Iterator[Block]:
    run = _Run(node)
    run.add_text(node.text)
    for child in node:
        if not isinstance(child.tag, str) or child.tag in _SKIPPED or is_hidden(child):
            pass
        elif child.tag == "br":
            if run.after_break():
                yield run.block()
                run = _Run(node)
            run.breaks += 1
        elif child.tag == "img":
            yield _picture(child)
        elif child.tag == "table" and _is_data(child):
            yield run.block()
            run = _Run(node)
            yield _table(child)
        elif _is_inline(child) and not _stands_alone(child, node):
            yield from (_picture(image) for image in child.iter("img"))
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
            self.marks.append(_escaped(text))

    def add(self, child: _Element) -> None:
        self._space_after_break()
        self.texts.append("".join(_visible(child)))
        self.marks.append(_markup(child, self.links))

    def after_break(self) -> bool:
        """The second of two breaks in a row begins a new block."""
        return self.breaks > 0

    def block(self) -> Block:
        text, markup = (_SPACE.sub(" ", "".join(parts)).strip() for parts in (self.texts, self.marks))
        return Block(element=self.element, text=text, markup=markup, links=tuple(self.links))

    def _space_after_break(self) -> None:
        if self.breaks:
            self.texts.append(" ")
            self.marks.append(" ")
        self.breaks = 0


def _picture(image: _Element) -> Block:
    text = _SPACE.sub(" ", image.get("alt", "")).strip()
    return Block(element=image, text=text, markup=text)


def _is_data(table: _Element) -> bool:
    """Rows and columns of inline text; a table that lays out a page holds blocks."""
    cells = list(table.iter("td", "th"))
    widths = [len(row) for row in table.iter("tr")]
    inline = all(_is_inline(child) for cell in cells for child in cell if isinstance(child.tag, str))
    return inline and len(widths) > 1 and max(widths) > 1


def _table(table: _Element) -> Block:
    """The whole table as one block; Markdown has no cells that span, so short rows are filled up."""
    links: list[tuple[str, str]] = []
    rows = [[_cell(cell, links) for cell in row.iter("td", "th")] for row in table.iter("tr")]
    width = max(len(row) for row in rows)
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    markup = "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])
    text = _SPACE.sub(" ", "; ".join(" ".join(cell.itertext()) for cell in table.iter("td", "th"))).strip()
    return Block(element=table, text=text, markup=markup, links=tuple(links))


def _cell(cell: _Element, links: list[tuple[str, str]]) -> str:
    inner = _escaped(cell.text) + "".join(_markup(child, links) + _escaped(child.tail) for child in cell)
    return inner.strip().replace("|", "\\|")


def _is_inline(node: _Element) -> bool:
    return node.tag in _INLINE and all(_is_inline(child) for child in node if isinstance(child.tag, str))


def _stands_alone(node: _Element, parent: _Element) -> bool:
    """A link or a label with no words around it, one of several or in the site's own parts: a menu entry, a badge."""
    words = [parent.text, *(child.tail for child in parent)]
    if parent.tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6") or any(text and text.strip() for text in words):
        return False
    return len(parent) > 1 or area(node) == SITE


def _visible(node: _Element) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if isinstance(child.tag, str) and child.tag not in _SKIPPED and not is_hidden(child):
            yield " " if child.tag == "br" else ""
            yield from _visible(child)
        yield child.tail or ""


def _markup(node: _Element, links: list[tuple[str, str]]) -> str:
    inner = _escaped(node.text)
    for child in node:
        if child.tag == "br":
            inner += " "
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED and not is_hidden(child):
            inner += _markup(child, links)
        inner += _escaped(child.tail)
    text = inner.strip()
    if not text:
        return inner
    marked = text
    if node.tag == "a":
        address = safe_address(node.get("href"))
        links.append(("".join(_visible(node)).strip(), address))
        if address:
            marked = f"[{text}]({address})"
    elif node.tag in _MARKS:
        marked = f"{_MARKS[node.tag]}{text}{_MARKS[node.tag]}"
    return inner.replace(text, marked, 1)


def _escaped(text: str | None) -> str:
    """Text with its marks escaped; the blanks at its ends are kept, for words stand on both sides."""
    flat = _SPACE.sub(" ", text or "")
    core = flat.strip()
    return flat.replace(core, escaped(core), 1) if core else flat
