"""What a draft was worth, and how sure its machine was among its own drafts."""

from __future__ import annotations

import pytest

from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message
from l10n.model.state import State
from l10n.steps.confidence import confidence_ranks
from l10n.steps.effort import effort
from l10n.steps.story import story


@pytest.mark.parametrize(
    ("machine", "final", "kept", "edits"),
    [
        ("Ferga gikk klokka tolv.", "Ferga gikk klokka tolv.", 1.0, 0),
        ("Ferga gikk klokka tolv.", "Ferga gikk  klokka tolv .", 1.0, 0),
        ("Ferga gikk klokka tolv.", "Ferga dro klokka tolv.", 0.8, 1),
        ("Ferga gikk.", "Noe helt annet", 0.0, 3),
        ("", "Noe", 0.0, 1),
        ("", "", 1.0, 0),
    ],
)
def test_what_a_person_kept(machine: str, final: str, kept: float, edits: int) -> None:
    found = effort(machine, final)
    assert (found.kept, found.edits) == (kept, edits)


def entry(number: int, *, origin: str = "argos en_nb 1.9", confidence: float | None = None) -> LedgerEntry:
    return LedgerEntry(
        seal=f"{number:012}",
        domain="chrome",
        state=State.DRAFT,
        by="argos",
        at="",
        origin=origin,
        confidence=confidence,
    )


def test_ranks_are_within_one_model_whatever_its_version() -> None:
    ledger = [entry(n, confidence=-n / 10, origin=f"argos en_nb 1.{n % 2}") for n in range(30)]
    ledger += [entry(100, confidence=-9.0, origin="argos en_da 1.0"), entry(101)]
    ranks = confidence_ranks(ledger)
    assert len(ranks) == 30
    assert ranks[f"{29:012}"] < 0.05 < 0.95 < ranks[f"{0:012}"]


def test_of_a_few_drafts_a_rank_says_nothing() -> None:
    assert confidence_ranks([entry(n, confidence=-n / 10) for n in range(5)]) == {}


def test_the_story_tells_what_was_kept() -> None:
    message = Message(msgctxt="title", msgid="Ferry", msgstr=("Ferga gikk",))
    machine = LedgerEntry(
        seal="a", domain="d", state=State.DRAFT, by="argos", at="2026-01-01", context="title", msgid="Ferry",
        text="Ferga dro",
    )  # fmt: skip
    person = LedgerEntry(
        seal="b", domain="d", state=State.REVIEWED, by="Ola", at="2026-01-02", context="title", msgid="Ferry",
        text="Ferga gikk",
    )  # fmt: skip
    first, second = story(message, "d", [machine, person]).events
    assert first.effort is None
    assert second.effort is not None and (second.effort.kept, second.effort.edits) == (0.5, 1)
