"""Reviewers by locale, and the four-eyes rule."""

from __future__ import annotations

import pytest

from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message
from l10n.model.provenance import HUMAN, Actor, Origin
from l10n.model.state import State, judged, seal
from l10n.steps.rights import may_review

OLA = Actor(name="Ola Nordmann", email="ola@example.org")
KARI = Actor(name="Kari Nordmann", email="kari@example.org")
TEXT = Message(msgid="Related articles", msgctxt="heading", msgstr=("Relaterte artikler",))
BY_OLA = judged(TEXT, State.TRANSLATED, by=OLA, at="2026-01-05T10:11Z", origin=HUMAN)


def test_everyone_may_where_nobody_is_named() -> None:
    assert may_review(BY_OLA, OLA) is None
    assert may_review(TEXT, Actor(name="Anonymous"), four_eyes=True) is None


@pytest.mark.parametrize("entry", ["ola@example.org", "OLA@Example.org", "Ola Nordmann <ola@example.org>"])
def test_only_named_reviewers_may(entry: str) -> None:
    assert may_review(TEXT, OLA, reviewers=[entry]) is None
    reason = may_review(TEXT, KARI, reviewers=[entry])
    assert reason is not None
    assert "Kari Nordmann" in reason
    assert entry in reason


def test_someone_without_an_address_does_not_pass_for_a_named_address() -> None:
    assert may_review(TEXT, Actor(name="Ola Nordmann"), reviewers=["ola@example.org"]) is not None


def test_the_writer_cannot_review_with_four_eyes() -> None:
    reason = may_review(BY_OLA, OLA, four_eyes=True)
    assert reason is not None
    assert "second pair of eyes" in reason
    assert may_review(BY_OLA, Actor(name="O. Nordmann", email="ola@example.org"), four_eyes=True) is not None
    assert may_review(BY_OLA, KARI, four_eyes=True) is None


def test_a_machine_draft_has_no_second_person_to_wait_for() -> None:
    draft = judged(TEXT, State.DRAFT, by=None, at="", origin=Origin(engine="argos", model="nb_en"))
    assert may_review(draft, OLA, four_eyes=True) is None


def test_the_ledger_remembers_the_writer_after_a_review() -> None:
    """Ola translated, then signed as reviewer: the record shows only the review, the ledger shows both."""
    reviewed = judged(TEXT, State.REVIEWED, by=OLA, at="2026-01-06T10:11Z", origin=HUMAN)
    written = LedgerEntry(seal=seal(TEXT), domain="chrome", state=State.TRANSLATED, by=str(OLA), at="2026-01-05T10:11Z")
    assert may_review(reviewed, OLA, four_eyes=True, ledger=[written]) is not None
    assert may_review(reviewed, KARI, four_eyes=True, ledger=[written]) is None


def test_a_text_edited_since_is_no_longer_that_writers() -> None:
    edited = Message(
        msgid=BY_OLA.msgid, msgctxt=BY_OLA.msgctxt, comments=BY_OLA.comments, msgstr=("Beslektede artikler",)
    )
    assert may_review(edited, OLA, four_eyes=True) is None
