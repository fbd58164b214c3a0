"""What a reader sees of a text, without its cosmetics: two texts with one face say the same (law 5)."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import NamedTuple

_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(([^()\s]*(?: \"[^\"]*\")?)\)")
_HARD_BREAK = re.compile(r"\\\n")
# Only tags that never change what a text says: <sup> makes 10² of 102, and <name> may be a word to be typed.
_TAG = re.compile(r"</?(?:em|strong|b|i|u|s|span|code|small|mark|cite|q|abbr)(?:\s[^<>]*)?>", re.IGNORECASE)
_EMPHASIS = re.compile(r"(\*\*|__|\*|_|`)(?=[^\s*_`])((?:(?!\1).)+?)(?<=\S)\1")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_SPACE = re.compile(r"\s+")
_SIGN = re.compile(r"(?<!\S)[-\u2010-\u2015\u2212](?=\d)")
_DASH = re.compile(r"\s*[\u2013-\u2015\u2212]\s*|\s+-+\s+|\s*--+\s*|[\u2010-\u2012]")
_BEFORE_UNIT = re.compile(r"(?<=\d) (?=[%\u2030°])|(?<=[$€£¥]) (?=\d)")
_DOUBLE = re.compile("[\"\u201c-\u201f«»]|``|''")
_SINGLE = re.compile("['`\u00b4\u2018-\u201b\u2039\u203a]")
# After a digit a quote may be feet or inches, so there single and double stay apart.
_QUOTE = re.compile(r"(?<!\d)\"")
_MINUS = "\ue000"  # a private-use character keeps a minus sign from being read as a dash


class Face(NamedTuple):
    """A text as it reads, and where its links lead (with their titles): a translation repeats or translates those."""

    words: str
    targets: tuple[str, ...] = ()


def face(text: str) -> Face:
    """Fold quotation marks, dashes, spaces, entities and inline markup; letters, digits and punctuation stay."""
    if text.isascii() and text.isalnum():
        return Face(text)
    targets = tuple(match[2] for match in _LINK.finditer(text))
    text = _TAG.sub("", _LINK.sub(r"\1", _HARD_BREAK.sub(" ", text)))
    for _ in range(3):  # bold in italic in code
        text, changed = _EMPHASIS.subn(_unmark, text)
        if not changed:
            break
    text = html.unescape(_ESCAPE.sub(r"\1", text))
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).replace("…", "...")
    text = _SPACE.sub(" ", text).strip()
    text = _DASH.sub("-", _SIGN.sub(_MINUS, text)).replace(_MINUS, "-")
    text = _QUOTE.sub("'", _SINGLE.sub("'", _DOUBLE.sub('"', text)))
    return Face(_BEFORE_UNIT.sub("", text), targets)


def _unmark(match: re.Match[str]) -> str:
    """The text inside a pair of marks; `snake_case_names` and `2*3*4` hold no emphasis."""
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    if before.isalnum() or after.isalnum():
        return match[0]
    return match[2]
