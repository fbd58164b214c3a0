"""A quantity: one number of a text, with what it counts."""

from __future__ import annotations

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
