"""Numbers say the same: amounts, percentages, dates, times and years, by value and not by spelling.

¥1.8 trillion by December 15   → 1,8 billioner yen innen 15. desember     right
¥1.8 trillion                  → 1,8 trillioner yen                       wrong: a million times too much
70% of output and 90% of sales → 90 % av produksjonen og 70 % av salget   wrong: swapped
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from l10n.checks.contract import Check, Example, Fault, Subject
from l10n.checks.conversions import unconverted, without_conversions, without_other_units
from l10n.checks.fractions import changed, names_part, shares
from l10n.checks.number_gate import is_plainly_same, respelled
from l10n.checks.number_words import counting_words, number_words
from l10n.checks.quantities import days, read
from l10n.checks.quantity import MONTH, PERCENT, TIME, VERSION, Quantity
from l10n.model.finding import Category, Severity

_COORDINATED = re.compile(r"^[^.;!?]{0,90}?(?:,|\band\b|\bog\b|\boch\b|\bund\b|\bwhile\b|\bbut\b)[^.;!?]{0,40}$")
_COMPARED = re.compile(
    r"\b(?:from|than|against|compared|versus|after|before|since|out of|up|down|of the|to|between|"
    r"fra|enn|mot|etter|før|siden|av|til|mellom)\b"
)
_FROM = re.compile(r"\b(?:from|fra|från|von)\s(?:\S\s?)?$", re.IGNORECASE)
_NIL = re.compile(r"\d[-–]0|0[-–]\d")
"""In a score, which is told in words as well: goalless, two goals down."""
_DECADE_OF_LIFE = re.compile(r"-?år(?:ene|a|erne)\b|-årsalder|-årsålder")
_HYPHENED = re.compile(r"-[a-z]")
_MOST = 200
"""A text with more numbers is a table of figures; each is compared with each."""


def find(subject: Subject) -> Iterable[Fault]:
    """Numbers that are lost, changed, added or swapped."""
    if subject.source == subject.target:
        return
    yield from respelled(subject)
    yield from _other_part(subject)
    if is_plainly_same(subject):
        return
    source = read(subject.source_prose, subject.source_language)
    target = read(subject.target_prose, subject.locale)
    if len(source) > _MOST or len(target) > _MOST:
        return
    missing = [
        q for q in source if _is_required(q, target, subject) and not any(_is_same(q, other) for other in target)
    ]
    missing = [q for q in missing if not _begins_a_compound(q, subject)]
    extra = [q for q in target if q.is_certain and not any(_is_same(other, q) for other in source)]
    missing, extra = _without_ages(missing, extra, subject.target_prose)
    missing, extra = _without_copies(missing, extra, subject.source_prose)
    words = [q for q in source if not q.is_certain]  # "a foot", "two miles"
    missing, extra = without_conversions(missing, extra, words, subject.source_prose)
    missing, extra = without_other_units(missing, extra, (source, target), subject)
    extra = [q for q in extra if not any(_is_share(q, share) for share in _shares(subject))]
    extra = [q for q in extra if q.value or not _NIL.search(subject.target_prose, max(0, q.span[0] - 2), q.span[1] + 2)]
    yield from _changed(missing, extra, subject)
    yield from _moved_days(source, target, subject)
    if not missing and not extra:
        yield from _percent_lost(source, target, _shares(subject))
        yield from unconverted(source, target, subject)
        yield from _swapped(source, target, subject)
    yield from _renumbered_names(source, target)


def _other_part(subject: Subject) -> Iterator[Fault]:
    """A third that has become a quarter."""
    if subject.languages[0] != "en" or not names_part(subject.source_vocabulary):
        return
    if parts := changed(subject.source_prose, subject.target_prose, subject.languages[1]):
        lost, new = parts
        text = f"“{lost[0]}” has become “{new[0]}”."
        yield Fault(Severity.ERROR, text, f"Write the part that “{lost[0]}” is.", new.span())


def _is_required(quantity: Quantity, target: list[Quantity], subject: Subject) -> bool:
    """May it not be left out? In a language that we know less of, a number may be spelled out, a month inflected."""
    if number_words(subject.languages[1]):
        return quantity.is_certain
    if quantity.unit == MONTH:
        return quantity.is_certain and any(q.unit == MONTH for q in target)
    return quantity.is_certain and (quantity.value > 12 or quantity.unit != "")


def _begins_a_compound(quantity: Quantity, subject: Subject) -> bool:
    """“5-year-old” as “femåring”: a word of the translation that begins with the number's own word."""
    if not _HYPHENED.match(subject.source_prose, quantity.span[1]):
        return False
    number = [word for word, value in counting_words(subject.languages[1])[0].items() if value == quantity.value]
    return any(ours.startswith(word) for word in number for ours in subject.target_vocabulary)


