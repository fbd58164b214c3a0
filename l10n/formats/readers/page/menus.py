"""A line that is several labels: a menu, a breadcrumb, a row of buttons."""

from __future__ import annotations

import re

from l10n.formats.readers.page.known import KnownChrome
from l10n.formats.readers.page.lines import Line
from l10n.formats.readers.page.shapes import HEADLINE, shape

_SIGNS = re.compile(r"\s*[|•·›»→]\s*|\s+[/>]\s+|\s+–\s+(?![a-zæøåäö])|(?<=\b[AK]I)\s+(?=[A-ZÆØÅÄÖ])")
_LABEL_WORDS = 3


def labels(line: Line) -> list[str]:
    """The line's parts, by its gaps or by the signs between them; one part where it has neither."""
    parts = line.columns or _SIGNS.split(line.text)
    return [part for part in parts if part]


def is_menu(line: Line, known: KnownChrome) -> bool:
    """Nothing but short labels, and one of them is known, in words that are not English too.

    `Sport` would say nothing: a table may have such a column.
    """
    parts = labels(line)
    if len(parts) < 2 or any(len(part.split()) > _LABEL_WORDS or shape(part) != HEADLINE for part in parts):
        return False
    return any(piece.langs and "en" not in piece.langs for part in parts for piece in known.pieces(part))
