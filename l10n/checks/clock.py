"""Dates, times of day and release numbers written in digits, as a locale's readers take them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from l10n.checks.quantity import MONTH, TIME, VERSION, Quantity, take

_CLOCK = re.compile(r"(?<![\d.,:])([01]?\d|2[0-4])([:.])([0-5]\d)(?![\d.,:]?\d)(\s?[ap]\.?m\b)?", re.IGNORECASE)
_HOUR_SIGN = re.compile(r"(?<![\d.,:])([01]?\d|2[0-4])\s?h(?:\s?([0-5]\d))?(?!\w)")
_WITH_HOUR_SIGN = frozenset({"fr", "pt", "ca", "ro"})
"""Languages that write 18 h 45 or 18h45; 18 h may be a length of time, too."""
_HOUR = re.compile(
    r"(?<![\d.,:])(1[0-2]|[1-9])\s?[ap]\.?m\b|\b(?:kl\.?|klokken|klokka|klockan)\s?(\d\d?)(?![\d:]|\.\d)", re.I
)
_HOUR_SIGNS = ("am", "pm", "a.m", "p.m", "kl")
_POINTED = re.compile(r"\d[.:]\d")
_YEAR_RANGE = re.compile(r"(?<!\d)([12]\d)(\d\d)\s?[-–/]\s?(\d\d)(?!-?\d)")
_DATE = re.compile(r"(?<![\d.])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?![\d.])")
_PERCENT = re.compile(r"\s{0,2}(?:%|pro[sz]ent|percent|pst\b|pct\b)", re.IGNORECASE)
_ISO_DATE = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_FRACTION = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])")
_LAP = re.compile(r"(?<![\d.,:])\d{1,2}[:.]\d\d(?:[.,]\d{1,3}|:\d\d)(?![\d.,:]\d|\d)")  # 1:53.28, 1.53,28, 2:01:39
_VERSION = re.compile(r"(?<![\d.])\d+(?:\.\d+){2,}(?![\d])")


def dates_and_times(text: str, locale: str, taken: bytearray, *, has_decimal_comma: bool) -> Iterator[Quantity]:
    """Their parts as quantities, the spans of which are claimed in `taken`.

    A point between hours and minutes ("15.30") makes a time only where decimals have a comma.
    """

    def quantity(value: int, unit: str, match: re.Match[str], *, certain: bool = True) -> Quantity:
        return Quantity(Decimal(value), unit, match[0], match.span(), is_certain=certain)

    points, colons, strokes = text.count("."), ":" in text, "-" in text or "–" in text or "/" in text
    if not _POINTED.search(text):
        points, colons = 0, False  # what stands behind words
    for match in _LAP.finditer(text) if colons or points > 1 or (points and "," in text) else ():
        if take(taken, *match.span()):
            yield Quantity(Decimal(0), VERSION, re.sub("[:,]", ".", match[0]), match.span())
    for match in _VERSION.finditer(text) if points > 1 else ():
        if not _DATE.fullmatch(match[0]) and take(taken, *match.span()):
            yield Quantity(Decimal(0), VERSION, match[0], match.span())
    for match in _ISO_DATE.finditer(text) if strokes else ():
        if take(taken, *match.span()):
            yield quantity(int(match[1]), "", match)
            yield quantity(int(match[2]), MONTH, match)
            yield quantity(int(match[3]), "", match)
    for match in _DATE.finditer(text) if strokes or points > 1 else ():
        first, second = int(match[1]), int(match[3])
        is_american = match[2] == "/" and locale in ("en", "en-US")
        day, month = (second, first) if is_american else (first, second)
        if 1 <= month <= 12 and 1 <= day <= 31 and take(taken, *match.span()):
            yield quantity(day, "", match)
            yield quantity(month, MONTH, match)
            yield quantity(int(match[4]), "", match)
    for match in _FRACTION.finditer(text) if "/" in text else ():
        if take(taken, *match.span()):
            yield from (quantity(int(part), "", match, certain=False) for part in match[0].split("/"))
            if match[0] == "9/11":  # the day, which other languages name whole
                yield quantity(9, MONTH, match, certain=False)
                yield quantity(2001, "", match, certain=False)
    for match in _CLOCK.finditer(text) if points or colons else ():
        is_clock = match[2] == ":" or match[4] or has_decimal_comma
        if is_clock and not _PERCENT.match(text, match.end()) and take(taken, *match.span()):
            yield quantity((int(match[1]) * 60 + int(match[3])) % 720, TIME, match)
    for match in _HOUR_SIGN.finditer(text) if locale.partition("-")[0] in _WITH_HOUR_SIGN else ():
        if take(taken, *match.span()):
            hour = int(match[1])
            other = None if match[2] else Decimal(hour)
            yield Quantity(Decimal((hour * 60 + int(match[2] or 0)) % 720), TIME, match[0], match.span(), other=other)
    lower = text.lower()
    for match in _HOUR.finditer(text) if any(sign in lower for sign in _HOUR_SIGNS) else ():
        if take(taken, *match.span()):
            hour = int(match[1] or match[2])
            yield Quantity(Decimal(hour * 60 % 720), TIME, match[0], match.span(), other=Decimal(hour))
    for match in _YEAR_RANGE.finditer(text) if strokes else ():
        if take(taken, *match.span()):
            yield quantity(int(match[1] + match[2]), "", match)
            yield quantity(int(match[1] + match[3]), "", match)
