"""A change: what diff says of one message between two states of a catalog."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from l10n.model.message import MessageKey
from l10n.model.provenance import Actor, Origin
from l10n.model.source_change import Grade
from l10n.model.state import State


class Kind(StrEnum):
    """What changed. One change has one kind, the first of these that fits."""

    NEW = "new"
    """The message was not there before."""
    GONE = "gone"
    SOURCE = "source"
    """Its source was edited; the translation perhaps too."""
    TEXT = "text"
    """The translation was edited, the source was not."""
    STATE = "state"
    """Only what somebody says of it: approved, rejected, taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A message on one side of the comparison."""

    source: str
    text: str
    """The translation; plural forms one a line."""
    state: State
    by: Actor | None = None
    """Who signed for this very text; None where nobody did, or the text was edited since."""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One message that differs, with both sides of it."""

    kind: Kind
    locale: str
    domain: str
    key: MessageKey
    """The message as it is now; for what is gone, as it was."""
    before: Side | None
    after: Side | None
    grade: Grade
    """How much the change says: of the source where that changed, else of the translation."""
    why: str = ""
    """What the grade rests on, in words: `number: “70” → “75”`."""

    @property
    def is_meaning(self) -> bool:
        """True where a number, a date, an amount, a name or a negation is not what it was."""
        return self.grade in (Grade.NEGATION, Grade.NUMBER, Grade.CURRENCY, Grade.DATE, Grade.NAME)
