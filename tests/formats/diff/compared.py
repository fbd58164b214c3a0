"""Comparisons to write: of one message with any text on each side, or of many."""

from __future__ import annotations

from collections.abc import Iterable

from l10n.model.catalog import Catalog
from l10n.model.comparison import Comparison
from l10n.model.message import Message
from l10n.steps.diff import diff


def comparison(pairs: Iterable[tuple[str, str]], *, role: str = "paragraph", old: str = "main") -> Comparison:
    """One changed message for each (text before, text after); the sources are their numbers in words of their own."""
    sides = list(zip(*pairs, strict=True))
    before, after = (
        Catalog(messages=tuple(Message(msgctxt=role, msgid=f"Text {n}", msgstr=(t,)) for n, t in enumerate(texts)))
        for texts in sides
    )
    changes = diff(before, after, locale="nb", source_language="en", domain="articles/harbour")
    return Comparison(old=old, new="HEAD", changes=tuple(changes), is_checked=False)
