"""What the ledger of a locale knows of its texts, to be looked up: who vouched for which, and what machines wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from l10n.model.ledger import LedgerEntry
from l10n.model.message import MessageKey
from l10n.model.state import State


class Judged(NamedTuple):
    """A text of a domain, by its seal."""

    domain: str
    seal: str


class Source(NamedTuple):
    """A source text of a domain."""

    domain: str
    key: MessageKey


@dataclass(frozen=True, slots=True)
class Evidence:
    """A ledger by what is asked of it."""

    verdicts: Mapping[Judged, LedgerEntry] = field(default_factory=dict)
    """The last verdict of a person on a text."""
    drafts: Mapping[Source, LedgerEntry] = field(default_factory=dict)
    """The last draft that a machine made of a source."""

    @classmethod
    def of(cls, ledger: Iterable[LedgerEntry]) -> Evidence:
        """Later verdicts take the place of earlier ones; lines of one minute count in the ledger's order."""
        verdicts: dict[Judged, LedgerEntry] = {}
        drafts: dict[Source, LedgerEntry] = {}
        for entry in sorted(ledger, key=lambda entry: entry.at):
            if entry.state is State.DRAFT:
                drafts[Source(entry.domain, MessageKey(entry.context, entry.msgid))] = entry
            else:
                verdicts[Judged(entry.domain, entry.seal)] = entry
        return cls(verdicts, drafts)
