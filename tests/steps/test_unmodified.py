"""The share of unmodified machine text, and verdicts that were taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n.model.ledger import LedgerEntry, standing_verdicts
from l10n.model.message import FUZZY, Message, Previous
from l10n.model.provenance import HUMAN, Actor, Origin
from l10n.model.state import State, judged, seal
from l10n.steps.rights import is_unseen, may_review
from l10n.steps.story import story
from l10n.steps.unmodified import machine_drafts, machine_text, unmodified, unmodified_share

OLA = Actor(name="Ola Nordmann", email="ola@example.org")
ARGOS = Origin(engine="argos", model="en_nb", version="1.9")
DRAFT = judged(
    Message(msgctxt="title", msgid="The ferry left", msgstr=("Ferga dro i går",)),
    State.DRAFT, by=None, at="", origin=ARGOS,
)  # fmt: skip


# The cases that Content Translation's own tests hold its rule to (app/src/utils/mtHelper.test.js).
@pytest.mark.parametrize(
    ("machine", "final", "ratio"),
    [
        ("a b c d", "a b c d", 1),
        ("a b c d", "a b c d e", 0.8),
        ("a b c d", "a b c", 0.75),
        ("a b c d e", "A B C D E", 0),
        ("典范条目", "典闻动态", 0.25),
        ("a b c d e.", "a B c d e. f g h", 0.5),
        ("foo", "   ", 0),
        ("", "", 0),
    ],
)
def test_unmodified_content_is_measured_as_content_translation_does(machine: str, final: str, ratio: float) -> None:
    assert unmodified(machine, final).ratio == ratio


def entry(message: Message, state: State, *, by: str = str(OLA), origin: str = "", **more: bool) -> LedgerEntry:
    return LedgerEntry(
        seal=seal(message), domain="d", state=state, by=by, at="2026-01-05T10:11Z", origin=origin,
        context=message.msgctxt, msgid=message.msgid, text=message.text, **more,
    )  # fmt: skip


def test_texts_add_up_by_tokens_and_a_person_s_own_text_counts_as_nobody_s_draft() -> None:
    drafts = machine_drafts([entry(DRAFT, State.DRAFT, by="argos", origin=str(ARGOS))])
    edited = judged(replace(DRAFT, msgstr=("Ferga gikk i går",)), State.TRANSLATED, by=OLA, at="", origin=HUMAN)
    own = Message(msgctxt="lead", msgid="By hand", msgstr=("For egen hånd skrevet",))
    share = unmodified_share([edited, own], "d", drafts)
    assert (share.unmodified, share.tokens) == (3, 8)


def test_a_suggestion_for_the_new_source_is_not_what_a_stale_text_began_as() -> None:
    by_hand = judged(replace(DRAFT, msgstr=("Ferja fór",)), State.TRANSLATED, by=OLA, at="", origin=HUMAN)
    stale = replace(
        by_hand, msgid="The ferry left late", flags=(FUZZY,), previous=Previous(by_hand.msgctxt, by_hand.msgid)
    )
    suggested = entry(replace(stale, msgstr=("Ferga dro sent",)), State.DRAFT, by="argos", origin=str(ARGOS))
    assert machine_text(stale, "d", machine_drafts([suggested])) is None
    first = entry(DRAFT, State.DRAFT, by="argos", origin=str(ARGOS))
    assert machine_text(stale, "d", machine_drafts([first, suggested])) == DRAFT.text
    after = judged(replace(stale, msgstr=("Ferga dro seint",)), State.TRANSLATED, by=OLA, at="", origin=HUMAN)
    assert machine_text(after, "d", machine_drafts([first, suggested])) == suggested.text


def test_a_machine_s_origin_without_a_ledger_is_its_own_text_and_memory_is_people_s() -> None:
    assert machine_text(DRAFT, "d", {}) == "Ferga dro i går"
    remembered = judged(DRAFT, State.DRAFT, by=None, at="", origin=Origin(engine="memory"))
    assert machine_text(remembered, "d", {}) is None
    assert (is_unseen(DRAFT), is_unseen(remembered)) == (True, False)
    assert not is_unseen(replace(DRAFT, msgstr=("Endret",)))


def test_a_verdict_that_was_taken_back_binds_nobody() -> None:
    accepted = judged(DRAFT, State.TRANSLATED, by=OLA, at="", origin=ARGOS)
    given = entry(accepted, State.TRANSLATED)
    back = replace(given, taken_back=True, at="2026-01-05T10:12Z")
    assert may_review(DRAFT, OLA, four_eyes=True, ledger=[given]) is not None
    assert may_review(DRAFT, OLA, four_eyes=True, ledger=[given, back]) is None
    assert standing_verdicts([given, back, given]) == [given]
    assert standing_verdicts([back]) == []


def test_the_story_tells_of_the_verdict_and_that_it_was_taken_back() -> None:
    accepted = judged(DRAFT, State.TRANSLATED, by=OLA, at="", origin=ARGOS)
    given = entry(accepted, State.TRANSLATED)
    back = replace(given, taken_back=True)
    events = story(accepted, "d", [given, back, given]).events
    assert [event.entry.taken_back for event in events] == [False, True, False]
