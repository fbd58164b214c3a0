"""One measure in two units: 90 minutes are halvannen time, 2,500 grams 2,5 kilo, and 30 miles some five mil."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from l10n.checks.quantity import Quantity

_SLACK = Decimal("0.125")
"""As near as a newspaper rounds."""
_RANGE = re.compile(r"\s?(?:to|or|and|til|eller|[-–—])\s?\d[\d.,]*")

# unit by language: what it is a measure of, and how many of the base units it holds
_Units = tuple[tuple[str, str, str], ...]
_ENGLISH: _Units = (
    (r"minutes?", "time", "60"), (r"hours?|hrs?", "time", "3600"), (r"days?", "time", "86400"),
    (r"weeks?", "time", "604800"), (r"fortnights?", "time", "1209600"), (r"months?", "time", "2629800"),
    (r"years?", "time", "31557600"),
    (r"(?:millimet(?:er|re)s?|mm)", "length", "0.001"), (r"(?:centimet(?:er|re)s?|cm)", "length", "0.01"),
    (r"(?:met(?:er|re)s?|m)", "length", "1"),
    (r"(?:kilomet(?:er|re)s?|km)", "length", "1000"), (r"nautical miles?", "length", "1852"),
    (r"miles?", "length", "1609"), (r"(?:feet|foot|ft)", "length", "0.3048"), (r"yards?", "length", "0.9144"),
    (r"inch(?:es)?", "length", "0.0254"),
    (r"grams?", "mass", "0.001"), (r"(?:kilos?|kilograms?|kg)", "mass", "1"), (r"tons?", "mass", "907"),
    (r"tonnes?", "mass", "1000"),
    (r"(?:pounds?|lbs?)", "mass", "0.4536"), (r"ounces?", "mass", "0.02835"), (r"stone", "mass", "6.35"),
    (r"lit(?:er|re)s?", "volume", "1"), (r"gallons?", "volume", "3.785"), (r"pints?", "volume", "0.5"),
    (r"barrels?", "volume", "159"),
    (r"square met(?:er|re)s?", "area", "1"), (r"(?:square kilomet(?:er|re)s?|km²)", "area", "1000000"),
    (r"acres?", "area", "4047"), (r"hectares?", "area", "10000"), (r"square miles?", "area", "2590000"),
    (r"square (?:feet|foot)", "area", "0.0929"),
    (r"(?:mph|miles per hour|miles an hour)", "speed", "1.609"), (r"km/h", "speed", "1"),
)  # fmt: skip
_SCANDINAVIAN: _Units = (
    (r"minut(?:t|ter|ters|ts|er|ers)?", "time", "60"), (r"kvarter", "time", "900"),
    (r"tim(?:e|er|ers|es|mar)", "time", "3600"), (r"d(?:ø|y)gn", "time", "86400"),
    (r"dag(?:er|ar|ers|s|e|es)?", "time", "86400"),
    (r"uke(?:r|rs|s)?|veke(?:r|s)?|uger?s?|veck(?:a|or)s?", "time", "604800"),
    (r"måned(?:er|ers|s)?|månad(?:er|s)?", "time", "2629800"), (r"års?", "time", "31557600"),
    (r"(?:millimeter|mm)", "length", "0.001"), (r"(?:centimeter|cm)", "length", "0.01"),
    (r"(?:meter|m)", "length", "1"), (r"(?:kilometer|km)", "length", "1000"),
    (r"mil", "length", "10000"), (r"nautiske? mil", "length", "1852"), (r"fot", "length", "0.3048"),
    (r"gram", "mass", "0.001"), (r"(?:kilo(?:gram)?|kg)", "mass", "1"), (r"tonn", "mass", "1000"),
    (r"(?:hekto|hg)", "mass", "0.1"),
    (r"liter", "volume", "1"), (r"desiliter", "volume", "0.1"), (r"halvliter", "volume", "0.5"),
    (r"fat", "volume", "159"),
    (r"(?:kvadratmeter|m²)", "area", "1"), (r"(?:kvadratkilometer|km²)", "area", "1000000"),
    (r"dekar|mål", "area", "1000"),
    (r"hektar", "area", "10000"),
    (r"(?:kilometer i timen|km/t)", "speed", "1"),
)  # fmt: skip
_SCANDINAVIAN_SINGLE: _Units = (
    (r"kvarter(?:et)?s?", "time", "900"), (r"tim(?:e|en|es|me|men)", "time", "3600"),
    (r"d(?:ø|y)gn(?:et)?s?", "time", "86400"),
    (r"uke[na]?s?|vek[ae]s?|ugen?s?|vecka[n]?s?", "time", "604800"),
    (r"fjorten dager", "time", "1209600"), (r"måned(?:en)?s?|månad(?:en)?s?", "time", "2629800"),
    (r"kvartal(?:et)?", "time", "7889400"), (r"(?:halv|halvt )år(?:et|s)?", "time", "15778800"),
    (r"år(?:et|s)?|årlig\w*", "time", "31557600"), (r"tiår(?:et)?", "time", "315576000"),
    (r"(?:århundre|hundreår)(?:t|et)?", "time", "3155760000"), (r"femmil[ae]", "length", "50000"),
    (r"tremil[ae]", "length", "30000"), (r"mil[ae]", "length", "10000"),
)  # fmt: skip
_SINGLE = dict.fromkeys(("nb", "nn", "no", "da", "sv"), _SCANDINAVIAN_SINGLE)
_UNITS = {"en": _ENGLISH} | dict.fromkeys(("nb", "nn", "no", "da", "sv"), _SCANDINAVIAN)


def is_same_measure(first: Quantity, second: Quantity, texts: tuple[str, str], languages: tuple[str, str]) -> bool:
    """Do both count the same thing in different units, as near as a newspaper rounds?"""
    theirs, ours = (_measured(*one) for one in zip((first, second), texts, languages, strict=True))
    if theirs is None or ours is None or theirs[0] != ours[0]:
        return False
    return (
        theirs[1] != ours[1]
        and abs(theirs[1] * first.value - ours[1] * second.value) <= _SLACK * ours[1] * second.value
    )


def is_named_by_unit(first: Quantity, texts: tuple[str, str], languages: tuple[str, str]) -> bool:
    """Does a unit of the translation alone say the measure: the past 24 hours, det siste døgnet?"""
    measured = _measured(first, texts[0], languages[0])
    if measured is None:
        return False
    kind, factor = measured
    length = factor * first.value
    named = {unit for unit, noun in _nouns(languages[1]) if unit[0] == kind and noun.search(texts[1])}
    return any(size != factor and abs(size - length) <= _SLACK * size for _, size in named)


def unit_place(text: str, quantity: Quantity) -> int:
    """Where the unit of a quantity begins; that of 8 in “8 to 12 inches” is behind the 12."""
    end = quantity.span[1]
    other = _RANGE.match(text, end)
    return other.end() if other else end


def _measured(quantity: Quantity, text: str, language: str) -> tuple[str, Decimal] | None:
    """What the quantity is a measure of, and how many base units each of it holds."""
    pattern, units = _pattern(language)
    match = pattern.match(text, unit_place(text, quantity))
    return units[match.lastgroup] if match and match.lastgroup else None


@lru_cache
def _pattern(language: str) -> tuple[re.Pattern[str], dict[str, tuple[str, Decimal]]]:
    units = sorted(_UNITS.get(language, ()), key=lambda unit: len(unit[0]), reverse=True)
    named = {f"u{number}": (kind, Decimal(factor)) for number, (_, kind, factor) in enumerate(units)}
    words = "|".join(rf"(?P<u{number}>{unit[0]})" for number, unit in enumerate(units)) or "(?!)"
    return re.compile(rf"[\s-]?(?:{words})(?!\w)"), named


@lru_cache
def _nouns(language: str) -> tuple[tuple[tuple[str, Decimal], re.Pattern[str]], ...]:
    """Units with a word that names one of them, with its article behind it."""
    return tuple(
        ((kind, Decimal(factor)), re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))
        for words, kind, factor in _SINGLE.get(language, ())
    )
