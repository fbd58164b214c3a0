"""Apertium's stream format: plain text into a packet, a packet back into plain text.

The rules are those of https://wiki.apertium.org/wiki/Apertium_stream_format: `[…]` is a superblank, carried along
untouched; `*`, `@` and `#` before a word of the output mark what the dictionaries lack.
"""

from __future__ import annotations

import re

END = "[][\n]"
"""Ends a packet, as with `apertium-destxt`: the sentence is over even where no period says so."""

_RESERVED = re.compile(r"[\[\]{}^$@\\<>/*]")
_SWALLOWED = re.compile(r"[~#*@]+")
"""Signs that stages of the pipe eat, or that look like their marks on the way out; they travel as superblanks."""
_PARTS = re.compile(r"(?P<mark>\\?[*@#])(?P<word>[\w'’.-]*)|\\(?P<char>.)|\[(?P<blank>(?:[^\]\\]|\\.)*)\]", re.DOTALL)
"""A mark is a mark with a backslash too: a sign of the text's own comes back in a superblank."""
_WORD = re.compile(r"\w+")
_LEADING = re.compile(r"[^\w\s]*")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)|(?<=\w)’")


def to_packet(sentence: str) -> str:
    """A sentence, escaped for the pipe."""
    pieces = re.split(f"({_SWALLOWED.pattern})", sentence)
    escaped = [_RESERVED.sub(r"\\\g<0>", piece) for piece in pieces]
    return "".join(f"[{piece}]" if index % 2 else piece for index, piece in enumerate(escaped))


def from_packet(packet: str, sentence: str) -> tuple[str, tuple[str, ...]]:
    """What the engine made of `sentence`, and the words that it did not know (without their marks)."""
    unknown: list[str] = []

    def plain(match: re.Match[str]) -> str:
        if match["char"]:
            return match["char"]
        if match["mark"]:
            word = match["word"].rstrip(".-'’")
            if word:
                unknown.append(word)
            return match["word"]
        return re.sub(r"\\(.)", r"\1", match["blank"], flags=re.DOTALL)

    text = _PARTS.sub(plain, packet).strip()
    return _with_capital(_with_acronyms(_with_apostrophes(text, sentence), sentence), sentence), tuple(unknown)


def _with_acronyms(text: str, sentence: str) -> str:
    """`CO2`, `NATO` and `iPhone` are written as they were, where the engine gave them the case of other words."""
    words = set(_WORD.findall(sentence))
    for word in sorted(words):
        if word[1:] != word[1:].lower() and word.lower() not in words:
            text = re.sub(rf"(?<!\w){word}(?!\w)", word, text, flags=re.IGNORECASE)
    return text


def _with_capital(text: str, sentence: str) -> str:
    """A sentence that began with a capital does so still, where the engine put another word first."""
    if not sentence[:1].isupper():
        return text
    first = _LEADING.match(text)
    start = first.end() if first else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def _with_apostrophes(text: str, sentence: str) -> str:
    """The engine writes ' for ’; give each its own form back where their number tells which is which."""
    wanted = _APOSTROPHE.findall(sentence)
    if "’" not in wanted or len(wanted) != len(_APOSTROPHE.findall(text.replace("'", "’"))):
        return text
    originals = iter(wanted)
    return re.sub(_APOSTROPHE, lambda _: next(originals), text.replace("'", "’"))
