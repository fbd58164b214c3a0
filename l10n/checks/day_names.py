"""Days of the week, and today and tomorrow, are the source's.

on Tuesday   → tirsdag                right
on Tuesday   → torsdag                wrong
tomorrow     → i går                  wrong

Days are CLDR's for every locale. A day that is left out, or written as a date, is nobody's fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from l10n.checks.clues import Look, Pair
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.tokens import Learnt
from l10n.model.finding import Category, Severity
from l10n.model.locale import babel_locale

_MORE_FORMS = {
    "de": r"(?:s|en|abend|nacht|morgen|vormittag|nachmittag)?",
    "en": r"(?:s|['’]s)?",
    "nb": r"(?:er|en|ens|s|ene)?(?:s?(?:kveld|natt|morgen|formiddag|ettermiddag)(?:en|s)?)?",
    "nn": r"(?:ar|en|s|ane)?(?:s?(?:kveld|natt|morgon|føremiddag|ettermiddag)(?:en|s)?)?",
    "da": r"(?:e|en|ens|s|ene)?(?:s?(?:aften|nat|morgen|formiddag|eftermiddag)(?:en|s)?)?",
    "sv": r"(?:ar|en|ens|s|arna)?(?:s?(?:kväll|natt|morgon|förmiddag|eftermiddag)(?:en|s)?)?",
}
_RELATIVE: dict[str, dict[str, str]] = {
    "en": {"yesterday": r"yesterday", "today": r"today|tonight|this (?:morning|afternoon|evening)",
           "tomorrow": r"tomorrow"},
    "nb": {"yesterday": r"i går|gårsdagens?", "today": r"i dag|i kveld|i natt|dagens",
           "tomorrow": r"i morgen|morgendagens?"},
    "nn": {"yesterday": r"i går|gårsdagens?", "today": r"i dag|i kveld|i natt|dagens",
           "tomorrow": r"i morgon|morgondagens?"},
    "da": {"yesterday": r"i går|gårsdagens?", "today": r"i dag|i aften|i nat|dagens",
           "tomorrow": r"i morgen|morgendagens?"},
    "sv": {"yesterday": r"i går|igår|gårdagens?", "today": r"i dag|idag|i kväll|ikväll|i natt|dagens",
           "tomorrow": r"i morgon|imorgon|morgondagens?"},
    "de": {"yesterday": r"gestern\w*", "today": r"heute\w*",
           "tomorrow": r"(?<!heute )(?<!am )(?<!guten )\bmorgen(?! )|morgigen?"},
}  # fmt: skip
_ENGLISH_RELATIVE = ("yesterday", "today", "tomorrow", "tonight", "this morning", "this afternoon", "this evening")
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", *_ENGLISH_RELATIVE)
_NIGHT = re.compile(r"\s(?:late )?(?:night|overnight)|\sinto\s")
_NIGHT_TO = re.compile(r"\b(?:natt|natta|natten|nat|Nacht) (?:til|till|to|zum|auf) ", re.IGNORECASE)
"""Monday night, and Monday's midnight, is “natt til tirsdag” in Scandinavia."""


def find(subject: Subject) -> Iterable[Fault]:
    """A day that has become another one."""
    source, target = subject.languages
    if source == target or not _may_name_a_day(subject.source_prose, source):
        return
    if _may_differ(subject.source_tokens, subject.target_tokens, source, target):
        yield from _changed(subject, _days(source), _days(target))
    if source in _RELATIVE and target in _RELATIVE and _may_be_relative(subject.source_prose, source):
        yield from _changed(subject, _relative(source), _relative(target))


