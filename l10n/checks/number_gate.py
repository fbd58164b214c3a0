"""What can be said of numbers without reading them: most texts have none, or the very same digits on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from l10n.checks.contract import Fault, Subject
from l10n.checks.fractions import names_part, part_words
from l10n.checks.number_words import counting_words
from l10n.checks.prose import word_set
from l10n.checks.scales import scales
from l10n.checks.spoken_times import says_time, time_words
from l10n.model.finding import Severity
from l10n.model.locale import babel_locale

_DIGITS = re.compile(r"\d+(?:[.,:/-]\d+)*")
_PERCENT = re.compile(r"\d\s{0,2}(?:%|per ?cent|prosent|procent|prozent)", re.IGNORECASE)
MEASURED = word_set("mile miles feet foot ft inch inches pounds lbs acres gallons yards fahrenheit ounces mph degrees")
TIMES = word_set("p.m a.m pm am klokken klokka kl klockan uhr century centuries")


def are_only_digits(subject: Subject) -> bool:
    """True where the same digits stand in the same order, and no word of either text says a number in any way."""
    first, second = subject.languages
    if not (
        _saying(first).isdisjoint(subject.source_vocabulary) and _scaling(second).isdisjoint(subject.target_vocabulary)
    ):
        return False
    if "-" in subject.source_signs and names_part(subject.source_vocabulary):
        return False
    theirs = _DIGITS.findall(subject.source_prose)
    return theirs == _DIGITS.findall(subject.target_prose) and (not theirs or _are_plain(theirs, subject))


@lru_cache
def _scaling(language: str) -> frozenset[str]:
    """Words that change what the digits beside them say: months, times of day, names of large numbers."""
    return frozenset(month_names(language)) | _scales(language) | time_words(language)


@lru_cache
def _saying(language: str) -> frozenset[str]:
    """These, and a source's words for numbers, parts of a whole, and measures that are converted."""
    cardinals, ordinals = counting_words(language)
    return _scaling(language) | cardinals.keys() | ordinals.keys() | part_words(language) | MEASURED | TIMES


def is_plainly_same(subject: Subject) -> bool:
    """True where the same digits stand in the same order, and no word on either side changes their value."""
    source, target = subject.source_prose, subject.target_prose
    theirs, ours = _DIGITS.findall(source), _DIGITS.findall(target)
    if theirs != ours:
        return False
    first, second = subject.languages
    if _months(subject.source_words, first) != _months(subject.target_words, second):
        return False
    if _says_time(subject):
        return False
    if not theirs:
        return True
    if not MEASURED.isdisjoint(subject.source_vocabulary) or not TIMES.isdisjoint(subject.source_vocabulary):
        return False
    if not _scales(first).isdisjoint(subject.source_vocabulary) or not _scales(second).isdisjoint(
        subject.target_vocabulary
    ):
        return False
    return _are_plain(theirs, subject)


def _are_plain(numbers: list[str], subject: Subject) -> bool:
    """Is none of them a decimal, a time or a part of a name, and are as many percentages?"""
    source, target = subject.source_prose, subject.target_prose
    if not all(map(str.isdigit, numbers)) or JOINED.search(source + target):
        return False
    return len(_PERCENT.findall(source)) == len(_PERCENT.findall(target))


def _months(words: list[str], language: str) -> list[int]:
    known = month_names(language)
    return [] if known.keys().isdisjoint(words) else [known[word] for word in words if word in known]


JOINED = re.compile(r"\d(?:-?[^\W\d_]|(?<=[^\W\d_]\d)|(?<=[^\W\d_]-\d)|(?<='\d)\d)")
"""Digits that touch letters: G7, 300m, F-35. It begins with its digit, so that `re` skips what is none."""


def respelled(subject: Subject) -> Iterator[Fault]:
    """A number word that has become another one: nine, seks; second, tredje."""
    source, target = subject.languages
    if _says_time(subject) or not MEASURED.isdisjoint(subject.source_vocabulary):
        return
    for theirs, ours in zip(counting_words(source), counting_words(target), strict=True):
        if not ours or theirs.keys().isdisjoint(subject.source_vocabulary):
            continue
        said = [theirs[word] for word in subject.source_words if word in theirs]
        written = [ours[word] for word in subject.target_words if word in ours]
        if theirs is counting_words(source)[0] and len(said) == 2 and written == said[::-1] != said:
            yield from _words_moved(subject)
        digits = set(map(int, re.findall(r"\d{1,3}", subject.source_prose + " " + subject.target_prose)))
        if "decade" in subject.source_vocabulary or "decades" in subject.source_vocabulary:
            written = [value for value in written if value % 10]  # ten years, twenty years
        lost = [value for value in said if value not in written and value not in digits]
        new = [value for value in written if value not in said and value not in digits]
        if len(lost) == len(new) == 1 and len(said) == len(written):
            word = next(word for word in subject.source_words if theirs.get(word) == lost[0])
            other = next(word for word in subject.target_words if ours.get(word) == new[0])
            yield Fault(Severity.ERROR, f"“{word}” has become “{other}”.", f"Write the value of “{word}”.")


def _words_moved(subject: Subject) -> Iterator[Fault]:
    """Twelve boys and nine girls, ni gutter og tolv jenter."""
    known = counting_words(subject.languages[0])[0]
    first, second = (word for word in subject.source_words if word in known)
    if re.search(
        rf"\b{first}\b[^.,;:!?]{{1,40}}\band\b[^.,;:!?]{{0,25}}\b{second}\b", subject.source_prose, re.IGNORECASE
    ):
        text = f"“{first}” and “{second}” stand in the other order than in the source."
        yield Fault(Severity.WARNING, text, "See that each number says what it said.")


def _says_time(subject: Subject) -> bool:
    source, target = subject.languages
    return says_time(subject.source_prose, subject.source_vocabulary, source) or says_time(
        subject.target_prose, subject.target_vocabulary, target
    )


@lru_cache
def month_names(language: str) -> dict[str, int]:
    """The months' names and abbreviations in lower case, with their numbers."""
    names = babel_locale(language).months
    return {
        word.rstrip(".").lower(): number
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, word in names[form][width].items()
        if len(word) > 2
    }


@lru_cache
def _scales(language: str) -> frozenset[str]:
    return frozenset(part for name in scales(language) for part in name.split())
