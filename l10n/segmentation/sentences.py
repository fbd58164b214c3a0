"""Passages into sentences, for machines that translate one at a time. Rather too few cuts than one too many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from l10n.segmentation.abbreviations import ABBREVIATIONS, MAY_END, MONTHS, ORDINAL_LANGUAGES, SAYING, STARTERS

Span = tuple[int, int]

_CANDIDATE = re.compile(r"[.!?…]+[\"'”’»«)\]]*(?=\s|$)|[。！？]+[」』）]*")
_OPENER = re.compile(r"[\"'“‘«»„(\[¿¡–—-]*\s?")
_LAST_WORD = re.compile(r"[\w.&-]*$")
_FIRST_WORD = re.compile(r"\w+")
_LINE_BREAK = re.compile(r"\\?\n\s*")
_CLOSED_BEFORE_PARTICLE = re.compile(r"[とってのはがをに]")
"""「…。」と述べた: a Japanese quotation that goes on with a particle has not ended its sentence."""


def spans(text: str, language: str = "en") -> list[Span]:
    """Where the sentences stand, as [start, end). What lies between them is white space and line breaks only.

    An unknown language gets English abbreviations. A line break always ends a sentence.
    """
    found: list[Span] = []
    begin = 0
    for line_end, next_line in _lines(text):
        found += _spans_of_line(text, begin, line_end, language)
        begin = next_line
    return found


def split(text: str, language: str = "en") -> list[str]:
    """The sentences themselves."""
    return [text[start:end] for start, end in spans(text, language)]


def replace_spans(text: str, at: Sequence[Span], texts: Sequence[str]) -> str:
    """The text with another in the place of each span; what stands between them keeps every blank."""
    out: list[str] = []
    cursor = 0
    for (start, end), new in zip(at, texts, strict=True):
        out += [text[cursor:start], new]
        cursor = end
    return "".join([*out, text[cursor:]])


def _lines(text: str) -> Iterator[Span]:
    """(end of this line, start of the next) for each line; a Markdown hard break is `\\` and a newline."""
    for match in _LINE_BREAK.finditer(text):
        yield match.span()
    yield len(text), len(text)


def _spans_of_line(text: str, begin: int, end: int, language: str) -> Iterator[Span]:
    base = language.replace("_", "-").partition("-")[0]
    start = _skip_blanks(text, begin, end)
    for match in _CANDIDATE.finditer(text, start, end):
        if match.end() < end and _goes_on(text[start : match.start()], match[0], text[match.end() : end], base):
            continue
        yield start, match.end()
        start = _skip_blanks(text, match.end(), end)
    rest = text[start:end].rstrip()
    if rest:
        yield start, start + len(rest)


def _skip_blanks(text: str, begin: int, end: int) -> int:
    return begin + len(text[begin:end]) - len(text[begin:end].lstrip())


def _goes_on(before: str, mark: str, after: str, language: str) -> bool:
    """Is this punctuation inside a sentence?"""
    after = after.lstrip()
    if not after:
        return False
    if mark[0] in "。！？":
        return bool(_CLOSED_BEFORE_PARTICLE.match(after))
    opener = _OPENER.match(after)
    following = after[opener.end() if opener else 0 :]
    first = _FIRST_WORD.match(following)
    first_word = first[0] if first else ""
    is_lower = following[:1].islower()
    if mark[-1] in "»”\"’'" and (is_lower or first_word.lower() in SAYING):
        return True
    if mark[0] != "." or mark.startswith(".."):
        return is_lower
    return is_lower or (mark == "." and _is_abbreviation(before, first_word, language))


def _is_abbreviation(before: str, first_word: str, language: str) -> bool:
    match = _LAST_WORD.search(before)
    word = match[0].lower() if match else ""
    if re.fullmatch(r"\d{1,2}", word) and language in ORDINAL_LANGUAGES:
        return first_word.lower() in MONTHS
    if re.fullmatch(r"[^\W\d_]", word) and language in ("en", "nb", "nn", "da", "sv") and word not in ("i", "å", "ö"):
        return True  # an initial: J. Smith
    if word not in ABBREVIATIONS.get(language, ABBREVIATIONS["en"]):
        return False
    starts_sentence = first_word[:1].isupper() and first_word.lower() in STARTERS
    return not (word in MAY_END and starts_sentence)