def _changed(subject: Subject, first: re.Pattern[str], second: re.Pattern[str]) -> Iterable[Fault]:
    theirs = {match.lastgroup: match for match in first.finditer(subject.source_prose)}
    if not theirs or any(_NIGHT.match(subject.source_prose, match.end()) for match in theirs.values()):
        return
    if _NIGHT_TO.search(subject.target_prose):
        return
    ours = {match.lastgroup: match for match in second.finditer(subject.target_prose)}
    lost, new = [day for day in theirs if day not in ours], [day for day in ours if day not in theirs]
    if lost and new:
        text = f"“{theirs[lost[0]][0]}” has become “{ours[new[0]][0]}”."
        yield Fault(Severity.ERROR, text, "Name the day of the source.", ours[new[0]].span())


def _may_name_one(pair: Pair) -> Look:
    """A token of an English source that is the name of a day, or the end of “this morning”."""
    if pair.source != "en":
        return lambda _: True
    return re.compile("|".join(name.split()[-1] for name in _ENGLISH), re.IGNORECASE).search


def _may_name_a_day(text: str, language: str) -> bool:
    """English says it with a “day”, and only so."""
    if language != "en":
        return True
    if not ("day" in text or "tonight" in text or "tomorrow" in text or "this " in text):
        return False
    lower = text.casefold()
    return any(name in lower for name in _ENGLISH)


def _may_differ(theirs: list[str], ours: list[str], source: str, target: str) -> bool:
    """Is there a day on each side that the other has not? Where a day's name has a blank in it, that is not known."""
    if not (_is_one_token_each(source) and _is_one_token_each(target)):
        return True
    lost = frozenset(chain.from_iterable(map(_days_within(source).__getitem__, theirs)))
    new = frozenset(chain.from_iterable(map(_days_within(target).__getitem__, ours))) if lost else lost
    return not (lost <= new or new <= lost)


def _may_be_relative(text: str, language: str) -> bool:
    if language != "en":
        return True
    lower = text.lower()
    return any(map(lower.__contains__, _ENGLISH_RELATIVE))


@lru_cache
def _is_one_token_each(language: str) -> bool:
    return all(len(name.split()) == 1 for name in babel_locale(language).days["format"]["wide"].values())


@lru_cache
def _days_within(language: str) -> Learnt[list[str]]:
    """The days that each token names."""
    pattern = _days(language)
    return Learnt(lambda token: [str(match.lastgroup) for match in pattern.finditer(token)])


@lru_cache
def _days(language: str) -> re.Pattern[str]:
    """Each day's full name, as a group of its own; forms and compounds in the languages whose we know."""
    names = babel_locale(language).days["format"]["wide"]
    forms = _MORE_FORMS.get(language, "")
    return re.compile(
        "|".join(rf"(?P<d{day}>\b{re.escape(name)}{forms}\b)" for day, name in names.items()), re.IGNORECASE
    )


@lru_cache
def _relative(language: str) -> re.Pattern[str]:
    days = _RELATIVE[language].items()
    return re.compile("|".join(rf"(?P<{day}>\b(?:{words})\b)" for day, words in days), re.IGNORECASE)


check = Check(
    "days",
    "Days of the week, and today and tomorrow, are the source's.",
    find,
    clues=Clues(source=_may_name_one),
    category=Category.MISTRANSLATION,
    about=(
        "A Tuesday that became a Thursday, or a tomorrow that became a yesterday. The names are CLDR's in every "
        "locale. "
        "A day that is only left out, or written as a date, is left alone."
    ),
    examples=(
        Example(source="The probe arrived on Tuesday.", target="Sonden kom fram tirsdag.", right=True),
        Example(source="The probe arrived on Tuesday.", target="Sonden kom fram 4. mars.", right=True),
        Example(source="The probe arrived on Tuesday.", target="Sonden kom fram torsdag.", right=False),
        Example(source="The verdict comes tomorrow.", target="Dommen kom i går.", right=False),
        Example(source="The probe arrived on Tuesday.", target="La sonde est arrivée jeudi.", right=False, locale="fr"),
        Example(source="The probe arrived on Tuesday.", target="探査機は火曜日に到着した。", right=True, locale="ja"),
    ),
)
