"""Text ⇄ the inline content of XLIFF 1.2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element  # reading what xml_units built
from xml.sax.saxutils import escape  # writing only: nothing is parsed with it

from l10n.formats.inline_codes import Code, InlineCodes
from l10n.segmentation.placeholders import Kind

UNWRITABLE = re.compile("([\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff])")
_CODE_POINT = "x-cp"
_TAGS = {Kind.ATOM: "ph", Kind.OPEN: "bpt", Kind.CLOSE: "ept"}
_HOLDERS = frozenset({"ph", "bpt", "ept", "it", "mrk", "sub"})
"""Elements whose content is text of the unit."""


class BrokenCodeError(Exception):
    """An inline code that stands for nothing we wrote."""


class Inline:
    """Writes source and target of one unit."""

    def __init__(self) -> None:
        self._codes = InlineCodes()

    def source(self, text: str) -> str:
        """The content of a `source`."""
        return _content(text, self._codes.source(text))

    def target(self, text: str) -> str:
        """The content of a `target`; call it after `source`."""
        return _content(text, self._codes.target(text))


def _content(text: str, codes: list[Code]) -> str:
    out: list[str] = []
    cursor = 0
    for code in codes:
        out.append(plain(text[cursor : code.start]))
        out += _pieces(text[code.start : code.end], f'{_TAGS[code.kind]} id="{code.number}"', _TAGS[code.kind])
        cursor = code.end
    return "".join([*out, plain(text[cursor:])])


def _pieces(text: str, start: str, end: str) -> Iterator[str]:
    """A code; in several elements where a character of it is one of its own."""
    for at, piece in enumerate(UNWRITABLE.split(text)):
        if at % 2:
            yield _code_point(piece)
        elif piece:
            yield f"<{start}>{_escaped(piece)}</{end}>"
            start, end = f"ph id={start.partition('id=')[2]}", "ph"


def plain(text: str) -> str:
    """Text as XML, with a code of its own for each character that XML cannot hold."""
    pieces = UNWRITABLE.split(text)
    return "".join(_code_point(piece) if at % 2 else _escaped(piece) for at, piece in enumerate(pieces))


def _escaped(text: str) -> str:
    # a carriage return that is not a reference is read as a line feed (XML 1.0, section 2.11)
    return escape(text, {"\r": "&#13;"})


def _code_point(char: str) -> str:
    return f'<ph id="cp" ctype="{_CODE_POINT}">{ord(char):04X}</ph>'


def text_of(content: Element) -> str:
    """The text of a `source` or a `target`. Raises BrokenCodeError for a code that does not hold its text."""
    parts = [content.text or ""]
    for child in content:
        parts += [_code(child), child.tail or ""]
    return "".join(parts)


def _code(code: Element) -> str:
    if code.tag not in _HOLDERS:
        raise BrokenCodeError(f"its inline code {code.get('id', '')} stands for nothing.")
    text = text_of(code)
    if code.get("ctype") != _CODE_POINT:
        return text
    try:
        char = chr(int(text, 16))
        char.encode()
    except (ValueError, OverflowError):  # half a surrogate pair is a ValueError too
        raise BrokenCodeError(f"it holds no character {text!r}.") from None
    return char
