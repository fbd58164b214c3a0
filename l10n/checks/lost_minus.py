"""A temperature that has lost its minus: -12.5 degrees, 12,5 degrés.

Frost is told in many ways; a translation that has a word for cold, for zero or for minus is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.contract import Fault, Subject
from l10n.checks.number_reading import reading_of, value_of
from l10n.model.finding import Severity

_BELOW_ZERO = re.compile(
    r"(?:(?<![\w.,)%°-])[-−]|\b(?:minus|negative) )(?P<number>\d+(?:\.\d+)?)\s?(?:°|degrees?\b|[CF]\b)"
)
_MINUS = re.compile(r"[-−–‑]\s?\d")
_TOLD = re.compile(
    r"minus|moins|meno\b|menos|negativ|négativ|mínus|miinus|pakka|mínusz|мінус|минус|マイナス|氷点下|零下|负|負|영하|마이너스|"
    r"تحت|ناقص|سالب|zér|zero|cero|null|nul\b|noll|nolla|núll|frost|frys|kuld|kold|kald|köld|froid|fr[ií]o|fredd|gel|kälte|"
    r"vries|koud|mraz|mráz|mróz|mroz|mrozu|fagy|мороз|ниже|нижче|bajo|sotto|below|abaixo|onder|unter|under|alle\b|poniżej",
    re.IGNORECASE,
)
_ELSEWHERE = frozenset({"nb"})
"""There the conversions know of frost."""


def lost_minus(subject: Subject) -> Iterator[Fault]:
    """The number stands in the translation, and nothing there says that it is below zero."""
    if subject.languages[0] != "en" or subject.languages[1] in _ELSEWHERE:
        return
    below = list(_BELOW_ZERO.finditer(subject.source_prose))
    if not below or _MINUS.search(subject.target_prose) or _TOLD.search(subject.target_prose):
        return
    reading = reading_of(subject.locale)
    written = {value_of(match[0], reading.decimal): match for match in reading.number.finditer(subject.target_prose)}
    for lost in below:
        if new := written.get(value_of(lost["number"], ".")):
            text = f"“{lost[0]}” has lost its minus."
            yield Fault(Severity.ERROR, text, f"Write the value of “{lost[0]}”.", new.span())
