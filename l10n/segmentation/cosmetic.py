"""What a reader sees of a text, without its cosmetics: two texts with one face say the same (law 5)."""

from __future__ import annotations

import html
import re
import unicodedata
from itertools import count
from typing import NamedTuple

_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(([^()\s]*(?: \"[^\"]*\")?)\)")
_HARD_BREAK = re.compile(r"\\\n")
# Only tags that never change what a text says: <sup> makes 10² of 102, <s> takes a word back, <q> adds quotation
# marks, and <name> may be a word to be typed. An attribute may hold words (title) or hide them (style).
_TAG = re.compile(
    r"</?(?:em|strong|b|i|u|span|code|kbd|var|small|mark|cite)(?:\s+(?:class|id|lang|dir)=\"[^\"<>]*\")*\s*>",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?<!`)(`+)(?!`)([^`]+)\1(?!`)")
# `snake_case_names` and `2*3*4` hold no emphasis.
_EMPHASIS = re.compile(r"(?<![^\W_])(\*\*|__|\*|_)(?=[^\s*_])((?:(?!\1).)+?)(?<=\S)\1(?![^\W_])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_SPACE = re.compile(r"\s+")
_SIGN = re.compile(r"(?<!\S)[-\u2010-\u2013\u2212](?=\d)")
# A dash parts, a hyphen joins: "a man - eating shark" is not "a man-eating shark". Between digits both are a range.
# Two hyphens before a word may be an option to be typed (--force), and stay.
_RANGE = re.compile(r"(?<=\d)\s*(?:-{1,3}|[\u2010-\u2015\u2212])\s*(?=\d)")
_DASH = re.compile(r"(?:^|\s+)(?:-{1,3}|[\u2012\u2013\u2212])(?:\s+|$)|\s*[\u2014\u2015]\s*|(?<=[^\s-])-{2,3}(?!-)\s*")
_HYPHEN = re.compile("[\u2010-\u2013\u2212]")
_BEFORE_UNIT = re.compile(r"(?<=\d) (?=[%\u2030°])|(?<=[$€£¥]) (?=\d)")
_DOUBLE = re.compile("[\"\u201c-\u201f\u2033«»]|``|''")
_SINGLE = re.compile("['`\u00b4\u2018-\u201b\u2032\u2039\u203a]")
# After a digit a quote may be feet or inches, so there single and double stay apart.
_QUOTE = re.compile(r"(?<!\d)\"")
# Private-use characters stand for what must not be folded any further.
_MINUS, _PARTING, _KEPT = "\ue000", "\ue001", re.compile("\ue002(\\d+)\ue003")


class Face(NamedTuple):
    """A text as it reads, and its links: which words lead where. A translation repeats or translates those."""

    words: str
    links: tuple[tuple[str, str], ...] = ()


def face(text: str) -> Face:
    """Fold quotation marks, dashes, spaces, entities and inline markup; letters, digits and punctuation stay.

    What stands as code is to be typed as it stands, so only its marks are folded away.
    """
    if text.isascii() and text.isalnum():
        return Face(text)
    links = tuple((face(label).words, target) for label, target in _LINK.findall(text))
    text = _LINK.sub(r"\1", text)
    code = [re.sub(r"[\r\n]+", " ", match[2]) for match in _CODE.finditer(text)]
    numbers = count()
    text = _CODE.sub(lambda _: f"\ue002{next(numbers)}\ue003", text)
    text = _TAG.sub("", _HARD_BREAK.sub(" ", text))
    for _ in range(3):  # bold in italic in bold
        text, changed = _EMPHASIS.subn(r"\2", text)
        if not changed:
            break
    text = html.unescape(_ESCAPE.sub(r"\1", text))
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).replace("…", "...")
    text = _SPACE.sub(" ", text).strip()
    text = _DASH.sub(_PARTING, _RANGE.sub("-", _SIGN.sub(_MINUS, text)))
    text = _HYPHEN.sub("-", text).replace(_MINUS, "-").replace(_PARTING, " \u2013 ").strip()
    text = _QUOTE.sub("'", _SINGLE.sub("'", _DOUBLE.sub('"', text)))
    text = _BEFORE_UNIT.sub("", text)
    return Face(_KEPT.sub(lambda match: code[int(match[1])] if int(match[1]) < len(code) else "", text), links)
