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

from l10n.checks.clock import dates_and_times
from l10n.checks.number_words import number_words
from l10n.checks.quantity import MONTH, PERCENT, Quantity, take
from l10n.checks.roman_numerals import roman_numerals
from l10n.checks.scales import scale_pattern, scales
from l10n.checks.spoken_times import spoken_times
from l10n.model.locale import babel_locale

_SPACES = " \u00a0\u202f\u2009"
_PERCENT = re.compile(
    r"\s{0,2}(?:%|٪|(?:percentage|percent|per cent|prosent|procent|prozent|pct\b|pst\b|pourcent|por ciento|"
    r"prosenttia|"
    r"procentenheter|protsenti|százalék))",
    re.IGNORECASE,
)
_BASIS_POINTS = re.compile(r"\s(?:basis points?|basispunkt\w*)", re.IGNORECASE)
_HUNDRED_AND = re.compile(r"\s?(?P<hundred>hundred)(?:\s(?:and\s)?(?P<rest>[a-z]+(?:-[a-z]+)?))?\b", re.IGNORECASE)
_IN_CENTURY = re.compile(r"[\s-]centur")
_AND_A_HALF = re.compile(r"\s(?:and a half|og (?:en|et|ein|eit) halvt?)(?!\w)")
_GRAND = re.compile(r"\sgrand\b(?!\s(?:slam|prix|piano|jur|tour|final|master|old)\w*)")
_CENTURY = re.compile(r"(?:st|nd|rd|th)[\s-]centur", re.IGNORECASE)
_BESIDE = re.compile(r"(?:\.|st|nd|rd|th)?\s?(?:of\s|de\s)?")
_MEASURE = re.compile(r"\s(?:mile|foot|inch|pound|yard|gallon|acre|ounce)\b")
_DECADES = frozenset({"20", "30", "40", "50", "60", "70", "80", "90"})
_INDEX_SIZES = frozenset({"30", "40", "50", "100", "200", "225", "250", "300", "500", "600", "1000", "2000", "3000"})
_INDEX = re.compile(r"(?:Nikkei|FTSE|S&P|Stoxx|STOXX|CAC|DAX|Dax|CSI|Nasdaq|Russell|MIB|ASX|OMX|Euronext)\s$")
_ARTICLE = re.compile(r"\san?(?=\s)")
_THE = re.compile(r"\bthe\s(?:early\s|mid-?\s?|late\s)?$", re.IGNORECASE)
_HALF = Decimal("0.5")
_NAME_BEFORE = re.compile(r"(?:[A-Za-z\u00c0-\u1fff]+|(?:[A-Z]{1,6}|Covid)-)$")  # G7, F-16; not mid-2025
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_FEAST = re.compile(r"\.\s(?:(?:jul|jol|påske|pinse|nyttår)\w*dag|(?:sø|su)ndag i advent)", re.IGNORECASE)
"""Feasts that only Scandinavians count: 2. påskedag is Easter Monday."""


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
    found = list(dates_and_times(text, locale, taken, has_decimal_comma=reading.decimal == ","))
    found += spoken_times(text, locale.partition("-")[0], taken)
    found += roman_numerals(text, taken)
    found += _months(text, reading, taken)
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


def _months(text: str, reading: _Reading, taken: bytearray) -> Iterator[Quantity]:
    for match in reading.month.finditer(text):
        if take(taken, *match.span()):
            value = reading.months[match[0].rstrip(".").casefold()]
            # "May" and "March" are verbs too, "mars" a planet, "mai" nothing else: a day or year beside it decides
            near = text[max(0, match.start() - 4) : match.start()] + text[match.end() : match.end() + 2]
            certain = any(char.isdigit() for char in near) or match[0].casefold() not in _AMBIGUOUS_MONTHS
            yield Quantity(Decimal(value), MONTH, match[0], match.span(), is_certain=certain)


_AMBIGUOUS_MONTHS = frozenset(
    {"may", "march", "mars", "marts", "mar", "sept", "sep", "dec", "des", "jan", "jul", "august"}
)


