"""Amounts as they are mostly written, compared without looking for all else that numbers can be.

    4.2 billion, 18%, 1,300   → 4,2 milliarder, 18 prosent, 1300

That takes a tenth of the time of `quantities.read`, which also knows dates, times of day, names and number words.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from l10n.checks.contract import Subject
from l10n.checks.number_gate import JOINED, MEASURED, TIMES, month_names
from l10n.checks.number_reading import reading_of, value_of
from l10n.checks.number_words import number_words
from l10n.checks.prose import word_set
from l10n.checks.quantities import PERCENT_BEHIND
from l10n.checks.spoken_times import time_words

_OTHERWISE = re.compile(r"\d(?::\d|\s?[-–/]\s?\d|\s?[ap]\.?m\b|[.,]\d+[.,]\d)", re.IGNORECASE)
"""A time of day, a date, a range, a release: no plain amount."""
_CLOCK = re.compile(r"\d\.\d\d(?!\d)")
"""A time of day where decimals have a comma."""
_LARGER = word_set("grand basis basispunkt basispunkter")


def are_same_amounts(subject: Subject) -> bool:
    """True where both texts have the same amounts in the same order, and nothing that makes them anything else."""
    if not all(map(number_words, subject.languages)):
        return False
    theirs = _plain_amounts(subject.source_prose, subject.source_language, subject.source_vocabulary)
    return theirs is not None and theirs == _plain_amounts(
        subject.target_prose, subject.locale, subject.target_vocabulary
    )


def _plain_amounts(text: str, locale: str, vocabulary: frozenset[str]) -> list[tuple[Decimal, bool]] | None:
    """Each with whether it is a percentage; None where a number may be something else than an amount."""
    if not _other_words(locale.partition("-")[0]).isdisjoint(vocabulary):
        return None
    reading = reading_of(locale)
    if _OTHERWISE.search(text) or JOINED.search(text) or (reading.decimal == "," and _CLOCK.search(text)):
        return None
    found = []
    for match in reading.number.finditer(text):
        value, end = value_of(match[0], reading.decimal), match.end()
        if scale := reading.scale.match(text, end):
            value, end = value * reading.scale_of(scale), scale.end()
        found.append((value, PERCENT_BEHIND.match(text, end) is not None))
    return found


@lru_cache
def _other_words(language: str) -> frozenset[str]:
    """Words that make dates, times and measures of the numbers beside them."""
    return frozenset(month_names(language)) | time_words(language) | TIMES | MEASURED | _LARGER