def _is_same(source: Quantity, target: Quantity) -> bool:
    if MONTH in (source.unit, target.unit) or TIME in (source.unit, target.unit):
        if source.unit == target.unit:
            return source.value == target.value
        if source.unit == TIME and source.other is not None:
            return target.unit == "" and target.value % 12 == source.other % 12
        if target.unit == TIME and target.other is not None:
            is_hour = source.value == target.other or (source.value <= 12 and source.value % 12 == target.other % 12)
            return source.unit == "" and is_hour
        if "" in (source.unit, target.unit) and TIME in (source.unit, target.unit):
            hour, minutes = (source, target) if source.unit == "" else (target, source)
            return hour.value * 60 % 720 == minutes.value or source.raw.strip() == target.raw.strip()
        # 12.04 is a time of day here and a release number there
        return source.raw.strip() == target.raw.strip()
    if VERSION in (source.unit, target.unit):
        return source.raw == target.raw
    if source.value == target.value or source.other == target.value:
        return True
    return source.raw == target.raw and re.fullmatch(r"\d+\.(?!\d{3}$)\d+", source.raw) is not None


def _without_copies(missing: list[Quantity], extra: list[Quantity], text: str) -> tuple[list[Quantity], list[Quantity]]:
    """Take out what stands in the source as it is, but is no number in its language: `NOK 980 910`."""
    plain = " ".join(text.split())
    copied = [" ".join(q.raw.split()) for q in extra if " " in " ".join(q.raw.split())]
    copied = [raw for raw in copied if raw in plain]
    if not copied:
        return missing, extra
    parts = {part for raw in copied for part in raw.split()}
    return [q for q in missing if q.raw not in parts], [q for q in extra if " ".join(q.raw.split()) not in copied]


