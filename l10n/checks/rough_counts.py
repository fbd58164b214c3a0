"""Large numbers that are only named: several billion, hundreds of thousands, millions.

hundreds of thousands of people   → flere hundre tusen mennesker     right
hundreds of thousands of people   → flere tusen mennesker            wrong
several billion euros             → flere millioner euro             wrong
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from l10n.checks.contract import Fault, Subject
from l10n.checks.number_words import number_words
from l10n.checks.respelled import is_in_kroner
from l10n.model.finding import Severity

_SCALES = {
    "en": {"thousand": 3, "million": 6, "billion": 9, "trillion": 12},
    "nb": {"tusen": 3, "million": 6, "milliard": 9, "billion": 12, "trillion": 18},
}
# what stands before the name of a large number, and the power of ten that it adds
_BEFORE = {
    "en": {"tens of": 1, "dozens of": 1, "several hundred": 2, "hundreds of": 2, "": 0},
    "nb": {"ti": 1, "titalls": 1, "flere ti": 1, "hundre": 2, "hundretalls": 2, "hundrevis av": 2, "flere hundre": 2,
           "": 0},
}  # fmt: skip
_BARE = {
    "en": {"dozens": 1, "hundreds": 2, "several hundred": 2, "a few hundred": 2},
    "nb": {"dusinvis": 1, "titalls": 1, "snesevis": 1, "hundrevis": 2, "hundretalls": 2, "flere hundre": 2},
}
"""Counts that are no names of large numbers, with their powers of ten."""
_VAGUE = {"en": "several|many|(?:a )?few|some", "nb": "flere|mange|noen|et par"}
_ENDINGS = {"en": "s?", "nb": "(?:er|ene|vis)?"}
_COUNTING = re.compile(r"(\d|[^\W\d_]+)(?:-|\s)$")
"""Right before the name of a large number: what may count it."""


def other_rough_count(subject: Subject) -> Iterator[Fault]:
    """The only large number that the source names without a count, and another one in its place."""
    source, target = subject.languages
    if source != "en" or target != "nb" or is_in_kroner(subject):
        return
    theirs, ours = _rough_counts(subject.source_prose, source), _rough_counts(subject.target_prose, target)
    if len(theirs) == len(ours) == 1 and theirs[0][0] != ours[0][0]:
        lost, new = theirs[0][1], ours[0][1]
        text = f"“{lost[0]}” has become “{new[0]}”."
        yield Fault(Severity.ERROR, text, f"Write as many as “{lost[0]}” are.", new.span())


def _rough_counts(text: str, language: str) -> list[tuple[int, re.Match[str]]]:
    """Each with its power of ten; an amount is none."""
    found = []
    for match in _pattern(language).finditer(text):
        counting = _COUNTING.search(text, 0, match.start())
        if counting is None or not (counting[1].isdecimal() or counting[1].lower() in _counting_words(language)):
            found.append((_power(match, language), match))
    return found


def _power(match: re.Match[str], language: str) -> int:
    if match["bare"]:
        return _BARE[language][match["bare"].lower()]
    return _SCALES[language][match["scale"].lower()] + _BEFORE[language][(match["before"] or "").lower().strip()]


@lru_cache
def _counting_words(language: str) -> frozenset[str]:
    return frozenset(number_words(language)) | {"a", "én", "per", "i", "in"}


@lru_cache
def _pattern(language: str) -> re.Pattern[str]:
    before = "|".join(sorted(filter(None, _BEFORE[language]), key=len, reverse=True))
    scales = "|".join(_SCALES[language])
    return re.compile(
        rf"(?<!\w)(?:(?:(?:{_VAGUE[language]})\s)?(?P<before>(?:{before})\s?)?(?P<scale>{scales}){_ENDINGS[language]}|"
        rf"(?P<bare>{'|'.join(_BARE[language])}))(?!\w)",
        re.IGNORECASE,
    )
