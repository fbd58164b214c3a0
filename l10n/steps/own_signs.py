"""A machine's draft in the locale's own signs: its quotation marks, and a blank before its percent sign.

    nb to da   sagde: «Vi er enige.»     → sagde: »Vi er enige.«
    en to nb   sa: “Vi er ‘enige’.”      → sa: «Vi er ‘enige’.»
    en to nb   70% av produksjonen       → 70 % av produksjonen

Machines keep the signs of their source, or those of their training. Only what is certain is changed: quotations that
open and close, in marks that the locale does not use; nothing in code, tags and addresses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.checks.prose import is_technical, prose
from l10n.checks.quotes import SINGLE, STYLES, Quotation, quotations

_SPACED_PERCENT = frozenset({"nb", "nn", "no", "da", "sv", "fi", "de", "cs", "sk", "fr"})
"""Languages whose CLDR pattern is `#,##0 %`, with a no-break space."""
_PERCENT = re.compile(r"(?<=\d) ?%(?![\w%-])")
_SPACED_QUOTES = frozenset({"fr"})
"""Blanks stand inside its marks, of a width that houses differ on."""
_LEAST = 3
"""Characters between straight single marks: `rock 'n' roll` is no quotation."""


def in_own_signs(text: str, locale: str) -> str:
    """The text with the locale's quotation marks and percent signs; as it is where it is a listing or a command."""
    if is_technical(text):
        return text
    language = locale.partition("-")[0]
    style = STYLES.get(locale) or STYLES.get(language)
    chars = list(text)
    if style and language not in _SPACED_QUOTES:
        found = quotations(prose(text))[0]
        for quotation in found:
            if pair := _own(quotation, text, found, style):
                chars[quotation.start], chars[quotation.end - 1] = pair[0], pair[1]
    if language in _SPACED_PERCENT:
        for match in _PERCENT.finditer(prose(text)):
            chars[match.end() - 1] = "\u00a0%"
            if match.end() - match.start() > 1:
                chars[match.start()] = ""
    return "".join(chars)


def _own(quotation: Quotation, text: str, found: Sequence[Quotation], style: Sequence[str]) -> str:
    """The pair that a quotation is to stand in; empty where it stands in one of the locale's already."""
    if quotation.marks in style:
        return ""
    around = [other for other in found if other.start < quotation.start and quotation.end < other.end]
    is_apostrophes = quotation.marks == "''" and quotation.end - quotation.start - 2 < _LEAST
    if is_apostrophes:
        return ""
    is_inner = len(around) % 2 == 1
    return next((pair for pair in style if (pair[0] in SINGLE) == is_inner), "")
