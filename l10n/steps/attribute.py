"""Who wrote each side of a change, where the message itself does not say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from l10n.model.change import Change, Side, Witness, Writer
from l10n.model.ledger import LedgerEntry
from l10n.model.provenance import Actor, Origin
from l10n.model.state import State

Asked = Callable[[str, str, Side], Writer | None]
"""(locale, domain, side) → its writer, if somebody knows."""


def attribute(changes: Iterable[Change], *, old: Asked, new: Asked) -> list[Change]:
    """The changes, with a writer on each side that has a text, nobody's signature, and one who knows better."""
    return [
        replace(change, before=_attributed(change, change.before, old), after=_attributed(change, change.after, new))
        for change in changes
    ]


def unsigned(side: Side | None) -> bool:
    """True where there is a text of which nobody is known to have written it."""
    return side is not None and bool(side.text) and side.writer.witness is Witness.NOBODY


def in_ledgers(ledgers: Mapping[str, Iterable[LedgerEntry]]) -> Asked:
    """Whoever the locale's ledger says judged this very text, the last one first."""
    known = {locale: {entry.seal: entry for entry in entries} for locale, entries in ledgers.items()}

    def find(locale: str, domain: str, side: Side) -> Writer | None:
        entry = known.get(locale, {}).get(side.seal)
        if entry is None:
            return None
        origin = Origin.parse(entry.origin) if entry.origin else None
        machine = origin if origin and origin.is_machine else None
        person = None if entry.state is State.DRAFT else Actor.parse(entry.by)
        return Writer(person=person, origin=machine, at=entry.at, witness=Witness.LEDGER)

    return find


def _attributed(change: Change, side: Side | None, find: Asked) -> Side | None:
    if side is None or not unsigned(side):
        return side
    writer = find(change.locale, change.domain, side)
    return side if writer is None else replace(side, writer=writer)
