"""A person's verdict on messages: reviewed, rejected, or taken as translated."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from l10n.model.catalog import Catalog
from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message, MessageKey
from l10n.model.provenance import Actor
from l10n.model.state import State, judged, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one message."""

    key: MessageKey
    before: State
    after: State
    refused: str = ""
    """Why it was left alone; empty where the verdict stands."""

    @property
    def changed(self) -> bool:
        return not self.refused and self.before is not self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """The catalog after the verdicts, what to add to the ledger, and what became of each message."""

    catalog: Catalog
    entries: tuple[LedgerEntry, ...]
    outcomes: tuple[Outcome, ...]


def judge(
    catalog: Catalog,
    keys: Iterable[MessageKey],
    state: State,
    *,
    domain: str,
    actor: Actor,
    at: str,
    why: str = "",
    may: Callable[[Message], str | None] = lambda _: None,
    text: Callable[[Message], Message] = lambda message: message,
) -> Judging:
    """Give one verdict on the messages with these keys, signed and sealed over the text as it stands.

    A message without a text cannot be judged. One that already has the verdict, or a higher one, keeps it with its
    older signature: only a rejection takes a review back. `may` says who is allowed (see steps/rights.py); `text`
    gives the message with the text that is meant, where that is another than the one that stands there. Nothing is
    refused silently: each message has an outcome.
    """
    changed: list[Message] = []
    entries: list[LedgerEntry] = []
    outcomes: list[Outcome] = []
    for key in keys:
        current = catalog.by_key[key]
        message = text(current)
        found = standing(message)
        stands = message is current and found.is_untouched and _covers(found.state, state)
        refused = ""
        if found.state is State.NEW:
            refused = "it has no translation yet."
        elif not stands:
            refused = may(message) or ""
        before = standing(current).state
        after = before if refused or stands else state
        outcomes.append(Outcome(key=key, before=before, after=after, refused=refused))
        if refused or stands:
            continue
        new = judged(message, state, by=actor, at=at, origin=found.origin)
        changed.append(new)
        entries.append(LedgerEntry.of_verdict(new, state, domain=domain, by=actor, at=at, origin=found.origin, why=why))
    return Judging(catalog=catalog.with_messages(changed), entries=tuple(entries), outcomes=tuple(outcomes))


def _covers(state: State, verdict: State) -> bool:
    """True where a message in `state` has `verdict` already, or more; nothing covers a rejection but itself."""
    return state is verdict or State.TRANSLATED.rank <= verdict.rank < state.rank
