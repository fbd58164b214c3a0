"""Roman numerals behind names: King Frederik VI, World War II."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from l10n.checks.quantity import Quantity, take

_NUMERAL = re.compile(r"(?<=[^\W\d_A-Z]\s)[IVX]{1,6}(?!\w)")
_TENS, _UNITS = ("", "X", "XX", "XXX"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_VALUES = {ten + unit: 10 * i + j for i, ten in enumerate(_TENS) for j, unit in enumerate(_UNITS) if ten + unit}


def is_roman(word: str) -> bool:
    """Is the word a numeral up to 39?"""
    return word in _VALUES


def roman_numerals(text: str, taken: bytearray) -> Iterator[Quantity]:
    """Those up to 39; never certain, for a numeral may be a word or a letter: “I”, “X”."""
    for match in _NUMERAL.finditer(text):
        if match[0] in _VALUES and take(taken, *match.span()):
            yield Quantity(Decimal(_VALUES[match[0]]), "", match[0], match.span(), is_certain=False)
