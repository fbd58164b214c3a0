"""Numbers, dates and times of day as Japanese, Chinese and Korean write them: signs behind digits.

1兆8000億円        → 1800000000000
12月15日           → month 12, and 15
午後3時15分        → the time of day 3:15
오후 3시 반         → the time of day 3:30
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from l10n.checks.number_reading import NumberReading, value_of
from l10n.checks.quantity import MONTH, TIME, Quantity, take

LANGUAGES = frozenset({"ja", "zh", "ko"})

_MONTH = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])\s?[月월](?!間)")
_TIME = re.compile(
    r"(?<![\d.])([01]?\d|2[0-4])\s?"
    r"(?:[時时](?![間间])|시(?!간)|[點点](?=\s?\d{1,2}\s?分|半|整|鐘|钟)|(?<=[午晨上]\d)[點点]|(?<=[午晨上]\d\d)[點点])"
    r"(?:\s?([0-5]?\d)\s?[分분]|\s?(半|반))?"
)
"""点 is a point of an index, too: an hour where minutes or a part of the day stand beside it."""


def east_asian_dates_and_times(text: str, taken: bytearray) -> Iterator[Quantity]:
    """Months and times of day; days and years are plain numbers before 日 and 年. Spans are claimed in `taken`."""
    for match in _MONTH.finditer(text):
        if take(taken, *match.span()):
            yield Quantity(Decimal(match[1]), MONTH, match[0], match.span())
    for match in _TIME.finditer(text):
        if take(taken, *match.span()):
            hour, minutes = int(match[1]), 30 if match[3] else int(match[2] or 0)
            other = None if match[2] or match[3] else Decimal(hour)
            yield Quantity(Decimal((hour * 60 + minutes) % 720), TIME, match[0], match.span(), other=other)


def with_lower_parts(text: str, end: int, value: Decimal, reading: NumberReading) -> tuple[Decimal, int]:
    """A number that goes on behind its sign with smaller ones, and where it ends: 1万 of 1万2500."""
    lowest = value
    while number := reading.number.match(text, end + 1 if text[end : end + 1] == " " else end):
        part, behind = value_of(number[0], reading.decimal), number.end()
        if scale := reading.scale.match(text, behind):
            part, behind = part * reading.scale_of(scale), scale.end()
        if part >= lowest or (text[end] == " " and not scale and len(number[0]) != _FOUR):
            break
        value, lowest, end = value + part, part, behind
    return value, end


_FOUR = 4
"""Digits below a myriad. Behind a blank, fewer are another number: 2만 5000명, but 5억 30명."""
