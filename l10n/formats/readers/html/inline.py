"""Inline HTML as Markdown that means the same: emphasis, links that lead somewhere, and every sign as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from l10n.formats.readers.html.areas import is_hidden
from l10n.formats.readers.page.markup import escaped

SKIPPED = frozenset(
    """
    script style noscript template svg iframe title object video audio canvas math
    """.split()  # noqa: SIM905 - words in lines, not in a column
)
IMAGES = ("img", "amp-img")
_INLINE = frozenset(
    """
    a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup
    time u var wbr br img amp-img picture source
    """.split()  # noqa: SIM905 - words in lines, not in a column
)
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
SPACE = re.compile(r"\s+")
_ADDRESS = re.compile(r"(?:https?://|mailto:|/|#|\.|\?)?[^\s<>:\"']*$|https?://[^\s<>\"]+$|mailto:[^\s<>\"]+$", re.I)


def safe_address(address: str | None) -> str:
    """The address of a link or picture if it leads to a page or file; empty for scripts and other schemes."""
    address = (address or "").strip()
    return address.replace("(", "%28").replace(")", "%29") if _ADDRESS.match(address) else ""


def is_inline(node: _Element) -> bool:
    return node.tag in _INLINE and all(is_inline(child) for child in node if isinstance(child.tag, str))


def is_data_table(table: _Element) -> bool:
    """Rows and columns of inline text; a table that lays out a page holds blocks."""
    cells = list(table.iter("td", "th"))
    widths = [len(row) for row in table.iter("tr")]
    inline = all(is_inline(child) for cell in cells for child in cell if isinstance(child.tag, str))
    return inline and len(widths) > 1 and max(widths) > 1


def cell_markup(cell: _Element, links: list[tuple[str, str]]) -> str:
    inner = escaped_text(cell.text) + "".join(markup(child, links) + escaped_text(child.tail) for child in cell)
    return inner.strip().replace("|", "\\|")


def visible(node: _Element) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if isinstance(child.tag, str) and child.tag not in SKIPPED and not is_hidden(child):
            yield " " if child.tag == "br" else ""
            yield from visible(child)
        yield child.tail or ""


def markup(node: _Element, links: list[tuple[str, str]]) -> str:
    inner = escaped_text(node.text)
    for child in node:
        if child.tag == "br":
            inner += " "
        elif isinstance(child.tag, str) and child.tag not in SKIPPED and not is_hidden(child):
            inner += markup(child, links)
        inner += escaped_text(child.tail)
    text = inner.strip()
    if not text:
        return inner
    marked = text
    if node.tag == "a":
        address = safe_address(node.get("href"))
        links.append(("".join(visible(node)).strip(), address))
        if address:
            marked = f"[{text}]({address})"
    elif node.tag in _MARKS:
        marked = f"{_MARKS[node.tag]}{text}{_MARKS[node.tag]}"
    return inner.replace(text, marked, 1)


def escaped_text(text: str | None) -> str:
    """Text with its marks escaped; the blanks at its ends are kept, for words stand on both sides."""
    flat = SPACE.sub(" ", text or "")
    core = flat.strip()
    return flat.replace(core, escaped(core), 1) if core else flat
