"""A change: what diff says of one message between two states of a catalog."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from l10n.model.finding import Finding, Severity
from l10n.model.message import MessageKey
from l10n.model.provenance import Actor, Origin
from l10n.model.state import State


class Kind(StrEnum):
    """What a change is, the most important first. One change has one kind, the first that fits."""

    MEANING = "meaning"
    """A fact moved, in the translation or in its source: a number, a date, an amount, a name, a negation."""
    WORDING = "wording"
    """The translation says it in other words."""
    SOURCE_ONLY = "source-only"
    """The source was edited, and the translation is the one that it was."""
    NEW = "new"
    """The message was not there, or had no translation."""
    GONE = "gone"
    """The message is not there any more, or its translation was emptied."""
    STATE_ONLY = "state-only"
    """Only what somebody says of it: approved, rejected, taken back."""
    TYPOGRAPHY = "typography"
    """Quotation marks, dashes, spaces, markup: it reads the same."""

    @property
    def rank(self) -> int:
        return list(Kind).index(self)


class Movement(StrEnum):
    """Where a fact moved, the most suspicious first."""

    TRANSLATION = "translation"
    """In the translation, and not in its source."""
    UNLIKE = "unlike"
    """In both, but not the same one: other kinds of facts, or other digits."""
    SOURCE = "source"
    """In the source, and the translation still says what was there before."""
    FOLLOWS = "follows"
    """In both alike: the translation follows its source."""
    NONE = "none"

    @property
    def rank(self) -> int:
        return list(Movement).index(self)


class Witness(StrEnum):
    """How we know who wrote a text."""

    RECORD = "record"
    """The message's own record, whose seal fits the text."""
    LEDGER = "ledger"
    """A verdict on this very text in the locale's ledger."""
    COMMIT = "commit"
    """Nobody signed it; this is the author of the commit that brought it."""
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Who or what wrote a text."""

    person: Actor | None = None
    origin: Origin | None = None
    """The machine, where one wrote it."""
    at: str = ""
    witness: Witness = Witness.NOBODY
    commit: str = ""
    """Abbreviated; empty where it is none, or the text is not committed yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A message on one side of the comparison."""

    key: MessageKey
    sources: tuple[str, ...]
    """The source, and its plural where it has one."""
    texts: tuple[str, ...]
    """The translation, or one text for each plural form."""
    state: State
    seal: str
    """Of the message as it stands, which is how the ledger knows it."""
    by: Actor | None = None
    """Who signed for this very text; None where nobody did, or the text was edited since."""
    origin: Origin | None = None
    writer: Writer = Writer()

    @property
    def source(self) -> str:
        """All of it, plural forms one a line."""
        return "\n".join(self.sources)

    @property
    def text(self) -> str:
        return "\n".join(self.texts) if any(self.texts) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One message that differs, with both sides of it."""

    kind: Kind
    locale: str
    source_language: str
    domain: str
    key: MessageKey
    """The message as it is now; for what is gone, as it was."""
    before: Side | None
    after: Side | None
    movement: Movement = Movement.NONE
    source_note: str = ""
    """The facts that moved in the source: `number: “70” → “75”`; empty where none did."""
    text_note: str = ""
    """The facts that moved in the translation."""
    appeared: tuple[Finding, ...] = ()
    """What the checks find now and did not find before."""
    vanished: tuple[Finding, ...] = ()
    """What the checks found before and do not find any more."""

    @property
    def side(self) -> Side:
        """The message as it is now; for what is gone, as it was."""
        side = self.after or self.before
        if side is None:
            raise ValueError("a change has at least one side")
        return side

    @property
    def is_source_edited(self) -> bool:
        return self.before is not None and self.after is not None and self.before.sources != self.after.sources

    @property
    def importance(self) -> tuple[int, int, int]:
        """Sorts by what a reader must see first; among equals, errors that were not there before what was mended."""
        is_worse = any(finding.severity is Severity.ERROR for finding in self.appeared)
        is_mended = bool(self.vanished) and not self.appeared
        return self.kind.rank, self.movement.rank, is_mended - is_worse
