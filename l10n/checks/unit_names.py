"""Names of currencies and units that newspapers write and CLDR does not, as patterns, by language."""

# ruff: noqa: E501 - a row of a table is read as one line
from __future__ import annotations

NAMES: dict[str, dict[str, str]] = {
    "en": {"USD": r"dollars?|\$", "EUR": r"euros?|€", "GBP": r"pounds? sterling|£", "JPY": r"yen|¥", "krone": r"kron(?:er|or|e|a)",
           "CHF": r"(?:swiss )?francs?", "RUB": r"rubles?|roubles?", "CNY": r"yuan", "INR": r"rupees?",
           "meter": r"met(?:er|re)s?", "kilometer": r"kilomet(?:er|re)s?|km", "centimeter": r"centimet(?:er|re)s?|cm",
           "millimeter": r"millimet(?:er|re)s?|mm", "kilogram": r"kilo(?:gram)?s?|kg", "ton": r"tons?|tonnes?", "liter": r"lit(?:er|re)s?",
           "hour": r"hours?", "minute": r"minutes?", "second": r"seconds?",
           "points": r"percentage points?", "percent": r"per\s?cent|%", "pound": r"pounds?|lbs?", "ounce": r"ounces?", "stone": r"stone",
           "mile": r"miles?", "foot": r"foot|feet", "inch": r"inch(?:es)?", "yard": r"yards?", "acre": r"acres?",
           "gallon": r"gallons?",
           "decade": r"decades?", "century": r"centur(?:y|ies)", "cubic_meter": r"cubic metres?",
           "square_meter": r"square metres?", "square_kilometer": r"square kilometres?",
           "pint": r"pints?", "fahrenheit": r"degrees fahrenheit", "celsius": r"degrees celsius"},
    "nb": {"USD": r"dollar", "EUR": r"euro", "GBP": r"pund", "JPY": r"yen", "krone": r"kroner?|kr", "CHF": r"(?:sveitsiske )?franc",
           "RUB": r"rubler?", "CNY": r"yuan", "INR": r"rupi(?:er)?", "mil": r"mil", "kilometer": r"km|kilometer", "centimeter": r"cm|centimeter",
           "meter": r"meter|m", "millimeter": r"mm|millimeter", "kilogram": r"kg|kilo(?:gram)?", "ton": r"tonn", "hour": r"timer?s?",
           "points": r"prosentpoeng|prosentenhet(?:er)?", "percent": r"prosent|%", "acre": r"acres?", "dekar": r"dekar|mål", "mile": r"engelske mil",
           "foot": r"fot", "inch": r"tommer?", "gallon": r"gallons?|gallon", "celsius": r"grader celsius",
           "fahrenheit": r"grader fahrenheit",
           "decade": r"tiår", "century": r"århundrer?", "square_kilometer": r"km²", "square_meter": r"m²",
           "minute": r"minutt(?:er)?s?", "second": r"sekund(?:er)?s?", "month": r"måned(?:er)?s?", "week": r"uker?s?", "day": r"dager?s?|døgns?"},
    "nn": {"USD": r"dollar", "EUR": r"euro", "GBP": r"pund", "JPY": r"yen", "krone": r"kroner?|kr", "ton": r"tonn",
           "kilometer": r"km|kilometer", "meter": r"meter|m"},
    "da": {"USD": r"dollars?", "EUR": r"euro", "GBP": r"pund", "JPY": r"yen", "krone": r"kroner?|kr", "ton": r"tons?",
           "kilometer": r"km|kilometer", "meter": r"meter|m"},
    "sv": {"USD": r"dollar", "EUR": r"euro", "GBP": r"pund", "JPY": r"yen", "krone": r"kron(?:or|a)|kr", "ton": r"ton",
           "kilometer": r"km|kilometer", "meter": r"meter|m"},
    "de": {"USD": r"dollar", "EUR": r"euro", "GBP": r"pfund", "JPY": r"yen", "krone": r"kronen?", "ton": r"tonnen?",
           "kilometer": r"km|kilometern?", "meter": r"metern?|m"},
}  # fmt: skip
