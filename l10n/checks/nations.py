"""A nation that has become another one: Austria, Australia; a Danish soldier, en nederlandsk soldat.

    Dutch police arrested four men.      → Nederlandsk politi pågrep fire menn.     right
    Moscow denies responsibility.        → Russland nekter for å ha stått bak.      right: a capital for its country
    Negotiators from Latvia arrived.     → Forhandlere fra Litauen kom.             wrong
    Prices have risen in Sweden.         → Prisene har steget i Stockholm.          wrong: less than the country

Countries are CLDR's, their people and adjectives stand in nation_table.py. A nation that is only gone, or has only
come, may be told otherwise (“the prime minister”, “Storbritannias statsminister”): it takes both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from l10n.checks.contract import Fault, Subject
from l10n.checks.nation_words import (
    BOKMAL,
    ENGLISH,
    NOBODY,
    Named,
    countries,
    english_names,
    in_bokmal,
    in_english,
    perhaps_in_bokmal,
    sure_in_bokmal,
)
from l10n.model.finding import Severity

_LANGUAGES = frozenset({"nb", "nn"})
_IN, _FROM = (
    re.compile(r"(?<!\w)(?:i|fra|utenfor) $", re.IGNORECASE),
    re.compile(r"(?<!\w)(?:in|from) $", re.IGNORECASE),
)
"""“Moscow said” is Russia, “in Russia” is more than Moscow."""


def swapped_nations(subject: Subject) -> Iterator[Fault]:
    """A nation of the source that is gone, where one has come that nothing in the source tells of."""
    if subject.languages[0] != "en" or subject.languages[1] not in _LANGUAGES:
        return
    theirs = NOBODY.union(*map(ENGLISH.__getitem__, subject.source_tokens))
    if not theirs or theirs.issuperset(NOBODY.union(*map(BOKMAL.__getitem__, subject.target_tokens))):
        return
    named, written = list(in_english(subject.source_prose)), list(in_bokmal(subject.target_prose))
    lost = [one for one in named if one.is_sure and not _is_told(one, written)]
    come = [one for one in written if one.is_sure and not _is_told(one, named)]
    if lost and come:
        yield _fault(Severity.ERROR, lost[0], come[0])
        return
    for capital in written:
        whole = [one for one in named if one.codes & capital.codes]
        is_named = not whole or any(one.is_sure and one.codes & capital.codes for one in written)
        if is_named or not _is_capital(capital) or not _IN.search(subject.target_prose, 0, capital.start):
            continue
        if all(_FROM.search(subject.source_prose, 0, one.start) for one in whole):
            yield _fault(Severity.WARNING, whole[0], capital)
            return


def is_country(word: str) -> bool:
    """Is it a country's name in Bokmål, with its capital, or its genitive?"""
    return bool(countries(word))


def lost_nations(subject: Subject) -> frozenset[str]:
    """The source's words for nations that nothing in the translation tells of."""
    if not any(map(ENGLISH.__getitem__, subject.source_tokens)):
        return NOBODY
    written = list(in_bokmal(subject.target_prose))
    return frozenset(one.word for one in in_english(subject.source_prose) if one.is_sure and not _is_told(one, written))


def nations_of(word: str, language: str = "nb") -> bool:
    """Is a word of English or Bokmål a nation, its people or its adjective?"""
    return bool(sure_in_bokmal(word)) if language == "nb" else word.lower() in english_names()


def tells_of_nations(word: str, subject: Subject) -> bool:
    """Does a name of Bokmål, as a capital does, tell of a nation that the source names or tells of?"""
    told = perhaps_in_bokmal(word)
    return bool(told) and any(one.codes & told for one in in_english(subject.source_prose))


def tells_of_nation(name: str, subject: Subject) -> bool:
    """Does the source name the country that a name of Bokmål is?"""
    codes = countries(name)
    return any(one.codes & codes for one in in_english(subject.source_prose))


def _fault(severity: Severity, lost: Named, come: Named) -> Fault:
    text = f"“{lost.word}” has become “{come.word}”."
    return Fault(severity, text, "Name what the source names.", (come.start, come.start + len(come.word)))


def _is_told(one: Named, others: Iterable[Named]) -> bool:
    """Does any of the others tell of the same nation, or stand there as it does?"""
    return any(one.codes & other.codes or one.word == other.word for other in others)


def _is_capital(one: Named) -> bool:
    return any(code.startswith("@") for code in one.codes)
