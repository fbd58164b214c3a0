"""The ledger: every verdict ever given on a text, by its seal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from l10n.model.message import Message
from l10n.model.provenance import Actor, Origin
from l10n.model.state import State, seal


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
    """The reason given with a rejection, or with an approval of many drafts at once."""
    context: str | None = None
    msgid: str = ""
    text: str = ""
    """What was judged; for a draft the machine's raw text (the third text of ISO 18587)."""
    confidence: float | None = None
    """Of a draft, where its engine has one: the mean log-probability a token (see steps/confidence.py)."""
    taken_back: bool = False
    """This line gives no verdict: it takes back the one that it repeats, given by mistake. `at` says when."""

    @classmethod
    def of_verdict(
        cls, judged: Message, state: State, *, domain: str, by: Actor, at: str, origin: Origin | None, why: str = ""
    ) -> LedgerEntry:
        """What a person said of a message, sealed over the text as it is after the verdict."""
        return cls(
            seal=seal(judged),
            domain=domain,
            state=state,
            by=str(by),
            at=at,
            origin=str(origin or ""),
            why=why,
            context=judged.msgctxt,
            msgid=judged.msgid,
            text=judged.text,
        )


def standing_verdicts(ledger: Iterable[LedgerEntry]) -> list[LedgerEntry]:
    """The verdicts that nobody has taken back, in order. Each line that takes back answers the last one like it."""
    kept: list[LedgerEntry] = []
    open_verdicts: dict[tuple[str, str, State, str], list[int]] = {}
    gone = set[int]()
    for entry in ledger:
        places = open_verdicts.setdefault((entry.domain, entry.seal, entry.state, entry.by), [])
        if not entry.taken_back:
            places.append(len(kept))
            kept.append(entry)
        elif places:
            gone.add(places.pop())
    return [entry for at, entry in enumerate(kept) if at not in gone]
