"""Quantities read from a text as its readers would: value and unit, whatever way the locale writes them.

    "¥1.8 trillion" in English, "1,8 billioner yen" in Bokmål   → 1800000000000
    "December 15"   in English, "15. desember"      in Bokmål   → month 12, and 15

Decimal and group signs, names of months and of large numbers are CLDR's, through Babel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from l10n.checks.clock import dates_and_times
from l10n.checks.east_asian_numbers import LANGUAGES as EAST_ASIAN
from l10n.checks.east_asian_numbers import east_asian_dates_and_times, with_lower_parts
from l10n.checks.number_reading import NumberReading, reading_of, value_of
from l10n.checks.prose import word_set
from l10n.checks.quantity import MONTH, PERCENT, Quantity, take
from l10n.checks.roman_numerals import roman_numerals
from l10n.checks.spoken_times import spoken_times

PERCENT_BEHIND = re.compile(
    r"\s{0,2}(?:%|٪|(?:percentage|percent|per cent|prosent|procent|prozent|pct\b|pst\b|pourcent|por ciento|"
    r"prosenttia|"
    r"procentenheter|protsenti|százalék|proc\b|percento|procent|prósent|por cento|процент|відсотк|パーセント|퍼센트|"
    r"في المئة|في المائة|بالمئة|بالمائة))",
    re.IGNORECASE,
)
_BASIS_POINTS = re.compile(r"\s(?:basis points?|basispunkt\w*)", re.IGNORECASE)
_HUNDRED_AND = re.compile(r"\s?(?P<hundred>hundred)(?:\s(?:and\s)?(?P<rest>[a-z]+(?:-[a-z]+)?))?\b", re.IGNORECASE)
_IN_CENTURY = re.compile(r"[\s-]centur")
_AND_A_HALF = re.compile(r"\s(?:and a half|og (?:en|et|ein|eit) halvt?)(?!\w)")
_JOINING = re.compile(r"\s?(?:to|and|or|til|og|eller|till|och|eller|bis|und|oder|[-–—])\s?[$€£¥]?(?=\d)")
"""Between two numbers that may share what stands behind the second one."""
_UNIT_AND_A_HALF = re.compile(r"\s(?:years?|months?|weeks?|days?|hours?|minutes?|miles?|decades?)\sand\sa\shalf\b")
_GRAND = re.compile(r"\sgrand\b(?!\s(?:slam|prix|piano|jur|tour|final|master|old)\w*)")
_CENTURY = re.compile(r"(?:st|nd|rd|th)[\s-]centur", re.IGNORECASE)
_CURRENCIES = word_set("DKr SKr NKr Kr kr Rs RM Rp CHF NOK SEK DKK EUR USD GBP JPY KSh INR CNY RMB BRL ZAR")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_BESIDE = re.compile(r"(?:\.|st|nd|rd|th)?\s?(?:of\s|de\s)?")
_MEASURE = re.compile(r"\s(?:mile|foot|inch|pound|yard|gallon|acre|ounce)\b")
_DECADES = frozenset({"20", "30", "40", "50", "60", "70", "80", "90"})
_INDEX_SIZES = frozenset({"30", "40", "50", "100", "200", "225", "250", "300", "500", "600", "1000", "2000", "3000"})
_INDEX = re.compile(r"(?:Nikkei|FTSE|S&P|Stoxx|STOXX|CAC|DAX|Dax|CSI|Nasdaq|Russell|MIB|ASX|OMX|Euronext)\s$")
_ARTICLE = re.compile(r"\san?(?=\s)")
_THE = re.compile(r"\bthe\s(?:early\s|mid-?\s?|late\s)?$", re.IGNORECASE)
_HALF = Decimal("0.5")
_NAME_BEFORE = re.compile(r"(?:[A-Za-z\u00c0-\u1fff]+|(?:[A-Z]{1,6}|Covid)-)$")  # G7, F-16; not mid-2025
_MODEL = re.compile(r"(?<=[a-z]\s)\d{3}-\d{3}(?!\d)")
"""What a Boeing 737-800 is called."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_FEAST = re.compile(r"\.\s(?:(?:jul|jol|påske|pinse|nyttår)\w*dag|(?:sø|su)ndag i advent)", re.IGNORECASE)
"""Feasts that only Scandinavians count: 2. påskedag is Easter Monday."""


def read(text: str, locale: str) -> list[Quantity]:
    """The quantities of a text in their order. Number words come with `is_certain=False`."""
    reading = reading_of(locale)
    taken = bytearray(len(text))
    is_east_asian = locale.partition("-")[0] in EAST_ASIAN
    found = list(east_asian_dates_and_times(text, taken)) if is_east_asian else []
    found += dates_and_times(text, locale, taken, has_decimal_comma=reading.decimal == ",")
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


