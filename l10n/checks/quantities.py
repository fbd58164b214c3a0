"""Quantities read from a text as its readers would: value and unit, whatever way the locale writes them.

    "¥1.8 trillion" in English, "1,8 billioner yen" in Bokmål   → 1800000000000
    "December 15"   in English, "15. desember"      in Bokmål   → month 12, and 15

Decimal and group signs, names of months and of large numbers are CLDR's, through Babel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from l10n.checks.number_words import number_words
from l10n.checks.scales import scale_pattern, scales
from l10n.model.locale import babel_locale

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


_SPACES = " \u00a0\u202f\u2009"
_PERCENT = re.compile(
    r"\s{0,2}(?:%|٪|(?:percentage|percent|per cent|prosent|procent|prozent|pct\b|pst\b|pourcent|por ciento|prosenttia|"
    r"procentenheter|protsenti|százalék))",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?<![\d.,:])([01]?\d|2[0-4])([:.])([0-5]\d)(?![\d.,:]?\d)(\s?[ap]\.?m\b)?", re.IGNORECASE)
_HOUR = re.compile(
    r"(?<![\d.,:])(1[0-2]|[1-9])\s?[ap]\.?m\b|\b(?:kl\.|klokken|klokka|klockan)\s?(\d\d?)(?![\d.:])", re.I
)
_YEAR_RANGE = re.compile(r"(?<!\d)([12]\d)(\d\d)\s?[-–/]\s?(\d\d)(?![\d-])")
_DAY_FIRST = re.compile(r"(?<![\d.])(\d{1,2})[./](\d{1,2})[./](\d{4}|\d\d)(?![\d.])")
_ISO_DATE = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_FRACTION = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])")
_CENTURY = re.compile(r"(?:st|nd|rd|th)[\s-]centur", re.IGNORECASE)
_LAP = re.compile(r"(?<![\d.,:])\d{1,2}[:.]\d\d[.,]\d{1,3}(?![\d.,:]\d|\d)")  # 1:53.28, 1.53,28
_VERSION = re.compile(r"(?<![\d.])\d+(?:\.\d+){2,}(?![\d])")
_BESIDE = re.compile(r"(?:\.|st|nd|rd|th)?\s?(?:of\s|de\s)?")
_ARTICLE = re.compile(r"\san?(?=\s)")
_NAME_BEFORE = re.compile(r"(?:[A-Za-z\u00c0-\u1fff]+|(?:[A-Z]{1,6}|Covid)-)$")  # G7, F-16; not mid-2025
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


@dataclass(frozen=True)
class _Reading:
    """How a locale writes numbers."""

    number: re.Pattern[str]
    decimal: str
    scales: dict[str, Decimal]
    scale: re.Pattern[str]
    months: dict[str, int]
    month: re.Pattern[str]
    words: dict[str, int | Decimal]


def read(text: str, locale: str) -> list[Quantity]:
    """The quantities of a text in their order. Number words come with `is_certain=False`."""
    reading = _reading(locale)
    taken = bytearray(len(text))
    found = [*_dates_and_times(text, locale, taken), *_months(text, reading, taken)]
    found += _numbers(text, reading, taken)
    found += _words(text, reading, taken)
    return sorted(found, key=lambda quantity: quantity.span)


def days(quantities: list[Quantity], text: str) -> set[tuple[int, int]]:
    """(day, month) of the days that stand right beside their month, before or after it."""
    found: set[tuple[int, int]] = set()
    for first, second in pairwise(quantities):
        between = text[first.span[1] : second.span[0]]
        month, day = (first, second) if first.unit == MONTH else (second, first)
        if month.unit == MONTH and day.unit == "" and 1 <= day.value <= 31 and _BESIDE.fullmatch(between):
            found.add((int(day.value), int(month.value)))
    return found


def _take(taken: bytearray, start: int, end: int) -> bool:
    """Claim a span; False where a part of it belongs to another quantity."""
    if any(taken[start:end]):
        return False
    taken[start:end] = b"\1" * (end - start)
    return True


def _dates_and_times(text: str, locale: str, taken: bytearray) -> Iterator[Quantity]:
    def quantity(value: int, unit: str, match: re.Match[str], *, certain: bool = True) -> Quantity:
        return Quantity(Decimal(value), unit, match[0], match.span(), is_certain=certain)

    for match in _LAP.finditer(text):
        if _take(taken, *match.span()):
            yield Quantity(Decimal(0), VERSION, re.sub("[:,]", ".", match[0]), match.span())
    for match in _VERSION.finditer(text):
        if not _DAY_FIRST.fullmatch(match[0]) and _take(taken, *match.span()):
            yield Quantity(Decimal(0), VERSION, match[0], match.span())
    for match in _ISO_DATE.finditer(text):
        if _take(taken, *match.span()):
            yield quantity(int(match[1]), "", match)
            yield quantity(int(match[2]), MONTH, match)
            yield quantity(int(match[3]), "", match)
    for match in _DAY_FIRST.finditer(text):
        first, second = int(match[1]), int(match[2])
        day, month = (second, first) if locale == "en" or locale.startswith("en-US") else (first, second)
        if 1 <= month <= 12 and 1 <= day <= 31 and _take(taken, *match.span()):
            yield quantity(day, "", match)
            yield quantity(month, MONTH, match)
            yield quantity(int(match[3]), "", match)
    for match in _FRACTION.finditer(text):
        if _take(taken, *match.span()):
            yield from (quantity(int(part), "", match, certain=False) for part in match[0].split("/"))
    for match in _CLOCK.finditer(text):
        is_clock = match[2] == ":" or match[4] or _decimal_sign(locale) == ","
        if is_clock and not _PERCENT.match(text, match.end()) and _take(taken, *match.span()):
            yield quantity((int(match[1]) * 60 + int(match[3])) % 720, TIME, match)
    for match in _HOUR.finditer(text):
        if _take(taken, *match.span()):
            hour = int(match[1] or match[2])
            yield Quantity(Decimal(hour * 60 % 720), TIME, match[0], match.span(), other=Decimal(hour))
    for match in _YEAR_RANGE.finditer(text):
        if _take(taken, *match.span()):
            yield quantity(int(match[1] + match[2]), "", match)
            yield quantity(int(match[1] + match[3]), "", match)


def _months(text: str, reading: _Reading, taken: bytearray) -> Iterator[Quantity]:
    for match in reading.month.finditer(text):
        if _take(taken, *match.span()):
            value = reading.months[match[0].rstrip(".").casefold()]
            # "May" and "March" are verbs too, "mars" a planet, "mai" nothing else: a day or year beside it decides
            near = text[max(0, match.start() - 6) : match.start()] + text[match.end() : match.end() + 6]
            certain = any(char.isdigit() for char in near) or match[0].casefold() not in _AMBIGUOUS_MONTHS
            yield Quantity(Decimal(value), MONTH, match[0], match.span(), is_certain=certain)


_AMBIGUOUS_MONTHS = frozenset({"may", "march", "mars", "marts", "mar", "sept", "sep", "dec", "jan", "august"})


def _numbers(text: str, reading: _Reading, taken: bytearray) -> Iterator[Quantity]:
    for match in reading.number.finditer(text):
        start, end = match.span()
        if any(taken[start:end]):
            continue
        value = _value(match[0], reading.decimal)
        before = _NAME_BEFORE.search(text, max(0, start - 12), start)
        scale = None if before else reading.scale.match(text, end)
        other = None
        if scale:
            other = value if len(scale["name"] or "") == 1 else None  # "100m" may be metres
            value *= _scale_of(scale, reading)
            end = scale.end()
        percent = _PERCENT.match(text, end)
        end = percent.end() if percent else end
        century = _CENTURY.match(text, end)
        taken[start:end] = b"\1" * (end - start)
        yield Quantity(
            value,
            PERCENT if percent else "",
            text[start:end].rstrip("."),
            (start, end),
            prefix=before[0] if before else "",
            is_certain=not before,
            other=(value - 1) * 100 if century else other,
        )


def _words(text: str, reading: _Reading, taken: bytearray) -> Iterator[Quantity]:
    if not reading.words:
        return
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        value = reading.words.get(word, reading.words.get(word.partition("-")[0]))
        if value is None or any(taken[match.start() : match.end()]):
            continue
        article = _ARTICLE.match(text, match.end())  # "half a million"
        scale = reading.scale.match(text, article.end() if article else match.end())
        scaled = value * _scale_of(scale, reading) if scale else Decimal(value)
        end = scale.end() if scale else match.end()
        unit = PERCENT if _PERCENT.match(text, end) else ""
        yield Quantity(scaled, unit, text[match.start() : end], (match.start(), end), is_certain=False)


def _scale_of(match: re.Match[str], reading: _Reading) -> Decimal:
    return reading.scales[(match["name"] or match["sign"]).casefold().rstrip(".")]


def _value(raw: str, decimal: str) -> Decimal:
    """A number by its locale's decimal sign; a sign in the other role is read as what it must be."""
    digits = re.sub(rf"[{_SPACES}'’]", "", raw)
    signs = [char for char in digits if char in ".,"]
    if not signs:
        return Decimal(digits)
    # several of one kind, one before another kind, or a foreign one before three digits: groups of thousands
    is_grouped = len(signs) > 1 or (signs[0] != decimal and re.fullmatch(r"[1-9]\d{0,2}.\d{3}", digits))
    if is_grouped:
        digits = digits.replace(signs[0], "")
    return Decimal(digits.replace(",", "."))


@lru_cache
def _decimal_sign(locale: str) -> str:
    symbols = babel_locale(locale).number_symbols
    return str(symbols.get("latn", symbols).get("decimal", "."))


@lru_cache
def _reading(locale: str) -> _Reading:
    known = babel_locale(locale)
    decimal = "," if _decimal_sign(locale) == "," else "."
    blanks = _SPACES if decimal == "," else _SPACES[1:]  # "in 2025 300 people" is no number in English
    names = {
        name.rstrip("."): number
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in known.months[form][width].items()
        if len(name.rstrip(".")) > 2 and not name.isdigit()
    }
    return _Reading(
        number=re.compile(
            rf"\d{{1,3}}(?:[{blanks}'’]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|"
            r"\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?"
        ),
        decimal=decimal,
        scales=scales(locale),
        scale=scale_pattern(locale),
        months={name.casefold(): number for name, number in names.items()},
        month=_month_pattern({form for name in names for form in (name, name[0].upper() + name[1:])}),
        words=number_words(locale.partition("-")[0]),
    )


def _month_pattern(names: set[str]) -> re.Pattern[str]:
    """Names as CLDR writes them, or with a capital at the start of a sentence: "may" is no month in English."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True)) or '(?!)'})(?!\w)")
