"""Words with a capital in their places, and whether the other text has anything that could be one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from l10n.checks.contract import Subject
from l10n.checks.dictionary import Dictionary
from l10n.checks.exonyms import EXONYMS
from l10n.checks.function_words import small_words
from l10n.checks.spelling import by_ear, fold
from l10n.checks.sure_names import bare
from l10n.checks.tokens import Learnt

SHORTEST = 3
"""Letters of a name."""
_WORD = re.compile(r"(?<![\w&%@/.«“\"])[^\W\d_]+(?:[’'-][^\W\d_]+)*(?![\w&@/])")
_START = re.compile(r"(?:^|[.!?…:;=\n])[\s\"“”«»„‘’'(–—-]*$|[–—]\s$|\s\s$")
"""Before a word: there a capital says nothing."""
_DOES = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w’'-]+ (?:[A-Z][\w’'-]+ ){0,2}(?:and [A-Z]|"
    r"(?:has|had|is|was|will|would|won|beat|lost|did|said|[a-z]+[a-rt-z]s)\b|"
    r"[a-z]{3,}ed (?:an?|the|its|his|her|to|on|in|for|that|off|out|[\dA-Z]))"
)
_DEFINITE = ("en", "et", "ene", "ens", "ets", "enes")
_BEGINNING = 3
"""Letters that a name and its translation have in common, nearly always."""
_PART = 5
"""Letters of a compound's last part."""
_ALIKE = 60
"""Of 100, by ear."""
_NO_NAMES = frozenset({"internett", "internet"})


class Name(NamedTuple):
    """A word with a capital, in its place, without an English genitive."""

    word: str
    start: int
    end: int
    is_first: bool
    """It begins a sentence or a line."""


@lru_cache(maxsize=1024)
def names_in(text: str) -> tuple[Name, ...]:
    """The words with a capital, of three letters and more, that are no part of a file name or a title in quotes."""
    return tuple(
        Name(bare(match[0]), match.start(), match.end(), _START.search(text, 0, match.start()) is not None)
        for match in _WORD.finditer(text)
        if match[0][0].isupper() and len(match[0]) >= SHORTEST
    )


def beside(run: Sequence[Name], names: Sequence[Name], text: str, side: int) -> Name | None:
    """The name right before (-1) or behind (1) a run of names."""
    for name in names:
        between = text[name.end : run[0].start] if side < 0 else text[run[-1].end : name.start]
        if between == " " and (name.end <= run[0].start if side < 0 else name.start >= run[-1].end):
            return name
    return None


def begins_with_a_subject(text: str) -> bool:
    """Does an English text begin with who does something: “Beyoncé opens”? Not “Disable the timer”."""
    return _DOES.match(text) is not None


def is_name(word: str, known: Dictionary) -> bool:
    """The dictionary has it with a capital alone."""
    return known.has(word) and not known.has(word.lower())


def may_be_name(word: str, known: Dictionary, *, is_first: bool) -> bool:
    """The dictionary has it with a capital alone; or, inside a sentence, not at all, as word or compound."""
    lower = word.lower()
    if known.has(lower) or lower.removesuffix("s") in small_words("nb") or lower in _NO_NAMES:
        return False
    if known.has(word) or known.has(word.removesuffix("s")):
        return True
    return not is_first and not _is_definite(lower, known) and not known.is_made_of_others(lower)


def _is_definite(word: str, known: Dictionary) -> bool:
    """Fremskrittspartiet, whose last part is a word: what is called by its kind has a name in each language."""
    return word.endswith(_DEFINITE) and any(known.has(word[at:]) for at in range(1, len(word) - _PART + 1))


@lru_cache
def perhaps_names(known: Dictionary) -> Learnt[tuple[str, ...]]:
    """The words of a token that may be a name of the locale's language, without what is joined by a hyphen."""

    def within(token: str) -> tuple[str, ...]:
        words = (match[0] for match in _WORD.finditer(token) if match[0][0].isupper() and len(match[0]) >= SHORTEST)
        firsts = (bare(word).partition("-")[0] for word in words)
        return tuple(word for word in firsts if not word.isupper() and may_be_name(word, known, is_first=False))

    return Learnt(within, sees_numbers=False)


def is_gone(word: str, subject: Subject) -> bool:
    """Does nothing in the translation begin or sound as a name does, or as Bokmål's own for a place?"""
    places = EXONYMS.get(word.lower())
    if places:
        return not any(written.startswith(fold(own)) for own in places for written in _folded(subject.target_prose))
    begins = fold(word)[:_BEGINNING] in _beginnings(subject.target_prose)
    return not begins and not _is_heard(word, subject.target_prose)


def is_new(word: str, subject: Subject) -> bool:
    """Does nothing in the source begin or sound as a word of the translation does, or is a place of that name?"""
    folded = fold(word)
    if folded[:_BEGINNING] in _beginnings(subject.source_prose):
        return False
    if any(folded.startswith(fold(own)) for place in subject.source_vocabulary for own in EXONYMS.get(place, ())):
        return False
    return not _is_heard(word, subject.source_prose)


@lru_cache(maxsize=256)
def _folded(text: str) -> tuple[str, ...]:
    return tuple(map(fold, _WORD.findall(text)))


@lru_cache(maxsize=256)
def _beginnings(text: str) -> frozenset[str]:
    """How its words begin, and the parts of words with hyphens."""
    return frozenset(part[:_BEGINNING] for word in _folded(text) for part in word.split("-"))


def _is_heard(word: str, text: str) -> bool:
    """Is there a word with a capital that sounds much like it?"""
    from rapidfuzz import fuzz

    heard = by_ear(fold(word))
    return any(fuzz.ratio(heard, by_ear(fold(name.word)), score_cutoff=_ALIKE) >= _ALIKE for name in names_in(text))
