"""The ledger: every verdict ever given on a text, by its seal."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.model.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One line of `catalogs/<locale>/reviews.jsonl`. Lines are only ever added."""

    seal: str
    """Of the message that was judged: it names source and translation at once."""
    domain: str
    state: State
    """The verdict: draft, translated, rejected, reviewed, final."""
    by: str
    """Actor, as `Name <address>`; for a draft the engine."""
    at: str
    """ISO 8601, UTC, to the minute."""
    origin: str = ""
    why: str = ""
    """The reason given with a rejection."""
    context: str | None = None
    msgid: str = ""
    text: str = ""
    """What was judged; for a draft the machine's raw text (the third text of ISO 18587)."""
    confidence: float | None = None
    """Of a draft, where its engine has one: the mean log-probability a token (see steps/confidence.py)."""
