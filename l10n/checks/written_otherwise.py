"""The same number in other digits: a telephone number grouped otherwise, cents of a dollar, the last day of a month.

22 66 90 50        → 22669050
$0.75              → 75 cent
the end of May     → 31. mai
"""

from __future__ import annotations

import re

from l10n.checks.number_words import number_words
from l10n.checks.quantity import MONTH, Quantity

_GROUPS = re.compile(r"\d{2,}(?:[ \u00a0\u2011-]\d{2,})+")
_COINS = re.compile(r"[\s-](?:cents?|øre|pence|penny|öre|p)\b")
_END = re.compile(r"\b(?:end|close) of\b", re.IGNORECASE)
_START = re.compile(r"\b(?:start|beginning) of\b", re.IGNORECASE)
_MONTHLY, _YEARLY = re.compile(r"\bmonth(?:ly)?\b"), re.compile(r"\bår(?:et|lig)?\b")
_FIRST_MONTHS = re.compile(r"\bfirst (\w+) months\b")
_LARGEST = 10**15
"""No index is so high, and no decimals of one are known."""
_ROUNDED = 100
"""From here on decimals tell little."""
_LAST_DAYS = frozenset({28, 29, 30, 31})
_SHORTEST = 5
"""Digits of a number that is written in groups as its country likes them."""

_Open = tuple[list[Quantity], list[Quantity]]


def without_rewritten(missing: list[Quantity], extra: list[Quantity], texts: tuple[str, str]) -> _Open:
    """Take these out of the numbers that have no counterpart: those of the source, and those of the translation."""
    missing, extra = _without_regrouped(missing, extra, texts)
    missing, extra = _without_coins(missing, extra, texts)
    missing, extra = _without_months_of_years(missing, extra, texts)
    missing, extra = _without_rounded(missing, extra)
    extra = _without_first_months(extra, texts[0])
    return _without_quarters(missing, texts), _without_ends_of_months(extra, texts)


def _without_regrouped(missing: list[Quantity], extra: list[Quantity], texts: tuple[str, str]) -> _Open:
    if not missing or not extra:
        return missing, extra
    theirs, ours = (_long_numbers(text, open_) for text, open_ in zip(texts, (missing, extra), strict=True))
    same = theirs.keys() & ours.keys()
    spans = [[known[digits] for digits in same] for known in (theirs, ours)]
    return _outside(missing, spans[0]), _outside(extra, spans[1])


def _long_numbers(text: str, open_: list[Quantity]) -> dict[str, tuple[int, int]]:
    """Numbers of many digits, in groups or not → where they stand."""
    found = {re.sub(r"\D", "", match[0]): match.span() for match in _GROUPS.finditer(text)}
    found |= {q.raw: q.span for q in open_ if q.raw.isdecimal()}
    return {digits: span for digits, span in found.items() if len(digits) >= _SHORTEST}


def _outside(quantities: list[Quantity], spans: list[tuple[int, int]]) -> list[Quantity]:
    return [q for q in quantities if not any(start <= q.span[0] < end for start, end in spans)]


def _without_coins(missing: list[Quantity], extra: list[Quantity], texts: tuple[str, str]) -> _Open:
    for lost in missing:
        for new in extra:
            is_smaller = new.value == lost.value * 100 and _COINS.match(texts[1], new.span[1])
            if is_smaller or (lost.value == new.value * 100 and _COINS.match(texts[0], lost.span[1])):
                return [q for q in missing if q is not lost], [q for q in extra if q is not new]
    return missing, extra


def _without_months_of_years(missing: list[Quantity], extra: list[Quantity], texts: tuple[str, str]) -> _Open:
    """300 euros a month are 3600 a year."""
    if not (_MONTHLY.search(texts[0]) and _YEARLY.search(texts[1])):
        return missing, extra
    for lost in missing:
        for new in extra:
            if new.value == lost.value * 12:
                return [q for q in missing if q is not lost], [q for q in extra if q is not new]
    return missing, extra


def _without_rounded(missing: list[Quantity], extra: list[Quantity]) -> _Open:
    """6,720.32 points are 6720."""
    for lost in missing:
        for new in extra:
            is_index = _ROUNDED <= lost.value < _LARGEST and lost.value % 1 and lost.unit == new.unit == ""
            if is_index and new.value in (lost.value // 1, round(lost.value)):
                return [q for q in missing if q is not lost], [q for q in extra if q is not new]
    return missing, extra


def _without_first_months(extra: list[Quantity], source: str) -> list[Quantity]:
    """The first nine months are “januar til september”."""
    months = _FIRST_MONTHS.search(source)
    if not months:
        return extra
    count = number_words("en").get(months[1].lower(), 0)
    return [q for q in extra if q.unit != MONTH or q.value not in (1, count)]


def _without_quarters(missing: list[Quantity], texts: tuple[str, str]) -> list[Quantity]:
    """The April-June quarter is the second one."""
    if "quarter" not in texts[0] or "kvartal" not in texts[1]:
        return missing
    return [q for q in missing if q.unit != MONTH]


def _without_ends_of_months(extra: list[Quantity], texts: tuple[str, str]) -> list[Quantity]:
    days = set(_LAST_DAYS) if _END.search(texts[0]) else set()
    days |= {1} if _START.search(texts[0]) else set()
    return [q for q in extra if q.unit or q.value not in days or not _is_day(q, texts[1])]


def _is_day(quantity: Quantity, text: str) -> bool:
    return re.match(r"\.?\s[^\W\d_]", text[quantity.span[1] : quantity.span[1] + 3]) is not None
