"""What a sync comes to."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.model.catalog import Catalog
from l10n.model.source_change import SourceChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Synced:
    """A catalog that has exactly the template's messages, in its order, and what happened on the way."""

    catalog: Catalog
    """The very object that was given, where nothing changed."""
    changes: tuple[SourceChange, ...]
    """Live messages in order, then those that are gone. Messages that did not change are not listed."""
    unchanged: int
    """How many messages are as they were, whatever became of their notes."""