def _months(text: str, reading: NumberReading, taken: bytearray) -> Iterator[Quantity]:
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


def _numbers(text: str, reading: NumberReading, taken: bytearray) -> Iterator[Quantity]:
    found = _MODEL.finditer(text) if "-" in text else ()
    models = {place for model in found for place in (model.start(), model.start() + 4)}
    for match in reading.number.finditer(text):
        start, end = match.span()
        if any(taken[start:end]):
            continue
        value = value_of(match[0], reading.decimal)
        before = _NAME_BEFORE.search(text, max(0, start - 12), start) if start and text[start - 1] not in " (" else None
        before = None if before and before[0] in _CURRENCIES else before
        scale = None if before else reading.scale.match(text, end)
        if scale and value > 9 and (scale["name"] or "").lower() == "hundre":
            scale = None  # Route 66 fyller hundre
        other = None
        if not scale and not before and (shared := _shared_scale(text, end, reading)):
            other = value * shared  # between 15 and 20 million
        if scale:
            other = value if len(scale["name"] or "") == 1 else None  # "100m" may be metres
            value *= reading.scale_of(scale)
            end = scale.end()
            if scale["sign"]:
                value, end = with_lower_parts(text, end, value, reading)
        percent = PERCENT_BEHIND.match(text, end)
        if points := _BASIS_POINTS.match(text, end):
            value, percent = value / 100, points
        end = percent.end() if percent else end
        if grand := _GRAND.match(text, end):
            value, end = value * 1000, grand.end()
        if start and text[start - 1] in "'’" and len(match[0]) == 2:
            other = value + 1900  # the summer of '69
        if len(match[0]) == 4 and match[0][2:] in _DECADES and text.startswith("s", end):
            other = value % 100  # the 1960s, 60-tallet
        # "the 21st century, not the 19th"
        century = _CENTURY.match(text, end) or ("centur" in text and _ORDINAL.match(text, end))
        taken[start:end] = b"\1" * (end - start)
        ordinal = _ORDINAL.match(text, end)
        yield Quantity(
            value,
            PERCENT if percent else "",
            text[start : ordinal.end() if ordinal else end].rstrip("."),
            (start, end),
            prefix=before[0] if before else "",
            is_certain=not before
            and start not in models
            and not (start and text[start - 1] == "+")  # +47 22 86 30 00
            and not _FEAST.match(text, end)
            and not _is_index(match[0], text, start),
            other=(value - 1) * 100 if century else other,
        )


def _words(text: str, reading: NumberReading, taken: bytearray) -> Iterator[Quantity]:
    if not reading.words:
        return
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        value = reading.words.get(word)
        if value is None and "-" in word:
            value = reading.words.get(word.partition("-")[0])
        if word in ("a", "an") and (_MEASURE.match(text, match.end()) or reading.scale.match(text, match.end())):
            value = 1
        if _UNIT_AND_A_HALF.match(text, match.end()) and (value or word in ("a", "an")):
            value = (value or 1) + _HALF
        if value is None or any(taken[match.start() : match.end()]):
            continue
        ordinal, _, compound = word.partition("-")
        is_named_century = compound.startswith("centur") or _IN_CENTURY.match(text, match.end()) is not None
        is_century = is_named_century and ordinal.endswith(("th", "st", "nd", "rd"))
        article = _ARTICLE.match(text, match.end())  # "half a million"
        scale = reading.scale.match(text, article.end() if article else match.end())
        if half := _AND_A_HALF.match(text, match.end()):
            value += _HALF
            scale = reading.scale.match(text, half.end())
        scale = None if is_century else scale
        scaled = value * reading.scale_of(scale) if scale else Decimal(value)
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
        if scale and not half and _AND_A_HALF.match(text, end):
            other = scaled * 3 / 2  # a million and a half
        unit = PERCENT if PERCENT_BEHIND.match(text, end) else ""
        taken[match.start() : end] = b"\1" * (end - match.start())
        yield Quantity(scaled, unit, text[match.start() : end], (match.start(), end), is_certain=False, other=other)


def _shared_scale(text: str, end: int, reading: NumberReading) -> Decimal | None:
    """The scale of the number that this one is named with: 15 to 20 million."""
    joined = _JOINING.match(text, end)
    number = reading.number.match(text, joined.end()) if joined else None
    scale = reading.scale.match(text, number.end()) if number else None
    return reading.scale_of(scale) if scale else None


def _is_index(digits: str, text: str, start: int) -> bool:
    """The 225 of “Nikkei 225”: a part of a name that the index goes without, too."""
    return digits in _INDEX_SIZES and _INDEX.search(text, max(0, start - 11), start) is not None
