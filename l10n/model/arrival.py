"""A message that comes back from another tool, put together from its units, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from l10n.model.exchange import Base, Note, Unit
from l10n.model.message import MessageKey
from l10n.model.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One message as a file gives it."""

    message_id: str
    role: str | None
    source: str
    texts: tuple[str, ...]
    """One for each plural form."""
    state: State | None
    """Of the form that is least ready; None where the file says nothing."""
    base: Base | None
    fault: str = ""
    """Why it cannot be taken."""
    is_plural: bool = False
    notes: tuple[Note, ...] = ()
    """What the translator wrote beside it."""


class Fate(StrEnum):
    """What became of an arrival."""

    TAKEN = "taken"
    """Its text stands in the catalog now."""
    CONFIRMED = "confirmed"
    """The text is as it was; a person says that it is right."""
    UNCHANGED = "unchanged"
    """Nobody changed it in the file, or the catalog has the same text already."""
    CONFLICT = "conflict"
    """The catalog's text was changed too: theirs stands beside it, for a person to choose."""
    STALE = "stale"
    """Its source was changed meanwhile: the text stands, stale, under the new one."""
    KEPT = "kept"
    """Its source is gone: the text is kept in the obsolete entry."""
    SKIPPED = "skipped"


UNSIGNED = "the file calls it reviewed, and a file signs nothing."
"""The one remark that refuses nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """One arrival and its fate."""

    fate: Fate
    source: str
    key: MessageKey
    """Of the message it was taken into; of the one it was made from, where that is gone."""
    before: State = State.NEW
    after: State = State.NEW
    why: str = ""
    """One sentence: why it was skipped, why a review was not signed, or what a person should know."""

    @property
    def is_unsigned(self) -> bool:
        """True where the text was taken as it is, and a review of it was not signed."""
        return bool(self.why) and self.fate in (Fate.TAKEN, Fate.CONFIRMED, Fate.UNCHANGED)

    @property
    def is_refused(self) -> bool:
        """True where something of the file did not come in."""
        return self.fate is Fate.SKIPPED or (self.is_unsigned and self.why != UNSIGNED)


def arrivals(units: Iterable[Unit]) -> list[Arrival]:
    """The messages of a file, in the order of their first units. What does not fit together has a fault."""
    gathered: dict[str, list[Unit]] = {}
    for unit in units:
        gathered.setdefault(unit.message_id, []).append(unit)
    return [_arrival(forms) for forms in gathered.values()]


def _arrival(units: list[Unit]) -> Arrival:
    first = units[0]
    forms: dict[int, Unit] = {}
    fault = next((unit.fault for unit in units if unit.fault), "")
    for unit in units:
        known = forms.setdefault(unit.form or 0, unit)
        if known.target != unit.target:
            fault = fault or "it stands in the file twice, with different texts."
    if sorted(forms) != list(range(len(forms))):
        fault = fault or "a plural form of it is missing in the file."
    states = [unit.state for unit in units if unit.state is not None]
    return Arrival(
        message_id=first.message_id,
        role=first.role,
        source=first.source,
        texts=tuple(forms[form].target for form in sorted(forms)),
        state=min(states, key=lambda state: state.rank) if states else None,
        base=first.base,
        fault=fault,
        is_plural=first.form is not None,
        notes=tuple(note for unit in units for note in unit.notes),
    )
