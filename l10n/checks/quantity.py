"""A quantity: one number of a text, with what it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

PERCENT, MONTH, TIME, VERSION = "%", "month", "time", "version"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of a text."""

    value: Decimal
    """With its scale: 1.8 trillion is 1800000000000. A month is 1 to 12, a time minutes on a 12-hour dial."""
    unit: str
    """`%`, `month`, `time`, `version` (several points: compared as written), or empty for any other."""
    raw: str
    span: tuple[int, int]
    prefix: str = ""
    """The letters that a name begins with: `G` of G7."""
    is_certain: bool = True
    """False for a number word ("two" may be left out or written 2) and for digits inside a name."""
    other: Decimal | None = None
    """A second value that it may be written as: the 20th century are the years from 1900."""


def take(taken: bytearray, start: int, end: int) -> bool:
    """Claim a span; False where a part of it belongs to another quantity."""
    if any(taken[start:end]):
        return False
    taken[start:end] = b"\1" * (end - start)
    return True


def is_same(source: Quantity, target: Quantity) -> bool:
    """Do both say the same number, date or time, each as its language writes it?"""
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
    if source.value in (target.value, target.other) or source.other == target.value:
        return True
    return source.raw == target.raw and re.fullmatch(r"\d+\.(?!\d{3}$)\d+", source.raw) is not None
