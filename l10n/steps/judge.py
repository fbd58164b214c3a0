"""A person's verdict on messages: reviewed, rejected, or taken as translated."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from l10n.model.catalog import Catalog
from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message, MessageKey
from l10n.model.provenance import Actor
from l10n.model.state import State, judged, seal, standing


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
) -> Judging:
    """Give one verdict on the messages with these keys, signed and sealed over the text as it stands.

    A message without a text cannot be judged, and one that already has the verdict keeps its older signature.
    `may` says who is allowed (see steps/rights.py). Nothing is refused silently: each message has an outcome.
    """
    changed: list[Message] = []
    entries: list[LedgerEntry] = []
    outcomes: list[Outcome] = []
    for key in keys:
        message = catalog.by_key[key]
        found = standing(message)
        refused = "it has no translation yet." if found.state is State.NEW else (may(message) or "")
        already = found.state is state and found.is_untouched
        outcomes.append(Outcome(key=key, before=found.state, after=found.state if refused else state, refused=refused))
        if refused or already:
            continue
        new = judged(message, state, by=actor, at=at, origin=found.origin)
        changed.append(new)
        entries.append(
            LedgerEntry(
                seal=seal(new),
                domain=domain,
                state=state,
                by=str(actor),
                at=at,
                origin=str(found.origin or ""),
                why=why,
                context=key.msgctxt,
                msgid=key.msgid,
                text=new.text,
            )
        )
    return Judging(catalog=catalog.with_messages(changed), entries=tuple(entries), outcomes=tuple(outcomes))
