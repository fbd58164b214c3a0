"""What became of a source text between two versions of a template, by its meaning (law 5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from l10n.model.message import MessageKey
from l10n.model.state import State


class Grade(StrEnum):
    """How a source text changed. The order is by how much a translator has to look again."""

    NONE = "none"
    MOVED = "moved"
    """The same text in another place, or in another role of the same kind (a paragraph became the lead)."""
    COSMETIC = "cosmetic"
    """Quotation marks, dashes, spaces, entities, or markup: it reads the same."""
    BACK = "back"
    """It was gone, and has come back."""
    NEGATION = "negation"
    NUMBER = "number"
    CURRENCY = "currency"
    DATE = "date"
    NAME = "name"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    GONE = "gone"

    @property
    def carries_review(self) -> bool:
        """True where the translation is as right as it was before."""
        return self in (Grade.NONE, Grade.MOVED, Grade.COSMETIC, Grade.BACK)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChange:
    """What sync did with one message, and why."""

    grade: Grade
    key: MessageKey
    """The message as it is now; for what is gone, as it was."""
    previous: tuple[MessageKey, ...] = ()
    """The message or messages that its translation was taken from, where they had another key."""
    before: State
    """The state of the translation it was taken from; `new` where there was none."""
    after: State
    why: str = ""
    """One sentence without a full stop: what changed in the source."""
