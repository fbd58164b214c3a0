"""The prose of a message: what a reader sees of it, without the markup around."""

from __future__ import annotations

import re
from functools import lru_cache

LINK = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)")
"""A Markdown link or image: its text, and its target."""
TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9:-]*(?:\s[^<>]*)?/?>")
CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
PLACEHOLDER = re.compile(r"\$?\{[A-Za-z_0-9.]*\}|(?<![\d\w])%(?:\([A-Za-z_]\w*\)|\d+\$)?(?:\.\d+)?[sdifu](?!\w)")
"""`{name}`, `${name}`, `%s`, `%(name)d`, `%1$s`; never the "% o" of "70% of"."""
PERCENT_HOLDER = re.compile(r"%[(\d.sdifu]")
"""How a placeholder with a percent sign begins; in prose a blank, a comma or a full stop stands behind it."""
URL = re.compile(r"\bhttps?://[^\s<>\"”»)]+|\bwww\.[^\s<>\"”»)]+|\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}\b")
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=[\w.!?])_{1,3}(?!\w)|\\(?=[^\w\s])|~~")


_SIGNS = frozenset("`<@{&*_\\~")
_BY_SIGN: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (CODE, ("`",)),
    (TAG, ("<",)),
    (URL, ("://", "www.", "@")),
    (PLACEHOLDER, ("{", "%")),
    (ENTITY, ("&",)),
    (_EMPHASIS, ("*", "_", "\\", "~~")),
)
"""Each kind of markup with the signs that give it away: most texts have none, and are not searched."""


def prose(text: str) -> str:
    """The text with blanks in the place of tags, link targets, code, placeholders and emphasis.

    It is as long as the text, so that a span in one is a span in the other; without any markup it is the very text.
    """
    return _blanked(text) if may_have_markup(text) else text


def may_have_markup(text: str) -> bool:
    """Could there be markup in a text, or in one of its tokens? It has none if not."""
    if not _SIGNS.isdisjoint(text) or "](" in text or "://" in text or "www." in text:
        return True
    return "%" in text and PERCENT_HOLDER.search(text) is not None


@lru_cache(maxsize=4096)
def _blanked(text: str) -> str:
    if "](" in text:
        text = LINK.sub(_link_text, text)
    for pattern, signs in _BY_SIGN:
        if any(sign in text for sign in signs):
            text = pattern.sub(_blank, text)
    return text


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as text."""
    return frozenset(text.split())


@lru_cache(maxsize=4096)
def is_technical(text: str) -> bool:
    """Is it a command, a listing, a file name, rather than prose? One word in five is no word then."""
    words = prose(text).split()
    odd = sum(1 for word in words if _NO_WORD.search(word))
    return bool(words) and odd * 5 >= len(words)


_NO_WORD = re.compile(r"[/_\\=|<>{}$#@~+]|\w[.:]\w|\w-\w+-\w|--\w|[^\W\d_]\d")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _link_text(match: re.Match[str]) -> str:
    before = match.start(1) - match.start()
    return " " * before + match[1] + " " * (match.end() - match.end(1))
