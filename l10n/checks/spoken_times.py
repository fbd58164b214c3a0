"""Times of day in words: “half past seven” is “halv åtte” in Norwegian and “halb acht” in German."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from l10n.checks.number_words import number_words
from l10n.checks.prose import word_set
from l10n.checks.quantity import TIME, Quantity, take

_MINUTES: dict[str, dict[str, int]] = {
    "en": {"half past": 30, "quarter past": 15, "quarter to": -15},
    "nb": {"halv": -30, "kvart over": 15, "kvart på": -15},
    "nn": {"halv": -30, "kvart over": 15, "kvart på": -15},
    "da": {"halv": -30, "kvart over": 15, "kvart i": -15},
    "sv": {"halv": -30, "kvart över": 15, "kvart i": -15},
    "de": {"halb": -30, "Viertel nach": 15, "Viertel vor": -15},
}
"""What stands before the hour, and the minutes that it adds: half to eight, where English says half past seven."""
_MINUTES_IN_WORDS = {
    "en": re.compile(r"\b(?P<minutes>five|ten|twenty|twenty-five)\s(?P<side>past|to)\s(?P<half>(?!))?(?P<hour>\w+)\b"),
    "nb": re.compile(r"\b(?P<minutes>fem|ti|tjue)\s(?P<side>over|på)\s(?P<half>halv\s)?(?P<hour>\w+)\b"),
}
_AFTER = ("past", "over")
_SIGNS = {"en": word_set("past quarter"), "de": word_set("halb viertel")}
_NORDIC_SIGNS = word_set("halv kvart")


def time_words(language: str) -> frozenset[str]:
    """Words one of which stands in each time of day that the language says in words; none where we know of none."""
    return _SIGNS.get(language, _NORDIC_SIGNS) if language in _MINUTES else frozenset()


def says_time(text: str, vocabulary: frozenset[str], language: str) -> bool:
    """Does the text, which has these words, say a time of day in words?"""
    if time_words(language).isdisjoint(vocabulary):
        return False
    return _pattern(language)[0].search(text) is not None


def spoken_times(text: str, language: str, taken: bytearray) -> Iterator[Quantity]:
    """Each as minutes on a 12-hour dial; its span is claimed in `taken`."""
    if language not in _MINUTES:
        return
    if language in _MINUTES_IN_WORDS:
        yield from _minutes_in_words(text, language)
    pattern, hours = _pattern(language)
    for match in pattern.finditer(text):
        if take(taken, *match.span()):
            minutes = hours[match["hour"].casefold()] * 60 + _MINUTES[language][match["part"]]
            yield Quantity(Decimal(minutes % 720), TIME, match[0], match.span())


def _minutes_in_words(text: str, language: str) -> Iterator[Quantity]:
    """“twenty to eleven”, which may be a range as well: never certain, and nothing is claimed."""
    _, hours = _pattern(language)
    for match in _MINUTES_IN_WORDS[language].finditer(text):
        if match["hour"] in hours:
            minutes = number_words(language)[match["minutes"]] * (1 if match["side"] in _AFTER else -1)
            hour = hours[match["hour"]] * 60 - (30 if match["half"] else 0)
            yield Quantity((hour + Decimal(minutes)) % 720, TIME, match[0], match.span(), is_certain=False)


@lru_cache
def _pattern(language: str) -> tuple[re.Pattern[str], dict[str, int]]:
    hours = {
        word: int(value)
        for word, value in number_words(language).items()
        if 1 <= value <= 12 and value == int(value) and word not in ("et", "en", "ei", "eit", "ein", "first", "both")
    }
    return re.compile(rf"(?<!\w)(?P<part>{'|'.join(_MINUTES[language])})\s(?P<hour>{'|'.join(hours)})(?!\w)"), hours
