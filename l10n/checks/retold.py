"""Numbers that a good translation tells in another way: in another unit, zone or currency, by a word, or only once.

the past 24 hours                  → det siste døgnet
the suspect, a 34-year-old         → en mann i 30-årene
3 p.m. in New York (2000 GMT)      → klokken 21 norsk tid
900 million euros ($1.04 billion)  → 900 millioner euro
More than 1 in 4                   → mer enn hver fjerde
"""

from __future__ import annotations

import re
from decimal import Decimal

from l10n.checks.contract import Subject
from l10n.checks.conversions import without_conversions, without_other_units
from l10n.checks.fractions import OF_SO_MANY, named_shares, shares
from l10n.checks.measures import is_named_by_unit
from l10n.checks.quantity import MONTH, PERCENT, TIME, Quantity
from l10n.checks.written_otherwise import without_rewritten

_Open = tuple[list[Quantity], list[Quantity]]
"""What has no counterpart: in the translation, and in the source."""
_QUARTER_OF = re.compile(r"\bkvart (million|milliard)\b")
_HALF_DAY = 12
_NIL = re.compile(r"\d[-–]0|0[-–]\d")
"""In a score, which is told in words as well: goalless, two goals down."""
_DECADE_OF_LIFE = re.compile(r"-?år(?:ene|a|erne)\b|-årsalder|-årsålder")
_EACH = re.compile(
    r"\b(?:hver|hvert|annenhver|annethvert|kvar|kvart|annankvar|var|hvar|jede[rs]?|\w*del(?:en)?)\b", re.I
)
_OUR_TIME = re.compile(r"\b(?:norsk|svensk|dansk|finsk|sentraleuropeisk|centraleuropæisk|tysk)\s(?:\w+)?tid\b")
_ZONE = re.compile(r"\s?(?:GMT|UTC)\b")
_RELATIVE_YEAR = re.compile(
    r"\b(?:i fjor|i år|årets|fjorårets|neste års?|året (?:før|etter)|samme år|siste år|sist år)\b", re.IGNORECASE
)
_FEAST = re.compile(r"\b[A-Z]\w+(?:['’]s)? (?:Day|Eve)\b")
_ASIDE = re.compile(r"\([^()]{1,60}\)")
_NEAR = 40
"""Characters between a number and the parenthesis that says it in another way."""
_OTHER_FORM = re.compile(
    r"\((?:about |around |some |roughly |approximately |approx\. )?(?:[A-Z]{0,3}[$€£¥]\s?)?[\d.,]+\s?"
    r"(?:°|degrees|[CF]\b|k?m\b|kilo|mile|mph|kph|ft|feet|inch|cm|mm|met|acre|hectare|kg|pound|lb|oz|litre|liter|"
    r"gallon|GMT|UTC|[ap]\.?m|[mbt]n?\b|million|billion|trillion|euro|dollar|kron|yen|yuan|US|\))"
)
"""A parenthesis that says a measure, an amount or a time for other readers."""
_KRONER = {
    r"dollars?\b|\$": (Decimal(5), Decimal(14)),
    r"euros?\b|€": (Decimal(7), Decimal(14)),
    r"pounds?\b|£|sterling": (Decimal(8), Decimal(18)),
}
"""How many kroner, of any of the three kinds, these have been worth."""
_IN_KRONER = re.compile(r"\s(?:\w+\s)?(?:kron(?:er|or)|kr\b)|\s?(?:NOK|SEK|DKK)\b")


def without_retold(open_: _Open, both: _Open, subject: Subject) -> _Open:
    """Take out of the numbers without a counterpart what is told otherwise; `both` are all of source and target."""
    missing, extra = open_
    source = both[0]
    missing, extra = _without_ages(missing, extra, subject.target_prose)
    missing, extra = _without_copies(missing, extra, subject.source_prose)
    missing, extra = without_rewritten(missing, extra, (subject.source_prose, subject.target_prose))
    missing, extra = without_conversions(missing, extra, source, subject.source_prose)
    missing, extra = without_other_units(missing, extra, both, subject)
    missing, extra = _without_kroner(missing, extra, source, subject)
    missing, extra = _without_other_zones(missing, extra, subject)
    given = given_shares(subject)
    extra = [q for q in extra if not any(is_share(q, share) for share in given)]
    extra = [q for q in extra if not _is_counted(q, source) and not _is_part_of(q, source, given)]
    extra = _without_feasts(extra, subject)
    extra = [q for q in extra if q.value or not _NIL.search(subject.target_prose, max(0, q.span[0] - 2), q.span[1] + 2)]
    missing = [q for q in missing if not _is_said_in_words(q, subject)]
    return _without_asides(missing, source, subject.source_prose), extra


def given_shares(subject: Subject) -> list[Quantity]:
    """Parts of a whole that the source names in words, as percentages."""
    if subject.languages[0] != "en":
        return []
    return list(shares(subject.source_prose, subject.source_vocabulary))


def is_share(quantity: Quantity, share: Quantity) -> bool:
    """Is the number the part of a whole, as near as it is rounded?"""
    return quantity.unit == share.unit and quantity.value in (share.value, share.other)


