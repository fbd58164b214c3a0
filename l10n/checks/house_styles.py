"""How a locale, and how a house, writes percent signs, thousands, decimals, dashes and ranges.

The locale's own rules are CLDR's. A house style changes what it names and leaves the rest: add one to `HOUSES`, and
`[checks] profile = "…"` in l10n.toml can name it.

Sources: Språkrådet, skriveregler (sprakradet.no); NTB, Stilbok (ntb.no); TT-språket (tt.se).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from l10n.model.locale import babel_locale

NBSP = "\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """What is right in running text."""

    decimal: str = "."
    """The sign before decimals."""
    groups: frozenset[str] = frozenset()
    """The signs that may stand between thousands; empty for any."""
    percent: Literal["joined", "spaced", "word", ""] = ""
    """`70%`, `70 %`, `70 prosent`; empty where nobody is sure."""
    percent_word: str = ""
    dash: Literal["spaced", "joined", ""] = ""
    """A dash between parts of a sentence: `– as here –`, or `—as here—`."""
    range_dash: str = ""
    """What stands between two numbers, without blanks: `10–20`."""
    ordinal_days: bool = False
    """The day of a month has a point: `15. desember`."""
    serial_comma: bool | None = None
    """A comma before the last “and” of a list of words; None where houses differ."""


HOUSES: dict[tuple[str, str], dict[str, object]] = {
    ("sprakradet", "nb"): {"groups": frozenset(" \u00a0\u202f\u2009")},
    ("sprakradet", "nn"): {"groups": frozenset(" \u00a0\u202f\u2009")},
    ("ntb", "nb"): {"groups": frozenset(". \u00a0"), "percent": "word", "percent_word": "prosent"},
    ("ntb", "nn"): {"groups": frozenset(". \u00a0"), "percent": "word", "percent_word": "prosent"},
    ("tt", "sv"): {"groups": frozenset(" \u00a0"), "percent": "word", "percent_word": "procent"},
}
"""By name and language: what a house writes otherwise."""

_DASHES: dict[str, Literal["spaced", "joined"]] = dict.fromkeys(
    ("nb", "nn", "da", "sv", "de", "fi", "is", "nl", "cs", "pl"), "spaced"
)
_SURE_OF_PERCENT = frozenset({"nb", "nn", "da", "sv", "fi", "de", "fr", "cs", "en", "ja", "zh"})
"""Where newspapers and CLDR agree."""
_NO_SERIAL_COMMA = frozenset({"nb", "nn", "da", "sv", "de", "nl", "fr", "es", "it", "pt", "pl", "cs", "fi"})
_RANGES = frozenset({"nb", "nn", "da", "sv", "de", "fi", "is"})


@lru_cache
def house_style(locale: str, profile: str) -> HouseStyle:
    """The style of a locale, as a house changes it; one that the house does not write has the locale's own."""
    language = locale.partition("-")[0]
    known = babel_locale(locale)
    symbols = known.number_symbols
    pattern = str(known.percent_formats[None].pattern)
    has_blank = any(blank in pattern for blank in (" ", NBSP, "\u202f"))
    style = HouseStyle(
        decimal=str(symbols.get("latn", symbols).get("decimal", ".")),
        percent=("spaced" if has_blank else "joined") if language in _SURE_OF_PERCENT else "",
        dash=_DASHES.get(language, ""),
        range_dash="–" if language in _RANGES else "",
        ordinal_days="d." in str(known.date_formats["long"].pattern)
        and language in ("nb", "nn", "da", "de", "fi", "is"),
        serial_comma=False if language in _NO_SERIAL_COMMA else None,
    )
    return replace(style, **HOUSES.get((profile, language), {}))  # type: ignore[arg-type]
