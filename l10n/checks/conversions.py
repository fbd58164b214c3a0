"""Measures that were converted for the reader: 50 miles, 80 kilometer; 90 minutes, halvannen time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from l10n.checks.contract import Fault, Subject
from l10n.checks.measures import is_same_measure, unit_place
from l10n.checks.quantity import Quantity
from l10n.model.finding import Severity

# what readers of metric units are given instead: 50 miles, 80 kilometer
_CONVERTED = ((r"mile", 1.609), (r"feet|foot|ft\b", 0.3048), (r"feet|foot", 30.48), (r"inch", 2.54), (r"inch", 25.4),
              (r"pound|lbs?\b", 0.4536),
              (r"acre", 4.047), (r"acre", 0.4047), (r"gallon", 3.785), (r"yard", 0.9144),
              (r"square mile", 2.59), (r"ounce", 28.35), (r"mph\b", 1.609),
              (r"mph\b|miles (?:per|an) hour", 0.447), (r"km/h|kph\b|kilomet(?:er|re)s? (?:per|an) hour", 0.2778),
              (r"knots?\b", 0.5144), (r"knots?\b", 1.852))  # fmt: skip
_IN_TWO_UNITS = re.compile(
    r"(\d+)[\s-](feet|foot|ft|pounds?|lbs?|stone)\b,?\s(?:and\s)?(\d+)[\s-](?:inch(?:es)?|in|ounces?|oz|pounds?|lbs?)\b"
)
_TWO_UNITS = {"f": (("0.3048", "0.0254"), ("30.48", "2.54")), "p": (("0.4536", "0.02835"), ("453.6", "28.35")),
              "l": (("0.4536", "0.02835"), ("453.6", "28.35")), "s": (("6.35", "0.4536"),)}  # fmt: skip
"""By the first letter of the larger unit: metres or centimetres, kilos or grams."""
_UNCONVERTED = tuple(
    (re.compile(rf"[\s-]?(?:{imperial})\b(?!\s?\(|,?\s\d)"), re.compile(rf"\s?(?:{metric})\b"))
    for imperial, metric in (
        (r"miles?", r"km|kilometer\w*"), (r"pounds?|lbs?", r"kg|kilo\w*"), (r"feet|foot|ft", r"m|meter\w*"),
        (r"inch(?:es)?", r"cm|centimeter\w*"), (r"ounces?", r"gram"), (r"gallons?", r"liter\w*"),
        (r"acres?", r"hektar|dekar|mål"), (r"degrees Fahrenheit|°\s?F", r"°\s?C|grader(?!\sfahrenheit)|celsius"),
    )
)  # fmt: skip
"""An English unit, and the metric one that has another size."""
_MINUS = re.compile(r"(?:minus|negative|[-−])\s?$", re.IGNORECASE)
_FAHRENHEIT = re.compile(
    r"\s?(?:degrees|°)\s?(?:F\b|Fahrenheit)|[\s-]degrees?\b(?![\s-](?:C\b|Celsius|north|south|east|west|angle|turn))"
)
"""American news says “104-degree heat” and means Fahrenheit."""


def without_conversions(
    missing: list[Quantity], extra: list[Quantity], words: list[Quantity], text: str
) -> tuple[list[Quantity], list[Quantity]]:
    """Take out pairs that are one measure in two systems, as near as a newspaper rounds."""
    if missing and extra:
        missing, extra = _without_double_units(missing, extra, text)
    for lost in [*missing, *words]:
        for new in list(extra):
            unit = unit_place(text, lost)
            if _is_conversion(lost, new, text[unit : unit + 20].casefold(), text):
                missing = [q for q in missing if q is not lost]
                extra = [q for q in extra if q is not new]
                break
    return missing, extra


def _without_double_units(
    missing: list[Quantity], extra: list[Quantity], text: str
) -> tuple[list[Quantity], list[Quantity]]:
    """Take out 6 feet 5 inches with 196 centimetres, 7 pounds 3 ounces with 3260 grams."""
    for match in _IN_TWO_UNITS.finditer(text):
        large, small = Decimal(match[1]), Decimal(match[3])
        values = [large * Decimal(first) + small * Decimal(second) for first, second in _TWO_UNITS[match[2][0]]]
        said = [q for q in extra if any(abs(q.value - value) <= value / 50 for value in values)]
        if said:
            missing = [q for q in missing if not match.start() <= q.span[0] < match.end()]
            extra = [q for q in extra if q not in said]
    return missing, extra


def without_other_units(
    missing: list[Quantity], extra: list[Quantity], both: tuple[list[Quantity], list[Quantity]], subject: Subject
) -> tuple[list[Quantity], list[Quantity]]:
    """Take out what stands in another unit on the other side, in digits or in words: 90 minutes, halvannen time."""
    if not missing and not extra:
        return missing, extra
    texts = subject.source_prose, subject.target_prose
    source, target = both
    missing = [q for q in missing if not any(is_same_measure(q, other, texts, subject.languages) for other in target)]
    extra = [q for q in extra if not any(is_same_measure(other, q, texts, subject.languages) for other in source)]
    return missing, extra


def _is_conversion(lost: Quantity, new: Quantity, after: str, text: str) -> bool:
    if _FAHRENHEIT.match(text, lost.span[1]):
        value = -lost.value if _MINUS.search(text, 0, lost.span[0]) else lost.value
        return abs(abs((value - 32) * 5 / 9) - new.value) <= 2  # "20 minusgrader": the sign is not the number's
    factors = (Decimal(str(factor)) for unit, factor in _CONVERTED if re.match(rf"[\s-]?(?:{unit})", after))
    return any(abs(lost.value * factor - new.value) <= new.value / 8 for factor in factors)


def unconverted(source: list[Quantity], target: list[Quantity], subject: Subject) -> Iterator[Fault]:
    """50 miles are not 50 kilometres."""
    for lost in source:
        for imperial, metric in _UNCONVERTED:
            theirs = imperial.match(subject.source_prose, lost.span[1]) if lost.value else None
            if theirs is None:
                continue
            for new in target:
                ours = metric.match(subject.target_prose, new.span[1]) if new.value == lost.value else None
                if ours is not None:
                    text = f"“{lost.raw}{theirs[0]}” has become “{new.raw}{ours[0]}”."
                    yield Fault(Severity.ERROR, text, "Convert the measure, or keep the unit.", new.span)
                    return
