"""Import: what another tool made of exported texts, merged into the catalog as it is now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from l10n.model.arrival import Arrival, Reception, arrivals
from l10n.model.catalog import Catalog
from l10n.model.comment import Comment
from l10n.model.exchange import Unit, message_id
from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message
from l10n.steps.import_message import Desk, Received, import_message
from l10n.steps.import_moved import import_moved, keep_obsolete
from l10n.steps.import_notes import import_notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The catalog with what was taken, what to add to the ledger, and the fate of every message in the file."""

    catalog: Catalog
    entries: tuple[LedgerEntry, ...]
    receptions: tuple[Reception, ...]
    comments: tuple[Comment, ...] = ()
    """What the translator wrote beside the texts, to be added to what is said of them."""


def import_units(catalog: Catalog, units: Iterable[Unit], desk: Desk, *, comments: Iterable[Comment] = ()) -> Imported:
    """Merge a file's texts into the catalog. Messages are found by id, so a moved paragraph is the same message.

    A text whose source was edited after the export follows it as `sync` would have carried it; one whose source is
    gone is kept in its obsolete entry, where there is one.
    Nothing is passed over in silence: each message of the file has a reception. `comments` are those that the locale
    has. Importing a file twice changes nothing the second time.
    """
    live = {message_id(message.key): message for message in catalog.live}
    arrived = arrivals(units)
    missing = [one for one in arrived if one.message_id not in live]
    received = {
        one.message_id: import_message(live[one.message_id], one, desk) for one in arrived if one.message_id in live
    }
    in_file = received.keys()
    waiting = [message for name, message in live.items() if name not in in_file]
    moved = import_moved(missing, waiting, desk)
    received |= moved
    catalog = catalog.with_messages(one.message for one in received.values())
    left = [arrival for arrival in missing if arrival.message_id not in moved]
    kept = _kept(catalog, left, desk)
    changed = {id(old): one.message for old, one in kept.values() if old is not None}
    noted = [(received[one.message_id].message, one) for one in arrived if one.message_id in received]
    everything = [*received.values(), *(one for _, one in kept.values())]
    return Imported(
        catalog=replace(catalog, messages=tuple(changed.get(id(message), message) for message in catalog.messages)),
        entries=tuple(entry for one in everything for entry in one.entries),
        receptions=tuple(one.reception for one in everything),
        comments=tuple(import_notes(noted, comments, domain=desk.domain, actor=desk.actor, at=desk.at)),
    )


def _kept(catalog: Catalog, left: list[Arrival], desk: Desk) -> dict[str, tuple[Message | None, Received]]:
    """Arrivals whose message is gone, each with its obsolete entry, if there is one."""
    obsolete = {message_id(message.key): message for message in catalog.messages if message.obsolete} if left else {}
    return {
        arrival.message_id: (old, keep_obsolete(old, arrival, desk))
        for arrival in left
        for old in [obsolete.get(arrival.message_id)]
    }
