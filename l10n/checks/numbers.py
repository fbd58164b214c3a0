"""Numbers say the same: amounts, percentages, dates, times and years, by value and not by spelling.

¥1.8 trillion by December 15   → 1,8 billioner yen innen 15. desember     right
¥1.8 trillion                  → 1,8 trillioner yen                       wrong: a million times too much
70% of output and 90% of sales → 90 % av produksjonen og 70 % av salget   wrong: swapped
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from l10n.checks.bounds import may_be_turned, turned_bounds
from l10n.checks.contract import Check, Example, Fault, Subject
from l10n.checks.conversions import unconverted
from l10n.checks.fractions import changed, names_part, other_ratio
from l10n.checks.half_days import turned_round
from l10n.checks.lost_minus import lost_minus
from l10n.checks.multiples import other_multiple
from l10n.checks.number_marks import BOUNDS, MULTIPLE, PART, ROUGH, TIME_WORD, UNCLEAR, are_alike, marks
from l10n.checks.number_order import moved, moved_days
from l10n.checks.number_words import counting_words, number_words
from l10n.checks.quantities import PERCENT_BEHIND, read
from l10n.checks.quantity import MONTH, PERCENT, Quantity, is_same
from l10n.checks.respelled import became_first, no_longer_first, other_amount, respelled, says_any_time
from l10n.checks.retold import given_shares, is_share, without_retold
from l10n.checks.rough_counts import other_rough_count
from l10n.checks.scores import other_scores
from l10n.model.finding import Category, Severity

_HYPHENED = re.compile(r"-[a-z]")
_PERCENT = re.compile(rf"\d(?:{PERCENT_BEHIND.pattern})", re.IGNORECASE)
_MOST = 200
"""A text with more numbers is a table of figures; each is compared with each."""
_OF = frozenset(("in", "out"))
_SMALL, _ROUND = 12, 100
_ORDINALS = ("st", "nd", "rd", "th")


def find(subject: Subject) -> Iterable[Fault]:
    """Numbers that are lost, changed, added or swapped."""
    if "-" in subject.source_signs or "−" in subject.source_signs:
        yield from lost_minus(subject)
    if subject.source == subject.target:
        return
    theirs, ours = marks(subject.source_tokens, subject.source_language), marks(subject.target_tokens, subject.locale)
    if ("l" in theirs or "u" in theirs) and may_be_turned(BOUNDS.intersection(theirs + ours), subject):
        yield from turned_bounds(subject)
    if ROUGH in theirs:
        yield from other_rough_count(subject)
    is_plain = are_alike(theirs, ours) and not _is_odd(theirs, ours, subject)
    if is_plain and theirs == ours:
        return
    yield from _words_told(theirs, ours, subject)
    if is_plain:
        return
    source = read(subject.source_prose, subject.source_language)
    target = read(subject.target_prose, subject.locale)
    if len(source) > _MOST or len(target) > _MOST:
        return
    missing = [q for q in source if _is_required(q, target, subject) and not any(is_same(q, other) for other in target)]
    missing = [q for q in missing if not _begins_a_compound(q, subject)]
    extra = [q for q in target if q.is_certain and not any(is_same(other, q) for other in source)]
    extra = [q for q in extra if not _is_of_a_name(q, subject)]
    if missing or extra:
        missing, extra = without_retold((missing, extra), (source, target), subject)
    yield from _changed(missing, extra, subject.target_prose)
    if not missing or not extra:
        yield from other_scores(subject)
        yield from other_amount(source, target, subject)
    yield from moved_days(source, target, subject)
    if not missing and not extra:
        yield from _percent_lost(source, target, given_shares(subject))
        yield from unconverted(source, target, subject)
        yield from moved(source, target, subject)
    yield from _renumbered_names(source, target)


def _words_told(theirs: str, ours: str, subject: Subject) -> Iterator[Fault]:
    """What number words, parts, multiples and times of day became; each is asked where its mark is there."""
    if "w" in theirs or "o" in theirs:
        yield from respelled(subject)
        yield from became_first(subject)
    if "o" in ours:
        yield from no_longer_first(subject)
    if MULTIPLE in theirs:
        yield from other_multiple(subject)
    if UNCLEAR in theirs:
        yield from turned_round(subject)
    if PART in theirs:
        yield from _other_part(subject)
    if theirs != ours:
        yield from _other_ratio(subject)


def _is_odd(theirs: str, ours: str, subject: Subject) -> bool:
    """Is there a time of day or a half in words, or a percent sign that stands behind no number?"""
    if PART in theirs and " and a half" in subject.source_prose:
        return True
    if (TIME_WORD in theirs or TIME_WORD in ours) and says_any_time(subject):
        return True
    return "%" in ours and len(_PERCENT.findall(subject.target_prose)) != ours.count("%")


def _other_part(subject: Subject) -> Iterator[Fault]:
    """A third that has become a quarter."""
    if subject.languages[0] != "en" or not names_part(subject.source_vocabulary):
        return
    if parts := changed(subject.source_prose, subject.target_prose, subject.languages[1]):
        lost, new = parts
        text = f"“{lost[0]}” has become “{new[0]}”."
        yield Fault(Severity.ERROR, text, f"Write the part that “{lost[0]}” is.", new.span())


def _other_ratio(subject: Subject) -> Iterator[Fault]:
    """One in eight that has become hvert sjette."""
    if subject.languages[0] != "en" or _OF.isdisjoint(subject.source_vocabulary):
        return
    if ratio := other_ratio(subject.source_prose, subject.target_prose, subject.languages[1]):
        lost, new = ratio
        yield Fault(Severity.ERROR, f"“{lost}” has become “{new}”.", f"Write the part that “{lost}” is.")


def _is_required(quantity: Quantity, target: list[Quantity], subject: Subject) -> bool:
    """May it not be left out? In a language that we know less of, a number may be spelled out, a month inflected."""
    if number_words(subject.languages[1]):
        return quantity.is_certain
    if quantity.unit == MONTH:
        return quantity.is_certain and any(q.unit == MONTH for q in target)
    return quantity.is_certain and (quantity.value > 12 or quantity.unit != "")


def _is_of_a_name(quantity: Quantity, subject: Subject) -> bool:
    """Chiang Mai: no month where the source has the word, too, with its capital."""
    return quantity.unit == MONTH and quantity.raw[0].isupper() and f" {quantity.raw}" in f" {subject.source_prose}"


def _begins_a_compound(quantity: Quantity, subject: Subject) -> bool:
    """“5-year-old” as “femåring”: a word of the translation that begins with the number's own word."""
    if not _HYPHENED.match(subject.source_prose, quantity.span[1]):
        return False
    number = [word for word, value in counting_words(subject.languages[1])[0].items() if value == quantity.value]
    return any(ours.startswith(word) for word in number for ours in subject.target_vocabulary)


