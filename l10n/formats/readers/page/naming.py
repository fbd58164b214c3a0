"""Names for what a reader finds: slugs, chrome ids, and links whose address a capture lost."""

from __future__ import annotations

import re
import unicodedata

# ø, æ, ß and their like have no decomposition in Unicode; å and ö have, and become a and o.
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "œ": "oe"}
)
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_POLICY = re.compile(
    r"\b(?:personvern(?:erklæring|policy|reglar|regler|fråsegn|politikk)(?:ar|er|a|en|ane|ene|i)?"
    r"|(?:integritets|sekretess|personuppgifts|dataskydds)polic(?:yn|y|yer)"
    r"|(?:privatlivs|persondata|databeskyttelses)politik(?:ken|ker)?"
    r"|privacy (?:policy|notice|statement))\b",
    re.IGNORECASE,
)


def slug(text: str, limit: int = 60) -> str:
    """ASCII letters, digits and hyphens, cut between words: `Høyre vil øke støtten` is `hoyre-vil-oke-stotten`."""
    ascii_text = unicodedata.normalize("NFKD", plain(text).translate(_LETTERS)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", ascii_text.lower()))
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:limit]
        if len(longer) > limit:
            break
        name = longer
    return name


def plain(text: str) -> str:
    """Markdown inline without its links: what a page shows."""
    return _LINK.sub(r"\1", text)


def with_privacy_link(text: str) -> str:
    """The text with the name of the privacy policy linked, as it was before a capture flattened it."""
    if _LINK.search(text):
        return text
    return _POLICY.sub(lambda noun: f"[{noun[0]}](privacy)", text, count=1)
