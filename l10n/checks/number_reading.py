"""How a locale writes numbers: its signs, and its names of months and of large numbers, which are CLDR's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from l10n.checks.number_words import number_words
from l10n.checks.scales import scale_pattern, scales
from l10n.model.locale import babel_locale

_SPACES = " \u00a0\u202f\u2009"


@dataclass(frozen=True)
class NumberReading:
    """How a locale writes numbers."""

    number: re.Pattern[str]
    decimal: str
    scales: dict[str, Decimal]
    scale: re.Pattern[str]
    months: dict[str, int]
    month: re.Pattern[str]
    words: dict[str, int | Decimal]

    def scale_of(self, match: re.Match[str]) -> Decimal:
        """What a match of `scale` multiplies by."""
        return self.scales[(match["name"] or match["sign"]).casefold().rstrip(".")]


def value_of(raw: str, decimal: str) -> Decimal:
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
def reading_of(locale: str) -> NumberReading:
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
    if locale.startswith("en"):
        names["Sept"] = 9
    return NumberReading(
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
    """Names as CLDR writes them, or with a capital at the start of a sentence.

    In English, "may" is no month, and neither is the Long March.
    """
    return re.compile(
        rf"(?<!\w)(?<!Long )(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True)) or '(?!)'})(?!\w)"
    )