def _changed(missing: list[Quantity], extra: list[Quantity], target: str) -> Iterator[Fault]:
    """One number in the place of another is an error. One that is only gone, or only came, may be told in words."""
    extra = list(extra)
    for lost in missing:
        new = next((q for q in extra if q.unit == lost.unit), None) or next(iter(extra), None)
        if new is not None:
            extra.remove(new)
            text = f"The source says “{lost.raw}”, the translation “{new.raw}”{_factor(lost, new)}."
            yield Fault(Severity.ERROR, text, f"Write the value of “{lost.raw}”.", new.span)
        elif lost.unit == MONTH and (left := re.search(rf"\b{re.escape(lost.raw)}\b", target)):
            text = f"“{lost.raw}” is no month's name in this language."
            yield Fault(_weight(lost), text, "Write the month as the language has it.", left.span())
        else:
            yield Fault(_weight(lost), f"“{lost.raw}” is missing.", f"Put the value of “{lost.raw}” in.")
    for new in extra:
        text = f"“{new.raw}” is not in the source."
        yield Fault(_weight(new), text, "Take it out, or see that it is right.", new.span)


def _weight(alone: Quantity) -> Severity:
    """How much a number without any counterpart says: small, round and counting ones are told in words, others not."""
    is_round = alone.value <= _SMALL or (alone.value <= _ROUND and (alone.value % 5 == 0 or alone.value % 12 == 0))
    may_be_word = alone.unit == "" and (is_round or alone.raw.endswith(_ORDINALS))
    return Severity.HINT if may_be_word else Severity.WARNING


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


def _percent_lost(source: list[Quantity], target: list[Quantity], given: list[Quantity]) -> Iterator[Fault]:
    for lost in source:
        same = [q for q in target if q.value == lost.value] if lost.unit == PERCENT and lost.is_certain else []
        if same and not any(q.unit == PERCENT or _shares_percent(q, target) for q in same):
            text = f"“{lost.raw}” has lost its percent."
            yield Fault(Severity.ERROR, text, "Write the percent sign or word behind the number.", same[0].span)
    added = next((q for q in target if q.unit == PERCENT and q.is_certain), None)
    if added and not any(q.unit == PERCENT for q in source) and not any(is_share(added, q) for q in given):
        yield Fault(
            Severity.ERROR, f"“{added.raw}” is no percentage in the source.", "Take the percent out.", added.span
        )


def _shares_percent(quantity: Quantity, target: list[Quantity]) -> bool:
    """“12 til 15 prosent”: one word or sign serves several numbers."""
    return any(q.unit == PERCENT and 0 < q.span[0] - quantity.span[1] <= 16 for q in target)


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
        "are numbers written as words. Two numbers that changed places are found, too, and so are bounds, results, "
        "multiples and half days that became their contrary."
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
        Example(source="At least 20 people are missing.", target="Høyst 20 mennesker er savnet.", right=False),
    ),
)