def _numbers(text: str, reading: _Reading, taken: bytearray) -> Iterator[Quantity]:
    for match in reading.number.finditer(text):
        start, end = match.span()
        if any(taken[start:end]):
            continue
        value = _value(match[0], reading.decimal)
        before = _NAME_BEFORE.search(text, max(0, start - 12), start) if start and text[start - 1] not in " (" else None
        scale = None if before else reading.scale.match(text, end)
        other = None
        if scale:
            other = value if len(scale["name"] or "") == 1 else None  # "100m" may be metres
            value *= _scale_of(scale, reading)
            end = scale.end()
        percent = _PERCENT.match(text, end)
        if points := _BASIS_POINTS.match(text, end):
            value, percent = value / 100, points
        end = percent.end() if percent else end
        if grand := _GRAND.match(text, end):
            value, end = value * 1000, grand.end()
        if start and text[start - 1] in "'’" and len(match[0]) == 2:
            other = value + 1900  # the summer of '69
        if len(match[0]) == 4 and match[0][2:] in _DECADES and text.startswith("s", end):
            other = value % 100  # the 1960s, 60-tallet
        century = _CENTURY.match(text, end)
        taken[start:end] = b"\1" * (end - start)
        yield Quantity(
            value,
            PERCENT if percent else "",
            text[start:end].rstrip("."),
            (start, end),
            prefix=before[0] if before else "",
            is_certain=not before and not _FEAST.match(text, end) and not _is_index(match[0], text, start),
            other=(value - 1) * 100 if century else other,
        )


def _words(text: str, reading: _Reading, taken: bytearray) -> Iterator[Quantity]:
    if not reading.words:
        return
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        value = reading.words.get(word)
        if value is None and "-" in word:
            value = reading.words.get(word.partition("-")[0])
        if word in ("a", "an") and (_MEASURE.match(text, match.end()) or reading.scale.match(text, match.end())):
            value = 1
        if value is None or any(taken[match.start() : match.end()]):
            continue
        is_century = _IN_CENTURY.match(text, match.end()) is not None and word.endswith(("th", "st", "nd", "rd"))
        article = _ARTICLE.match(text, match.end())  # "half a million"
        scale = reading.scale.match(text, article.end() if article else match.end())
        if half := _AND_A_HALF.match(text, match.end()):
            value += _HALF
            scale = reading.scale.match(text, half.end())
        scale = None if is_century else scale
        scaled = value * _scale_of(scale, reading) if scale else Decimal(value)
        end = scale.end() if scale else half.end() if half else match.end()
        if grand := _GRAND.match(text, end):
            scaled, end = scaled * 1000, grand.end()
        if rest := _HUNDRED_AND.match(text, end if value < 10 else match.start()):
            added = reading.words.get((rest["rest"] or "").casefold(), 0)
            scaled, end = (
                Decimal((value if value < 10 else 1) * 100 + added),
                rest.end() if added else rest.end("hundred"),
            )
        other = (Decimal(value) - 1) * 100 if is_century else None
        if word.endswith("ties") and _THE.search(text, max(0, match.start() - 10), match.start()):
            other = 1900 + Decimal(value)  # the fifties, 1950-tallet
        unit = PERCENT if _PERCENT.match(text, end) else ""
        taken[match.start() : end] = b"\1" * (end - match.start())
        yield Quantity(scaled, unit, text[match.start() : end], (match.start(), end), is_certain=False, other=other)


def _is_index(digits: str, text: str, start: int) -> bool:
    """The 225 of “Nikkei 225”: a part of a name that the index goes without, too."""
    return digits in _INDEX_SIZES and _INDEX.search(text, max(0, start - 11), start) is not None


def _scale_of(match: re.Match[str], reading: _Reading) -> Decimal:
    return reading.scales[(match["name"] or match["sign"]).casefold().rstrip(".")]


def _value(raw: str, decimal: str) -> Decimal:
    """A number by its locale's decimal sign; a sign in the other role is read as what it must be."""
    if raw.isdigit():
        return Decimal(raw)
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