def _without_ages(missing: list[Quantity], extra: list[Quantity], target: str) -> tuple[list[Quantity], list[Quantity]]:
    """Take out ages that are told by their decade, as newspapers do of suspects: 34, i 30-årene."""
    for decade in [q for q in extra if _DECADE_OF_LIFE.match(target, q.span[1])] if missing else ():
        lost = next((q for q in missing if q.unit == "" and q.value // 10 * 10 == decade.value), None)
        if lost is not None:
            missing = [q for q in missing if q is not lost]
            extra = [q for q in extra if q is not decade]
    return missing, extra


def _shares(subject: Subject) -> list[Quantity]:
    if subject.languages[0] != "en":
        return []
    return list(shares(subject.source_prose, subject.source_vocabulary))


def _is_share(quantity: Quantity, share: Quantity) -> bool:
    """Is the number the part of a whole, as near as it is rounded?"""
    return quantity.unit == share.unit and quantity.value in (share.value, share.other)


def _changed(missing: list[Quantity], extra: list[Quantity], subject: Subject) -> Iterator[Fault]:
    extra = list(extra)
    for lost in missing:
        new = next((q for q in extra if q.unit == lost.unit), None) or next(iter(extra), None)
        if new is not None:
            extra.remove(new)
            text = f"The source says “{lost.raw}”, the translation “{new.raw}”{_factor(lost, new)}."
            yield Fault(Severity.ERROR, text, f"Write the value of “{lost.raw}”.", new.span)
        else:
            yield Fault(Severity.ERROR, f"“{lost.raw}” is missing.", f"Put the value of “{lost.raw}” in.")
    for new in extra:
        yield Fault(
            Severity.WARNING, f"“{new.raw}” is not in the source.", "Take it out, or see that it is right.", new.span
        )


def _factor(lost: Quantity, new: Quantity) -> str:
    """Says it where a scale word was taken for its false friend: trillion, billion."""
    if not lost.value or not new.value:
        return ""
    times = {10**3: "a thousand", 10**6: "a million", 10**9: "a thousand million"}
    if new.value > lost.value and new.value / lost.value in times:
        return f", {times[int(new.value / lost.value)]} times as much"
    if new.value < lost.value and lost.value / new.value in times:
        return f", {times[int(lost.value / new.value)]} times too little"
    return ""


def _moved_days(source: list[Quantity], target: list[Quantity], subject: Subject) -> Iterator[Fault]:
    """A day that stands with another month than in the source, where both are named elsewhere in the text."""
    theirs, ours = days(source, subject.source_prose), days(target, subject.target_prose)
    for day, month in sorted(theirs - ours):
        other = sorted(pair for pair in ours - theirs if pair[0] == day and pair[1] != month)
        if other:
            text = f"Day {day} stands with month {other[0][1]}, in the source with month {month}."
            yield Fault(Severity.ERROR, text, "Write the date of the source.")


def _percent_lost(source: list[Quantity], target: list[Quantity], given: list[Quantity]) -> Iterator[Fault]:
    for lost in source:
        same = [q for q in target if q.value == lost.value] if lost.unit == PERCENT and lost.is_certain else []
        if same and not any(q.unit == PERCENT or _shares_percent(q, target) for q in same):
            text = f"“{lost.raw}” has lost its percent."
            yield Fault(Severity.ERROR, text, "Write the percent sign or word behind the number.", same[0].span)
    added = next((q for q in target if q.unit == PERCENT and q.is_certain), None)
    if added and not any(q.unit == PERCENT for q in source) and not any(_is_share(added, q) for q in given):
        yield Fault(
            Severity.ERROR, f"“{added.raw}” is no percentage in the source.", "Take the percent out.", added.span
        )


def _shares_percent(quantity: Quantity, target: list[Quantity]) -> bool:
    """“12 til 15 prosent”: one word or sign serves several numbers."""
    return any(q.unit == PERCENT and 0 < q.span[0] - quantity.span[1] <= 16 for q in target)


def _swapped(source: list[Quantity], target: list[Quantity], subject: Subject) -> Iterator[Fault]:
    """Two numbers of one kind, named side by side in the source, that stand in the other order."""
    for first, second in pairwise(quantity for quantity in source if quantity.is_certain):
        between = subject.source_prose[first.span[1] : second.span[0]]
        if first.unit != second.unit or first.value == second.value:
            continue
        if _is_reversed_range(first, second, target, subject):
            text = f"“from {first.raw} to {second.raw}” has been turned round."
            yield Fault(Severity.WARNING, text, "See that the first number is the first.")
            continue
        if not _COORDINATED.match(between) or _COMPARED.search(between.replace(" of ", " ", 1)):
            continue
        places = [[q.span[0] for q in target if _is_same(wanted, q)] for wanted in (first, second)]
        if len(places[0]) == len(places[1]) == 1 and places[0] > places[1]:
            yield Fault(
                Severity.WARNING,
                f"“{first.raw}” and “{second.raw}” stand in the other order than in the source.",
                "See that each number says what it said.",
            )


def _is_reversed_range(first: Quantity, second: Quantity, target: list[Quantity], subject: Subject) -> bool:
    """From 5 to 7, fra 7 til 5."""
    source = subject.source_prose
    if source[first.span[1] : second.span[0]] != " to " or not _FROM.search(source, 0, first.span[0]):
        return False
    for one, other in pairwise(target):
        between = subject.target_prose[one.span[1] : other.span[0]]
        if (
            _is_same(second, one)
            and _is_same(first, other)
            and between in (" til ", " till ", " to ", " auf ", " bis ")
        ):
            return _FROM.search(subject.target_prose, 0, one.span[0]) is not None
    return False


def _renumbered_names(source: list[Quantity], target: list[Quantity]) -> Iterator[Fault]:
    """G7 that became G20: names with digits may be left out, but not change."""
    values = {(q.prefix, q.value) for q in source if q.prefix}
    theirs = {(q.prefix, q.value) for q in target if q.prefix}
    for prefix, value in sorted(values - theirs):
        new = next((q for q in target if q.prefix == prefix and (prefix, q.value) not in values), None)
        if new and prefix.rstrip("-").isupper():
            text = f"“{prefix}{value}” has become “{new.prefix}{new.raw}”."
            yield Fault(Severity.ERROR, text, f"Write “{prefix}{value}”.", new.span)


check = Check(
    "numbers",
    "Numbers, amounts, percentages, dates and times have the value they have in the source.",
    find,
    category=Category.MISTRANSLATION,
    about=(
        "Numbers are compared by value, not by spelling: 1.8 trillion is 1,8 billioner in Norwegian, 3:30 p.m. is "
        "15.30, December 15 is 15. desember, and twelve is 12. Rounded conversions of units are accepted, and so "
        "are numbers written as words. Two numbers that changed places are found, too."
    ),
    examples=(
        Example(
            source="About ¥1.8 trillion is due by December 15.",
            target="Rundt 1,8 billioner yen forfaller innen 15. desember.",
            right=True,
        ),
        Example(source="About ¥1.8 trillion is due.", target="Rundt 1,8 trillioner yen forfaller.", right=False),
        Example(
            source="China has 70% of production and 90% of refining.",
            target="Kina har 90 % av produksjonen og 70 % av raffineringen.",
            right=False,
        ),
        Example(source="The forum opens on December 15.", target="Forumet åpner 16. desember.", right=False),
    ),
)
