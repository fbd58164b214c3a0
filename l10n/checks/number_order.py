"""Numbers that changed places: each is there, but says what another one said.

70% of output and 90% of sales  → 90 % av produksjonen og 70 % av salget
from 5 to 7 percent             → fra 7 til 5 prosent
23, compared with 31 last year  → 31, mot 23 i fjor
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from l10n.checks.contract import Fault, Subject
from l10n.checks.quantities import days
from l10n.checks.quantity import Quantity, is_same
from l10n.checks.told_words import fates, lost_and_told
from l10n.model.finding import Severity

_COORDINATED = re.compile(r"^[^.;!?]{0,90}?(?:,|\band\b|\bog\b|\boch\b|\bund\b|\bwhile\b|\bbut\b)[^.;!?]{0,40}$")
_JOINED = re.compile(r"\b(?:and|while|but)\b")
_PUT_THE_REST_FIRST = frozenset({"ja", "ko", "zh", "tr", "hi"})
"""Languages that put what describes a noun before it: “3.0, out in 2007” begins with the year."""
_COMPARED = re.compile(
    r"\b(?:from|than|against|compared|versus|after|before|since|out of|up|down|of the|to|between|"
    r"fra|enn|mot|etter|før|siden|av|til|mellom)\b"
)
_ONE_AND_OTHER = re.compile(r"^([^.;!?]{3,90}?),? (?:and|while|but)(?: only| just| some| another)? $")
_JOINT = re.compile(r"\b(?:og|mens|men)\b|,")
_END = re.compile(r"[.;!?](?:\s|$)")
_RELATIVES = {"nb": "nb", "nn": "nb", "no": "nb"}
_FROM = re.compile(r"\b(?:from|fra|från|von)\s(?:\S\s?)?$", re.IGNORECASE)
_NOW_AND_THEN = re.compile(
    r"[^.;!?]{0,30}\b(?:compared (?:with|to)|(?:up |down )?from|against|versus|mot|sammenlignet med|sammenliknet med|"
    r"samanlikna med|(?:opp |ned )?fra|jämfört med|sammenlignet med)\s[^.;!?]{0,12}"
)
"""Between what is and what was, in this order in every language that has the words."""


def moved(source: list[Quantity], target: list[Quantity], subject: Subject) -> Iterator[Fault]:
    """Two numbers of one kind, named side by side in the source, that stand in the other order."""
    for first, second in pairwise(quantity for quantity in source if quantity.is_certain):
        if first.value == second.value:
            continue
        between = subject.source_prose[first.span[1] : second.span[0]]
        if _is_reversed_range(first, second, target, subject):
            text = f"“from {first.raw} to {second.raw}” has been turned round."
            yield Fault(Severity.WARNING, text, "See that the first number is the first.")
        elif first.unit == second.unit and (
            _is_reversed_change(between, first, second, target, subject)
            or (
                _COORDINATED.match(between)
                and (subject.languages[1] not in _PUT_THE_REST_FIRST or _JOINED.search(between))
                and not _COMPARED.search(between.replace(" of ", " ", 1))
                and _is_turned(first, second, target)
                and _words_beside(first, second, target, subject) >= 0
            )
        ):
            yield Fault(
                Severity.WARNING,
                f"“{first.raw}” and “{second.raw}” stand in the other order than in the source.",
                "See that each number says what it said.",
            )
        elif first.unit == second.unit and _words_beside(first, second, target, subject) > 0:
            text = f"“{first.raw}” and “{second.raw}” have changed places: each says what the other one said."
            yield Fault(Severity.WARNING, text, "See that each number says what it said.")


def moved_days(source: list[Quantity], target: list[Quantity], subject: Subject) -> Iterator[Fault]:
    """A day that stands with another month than in the source, where both are named elsewhere in the text."""
    theirs, ours = days(source, subject.source_prose), days(target, subject.target_prose)
    for day, month in sorted(theirs - ours):
        other = sorted(pair for pair in ours - theirs if pair[0] == day and pair[1] != month)
        if other:
            text = f"Day {day} stands with month {other[0][1]}, in the source with month {month}."
            yield Fault(Severity.ERROR, text, "Write the date of the source.")


def _words_beside(first: Quantity, second: Quantity, target: list[Quantity], subject: Subject) -> int:
    """Of two numbers that stand turned round, do the words stay without them (1), go with them (-1), or tell nothing?

    Who turns two clauses round with their numbers tells the same; the known words of each clause decide.
    """
    language = _RELATIVES.get(subject.languages[1])
    source, translation = subject.source_prose, subject.target_prose
    clause = _ONE_AND_OTHER.match(source[first.span[1] : second.span[0]])
    if language is None or subject.languages[0] != "en" or clause is None or not _is_turned(first, second, target):
        return 0
    one, other = (next(q for q in target if is_same(wanted, q)) for wanted in (second, first))
    joint = max((match.start() for match in _JOINT.finditer(translation, one.span[1], other.span[0])), default=None)
    if joint is None:
        return 0
    start = max((match.end() for match in _END.finditer(translation, 0, one.span[0])), default=0)
    theirs = (clause[1], _to_the_end(source, second.span[1]))
    ours = (translation[start:joint], _to_the_end(translation, joint))
    told = [[lost_and_told(fates(text, part, language))[1] for part in ours] for text in theirs]
    stayed, went = told[0][0] + told[1][1], told[0][1] + told[1][0]
    return (stayed > went) - (stayed < went)


def _to_the_end(text: str, at: int) -> str:
    """The rest of a sentence."""
    end = _END.search(text, at)
    return text[at : end.start()] if end else text[at:]


def _is_turned(first: Quantity, second: Quantity, target: list[Quantity]) -> bool:
    places = [[q.span[0] for q in target if is_same(wanted, q)] for wanted in (first, second)]
    return len(places[0]) == len(places[1]) == 1 and places[0] > places[1]


def _is_reversed_change(
    between: str, first: Quantity, second: Quantity, target: list[Quantity], subject: Subject
) -> bool:
    """23 percent, compared with 31: 31 prosent, mot 23."""
    if not _NOW_AND_THEN.fullmatch(between) or not _is_turned(first, second, target):
        return False
    one, other = (next(q for q in target if is_same(wanted, q)) for wanted in (second, first))
    return _NOW_AND_THEN.fullmatch(subject.target_prose, one.span[1], other.span[0]) is not None


def _is_reversed_range(first: Quantity, second: Quantity, target: list[Quantity], subject: Subject) -> bool:
    """From 5 to 7, fra 7 til 5."""
    source = subject.source_prose
    if source[first.span[1] : second.span[0]] != " to " or not _FROM.search(source, 0, first.span[0]):
        return False
    for one, other in pairwise(target):
        between = subject.target_prose[one.span[1] : other.span[0]]
        if is_same(second, one) and is_same(first, other) and between in (" til ", " till ", " to ", " auf ", " bis "):
            return _FROM.search(subject.target_prose, 0, one.span[0]) is not None
    return False
