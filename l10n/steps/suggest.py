"""Candidates for what is new: translations of texts that are alike, to be looked at and never filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from l10n.model.catalog import Catalog
from l10n.model.message import Message, MessageKey
from l10n.model.state import State, standing
from l10n.steps.grade import grade
from l10n.steps.likeness import LikenessIndex
from l10n.steps.match import Match

LEAST = 0.4
"""The least share of words in common that makes a candidate worth a look."""
MOST = 3
"""Candidates for one message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An earlier translation of a text that is like the new one."""

    score: float
    """The share of words that the two sources have in common, 0 to 1; for what was imported, its match's score."""
    domain: str
    """Where it stands; for what was imported, the file."""
    msgid: str
    text: str
    state: State
    difference: str
    """What the two sources differ by, in words: the reason not to take the translation as it is."""
    is_context: bool = False
    """An imported text that is the same, in the same role: it goes before every score."""


def suggest(
    catalog: Catalog,
    memory: Iterable[tuple[str, Catalog]],
    imported: Callable[[Message], Iterable[Match]] = lambda message: (),
) -> dict[MessageKey, list[Candidate]]:
    """Key of each new message that has any → its candidates, best first.

    `imported` gives what a memory from outside the project holds for a message, scored by letters and not by words.
    `memory` are (domain, catalog) of the same locale and source language, `catalog` itself among them; obsolete
    entries count too.
    Drafts are left out: what no person has seen is no help to one.
    """
    new = [message for message in catalog.live if not any(message.msgstr)]
    if not new:
        return {}
    pool = [
        (domain, message)
        for domain, its_catalog in memory
        for message in its_catalog.messages
        if message.has_text and standing(message).state not in (State.DRAFT, State.REJECTED)
    ]
    index = LikenessIndex([message.msgid for _, message in pool])
    found: dict[MessageKey, list[Candidate]] = {}
    for message in new:
        candidates: dict[str, Candidate] = {}
        for score, at in index.ranked(message.msgid, least=LEAST):
            domain, source = pool[at]
            candidate = Candidate(
                score=score,
                domain=domain,
                msgid=source.msgid,
                text=source.text,
                state=standing(source).state,
                difference=grade(source.msgid, message.msgid).why,
            )
            candidates.setdefault(source.text, candidate)
        for match in imported(message):
            candidates.setdefault(match.unit.target, _from_outside(match, message.msgid))
        if candidates:
            ranked = sorted(candidates.values(), key=lambda candidate: (not candidate.is_context, -candidate.score))
            found[message.key] = ranked[:MOST]
    return found


def _from_outside(match: Match, msgid: str) -> Candidate:
    unit = match.unit
    less = "; ".join(f"{why} −{points * 100:.0f}" for why, points in match.penalties)
    return Candidate(
        score=match.score,
        domain=unit.place,
        msgid=unit.source,
        text=unit.target,
        state=unit.state,
        difference="; ".join(part for part in (grade(unit.source, msgid).why, less) if part),
        is_context=match.is_context,
    )
