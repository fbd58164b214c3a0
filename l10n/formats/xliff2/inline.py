"""Text ⇄ XLIFF's inline content: what a translator must not change becomes codes, and comes back exactly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element  # reading what xml_units built
from xml.sax.saxutils import escape  # writing only: nothing is parsed with it

from l10n.formats.inline_codes import Code, InlineCodes
from l10n.segmentation.placeholders import Kind

UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 has no way to write (section 2.2); XLIFF has `cp` for it."""
_TYPES = {"[": "link", "![": "image", "**": "fmt", "*": "fmt", "_": "fmt", "~~": "fmt"}
_TRANSPARENT = frozenset({"mrk", "sm", "em"})
"""Annotations that a tool may put around words."""


class BrokenCodeError(Exception):
    """An inline code that stands for nothing we wrote."""


class Inline:
    """Writes source and target of one unit, with the text of each code once in `data`."""

    def __init__(self) -> None:
        self.data: dict[str, str] = {}
        """Text of a code → its id in `originalData`."""
        self._codes = InlineCodes()

    def source(self, text: str) -> str:
        """The content of a `source`."""
        return self._content(text, self._codes.source(text))

    def target(self, text: str) -> str:
        """The content of a `target`; call it after `source`."""
        return self._content(text, self._codes.target(text))

    def _content(self, text: str, codes: list[Code]) -> str:
        out: list[str] = []
        cursor = 0
        for code in codes:
            out += [plain(text[cursor : code.start]), self._tag(code)]
            cursor = code.end
        return "".join([*out, plain(text[cursor:])])

    def _tag(self, code: Code) -> str:
        if code.kind is Kind.CLOSE:
            return "</pc>"
        refs = [self.data.setdefault(text, f"d{len(self.data) + 1}") for text in code.texts]
        if code.kind is Kind.ATOM:
            return f'<ph id="{code.number}" dataRef="{refs[0]}"/>'
        its_type = f' type="{_TYPES[code.texts[0]]}"' if code.texts[0] in _TYPES else ""
        return f'<pc id="{code.number}" dataRefStart="{refs[0]}" dataRefEnd="{refs[1]}"{its_type}>'


def plain(text: str) -> str:
    """Text as XML, with `cp` for characters that XML cannot hold."""
    # a carriage return that is not a reference is read as a line feed (XML 1.0, section 2.11)
    return UNWRITABLE.sub(lambda found: f'<cp hex="{ord(found[0]):04X}"/>', escape(text, {"\r": "&#13;"}))


def text_of(content: Element, data: Mapping[str, str]) -> str:
    """The text of a `source`, a `target` or a `data` element; `data` is the unit's original data by id.

    Raises BrokenCodeError for a code whose text is not there.
    """
    parts = [content.text or ""]
    for child in content:
        parts += [_code(child, data), child.tail or ""]
    return "".join(parts)


def _code(code: Element, data: Mapping[str, str]) -> str:
    if code.tag == "cp":
        return _code_point(code.get("hex", ""))
    if code.tag == "pc":
        start, end = (_original(code, name, data) for name in ("dataRefStart", "dataRefEnd"))
        return start + text_of(code, data) + end
    if code.tag in ("ph", "sc", "ec"):
        return _original(code, "dataRef", data)
    if code.tag in _TRANSPARENT:
        return text_of(code, data)
    raise BrokenCodeError(f"it holds a <{code.tag}>, which is no inline code.")


def _original(code: Element, name: str, data: Mapping[str, str]) -> str:
    found = data.get(code.get(name, ""))
    if found is None:
        raise BrokenCodeError(f"its inline code {code.get('id') or code.get('startRef') or ''} stands for nothing.")
    return found


def _code_point(digits: str) -> str:
    try:
        char = chr(int(digits, 16))
        char.encode()
    except (ValueError, OverflowError):  # half a surrogate pair is a ValueError too
        raise BrokenCodeError(f"it holds no character {digits!r}.") from None
    return char
