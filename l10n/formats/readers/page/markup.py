"""Plain text as Markdown that says the same: escaped where, and only where, Markdown would read marks into it."""

from __future__ import annotations

import re

from l10n.segmentation.body import as_inline
from l10n.segmentation.tokens import parse_inline

_MARKS = re.compile(r"([\\`*_\[\]<>&])")


def escaped(text: str) -> str:
    """Inline Markdown that shows exactly this text."""
    return text if _shows(text) == text else _MARKS.sub(r"\\\1", text)


def as_paragraph(text: str) -> str:
    """The same for text that opens a block: `15. desember` starts no list."""
    return as_inline(escaped(text))


def _shows(text: str) -> str:
    tokens = parse_inline(text)
    return "".join(token.content if token.type == "text" else "\0" for token in tokens)