def _is_part_of(new: Quantity, source: list[Quantity], given: list[Quantity]) -> bool:
    """Half of the 300 seats are 150."""
    wholes = [q.value for q in source if q.unit == new.unit == ""]
    shares = [share.value for share in given if share.unit == PERCENT]
    return any(new.value * 100 == whole * share > 0 for whole in wholes for share in shares)


def _is_counted(new: Quantity, source: list[Quantity]) -> bool:
    """What is left when one number is taken from another: all but two of the 33, 31 av 33."""
    if new.unit == TIME:  # at 6, two hours before the show: the show begins at 8
        hours = {q.value * 60 for q in source if not q.unit and q.value <= _HALF_DAY}
        times = {q.value for q in source if q.unit == TIME}
        return any((new.value - time) % 720 in (hour, 720 - hour) for time in times for hour in hours)
    values = {q.value for q in source if q.unit == new.unit}
    return any(value - other == new.value for value in values for other in values if other)


def _without_feasts(extra: list[Quantity], subject: Subject) -> list[Quantity]:
    """Feasts that are told by their date: Constitution Day, 17. mai."""
    months = [q for q in extra if q.unit == MONTH] if _FEAST.search(subject.source_prose) else []
    days = [q for q in extra for month in months if 0 < month.span[0] - q.span[1] <= len(". ")]
    return [q for q in extra if q not in months and q not in days]


def _without_ages(missing: list[Quantity], extra: list[Quantity], target: str) -> _Open:
    """Ages told by their decade, as newspapers do of suspects: 34, i 30-årene."""
    for decade in [q for q in extra if _DECADE_OF_LIFE.match(target, q.span[1])] if missing else ():
        lost = next((q for q in missing if q.unit == "" and q.value // 10 * 10 == decade.value), None)
        if lost is not None:
            missing = [q for q in missing if q is not lost]
            extra = [q for q in extra if q is not decade]
    return missing, extra


def _without_copies(missing: list[Quantity], extra: list[Quantity], text: str) -> _Open:
    """What stands in the source as it is, but is no number in its language: `NOK 980 910`."""
    plain = " ".join(text.split())
    copied = [" ".join(q.raw.split()) for q in extra if " " in " ".join(q.raw.split())]
    copied = [raw for raw in copied if raw in plain]
    if not copied:
        return missing, extra
    parts = {part for raw in copied for part in raw.split()}
    return [q for q in missing if q.raw not in parts], [q for q in extra if " ".join(q.raw.split()) not in copied]


def _without_kroner(missing: list[Quantity], extra: list[Quantity], source: list[Quantity], subject: Subject) -> _Open:
    """Amounts told in the reader's currency, within what it has been worth: no rate is known here."""
    kroner = [q for q in extra if _IN_KRONER.match(subject.target_prose, q.span[1])]
    for new in kroner:
        amounts = ((q, rate) for q in source for rate in _rates(q, subject.source_prose))
        given = next((q for q, (low, high) in amounts if q.value * low <= new.value <= q.value * high), None)
        if given is not None:
            missing = [q for q in missing if q is not given]
            extra = [q for q in extra if q is not new]
    return missing, extra


def _rates(quantity: Quantity, text: str) -> list[tuple[Decimal, Decimal]]:
    start, end = quantity.span
    around = f"{text[max(0, start - 2) : start]} {text[end : end + 10]}"
    return [rate for currency, rate in _KRONER.items() if re.search(currency, around)]


def _without_other_zones(missing: list[Quantity], extra: list[Quantity], subject: Subject) -> _Open:
    """Times of day that the translation tells in the time of its readers."""
    told = [q for q in missing if q.unit == TIME or _ZONE.match(subject.source_prose, q.span[1])]
    if not told or not _OUR_TIME.search(subject.target_prose):
        return missing, extra
    return [q for q in missing if q not in told], [q for q in extra if q.unit != TIME]


def _is_said_in_words(lost: Quantity, subject: Subject) -> bool:
    """A year that is “i fjor”, 24 hours that are a day, the one of four that is each fourth."""
    if lost.unit == PERCENT:
        return any(abs(share - lost.value) < 1 for share in named_shares(subject.target_prose, subject.languages[1]))
    if lost.unit:
        return False
    source, target = subject.source_prose, subject.target_prose
    if 1900 <= lost.value < 2100 and _RELATIVE_YEAR.search(target):
        return True
    if (large := _QUARTER_OF.search(target)) and lost.value == (250_000 if large[1] == "million" else 250_000_000):
        return True
    if is_named_by_unit(lost, (source, target), subject.languages):
        return True
    is_ratio = any(match.start() <= lost.span[0] < match.end() for match in OF_SO_MANY.finditer(source))
    return is_ratio and _EACH.search(target) is not None


def _without_asides(missing: list[Quantity], source: list[Quantity], text: str) -> list[Quantity]:
    """A measure or an amount that the source says twice need be said once: 104°F (40°C)."""
    if not missing or "(" not in text:
        return missing
    for aside in _ASIDE.finditer(text):
        inner = [q for q in source if aside.start() < q.span[0] < aside.end()]
        outer = next((q for q in reversed(source) if 0 <= aside.start() - q.span[1] <= _NEAR), None)
        if not inner or outer is None:
            continue
        is_inner_there = not any(q in missing for q in inner) and _OTHER_FORM.match(text, aside.start())
        missing = [q for q in missing if q not in inner and not (is_inner_there and q is outer)]
    return missing
