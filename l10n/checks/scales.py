"""Names of large numbers by locale: "billion" is 10⁹ in English, and 10¹² in Norwegian and German."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from l10n.checks.scale_forms import more_scales
from l10n.model.locale import babel_locale

_ENDINGS = ("", "er", "ar", "en", "n", "ene", "ane", "erna", "erne", "s", "e", "a")
_COMMON_SCALES = {
    "en": {
        "m": 6,
        "mn": 6,
        "bn": 9,
        "tn": 12,
        "k": 3,
        "million": 6,
        "billion": 9,
        "trillion": 12,
        "quadrillion": 15,
        "decade": 1,
        "decades": 1,
        "century": 2,
        "centuries": 2,
    },
    "nb": {"mill": 6, "mrd": 9, "trillion": 18, "billiard": 15, "hundre": 2, "tiår": 1, "århundre": 2, "hundreår": 2},
    "nn": {"mill": 6, "mrd": 9, "trillion": 18, "billiard": 15, "hundre": 2, "tiår": 1, "århundre": 2, "hundreår": 2},
    "da": {"mio": 6, "mia": 9, "trillion": 18, "hundrede": 2},
    "sv": {"mn": 6, "mdr": 9, "trillion": 18, "triljon": 18, "biljon": 12, "hundra": 2},
    "de": {"mio": 6, "mrd": 9, "trillion": 18, "billiarde": 15},
}


_DOZENS = {"en": {"dozen": Decimal(12)}, "nb": {"dusin": Decimal(12)}, "da": {"dusin": Decimal(12)}}
_WRITTEN_TOGETHER = "\u2e80"
"""From here on are the letters of languages that write a number and its scale as one: 34億, 34억."""


@lru_cache
def scales(locale: str) -> dict[str, Decimal]:
    """Names of large numbers, lower case, with the endings they take: `{"billioner": 10**12, …}`."""
    language = locale.partition("-")[0]
    found: dict[str, Decimal] = {}
    long = babel_locale(locale)._data["compact_decimal_formats"].get("long") or {}
    short = babel_locale(locale)._data["compact_decimal_formats"].get("short") or {}
    # where the abbreviations stand above, CLDR's are not asked: its Danish “t” is a thousand
    widths = (long or short,) if language in _COMMON_SCALES else (long, short)
    for patterns in (pattern for width in widths for pattern in width.values()):
        for power, pattern in patterns.items():
            zeros = pattern.pattern.count("0")
            name = " ".join(re.sub(r"[0\s'\u00a0\u200f]+", " ", pattern.pattern).split()).rstrip(". ").casefold()
            if name and zeros:
                found.setdefault(name, Decimal(power) / 10 ** (zeros - 1))
    for name, power in _COMMON_SCALES.get(language, {}).items():
        found.setdefault(name, Decimal(10) ** power)
    for name, value in list(found.items()) if language in _COMMON_SCALES else ():
        if name.isalpha() and len(name) > 5:
            for ending in _ENDINGS:
                found.setdefault(name + ending, value)
    found |= _DOZENS.get(language, {})
    return more_scales(language) | found


@lru_cache
def scale_pattern(locale: str) -> re.Pattern[str]:
    """` million`, `-million`, `bn`; a single letter only where it touches the digits: 300m."""
    names = scales(locale)
    signs = _any_of({name for name in names if name[0] >= _WRITTEN_TOGETHER})
    words = _any_of({name for name in names if len(name) > 1 and name[0] < _WRITTEN_TOGETHER})
    letters = _any_of({name for name in names if len(name) == 1 and name.isascii()})
    spelled = rf"(?:[\s-]?(?={words})|(?={letters}))(?P<name>{words}|{letters})(?!\w)\.?"
    return re.compile(rf"{spelled}|(?P<sign>{signs})", re.IGNORECASE)


def _any_of(names: set[str]) -> str:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace("\\ ", r"\s") for name in longest_first) or "(?!)"
