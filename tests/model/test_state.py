"""States and seals: what is believed of a message after somebody's tool has been at it."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from l10n.model.message import Message, Previous
from l10n.model.provenance import Actor, Origin
from l10n.model.state import State, judged, read_record, seal, standing, without_record

OLA = Actor(name="Ola Nordmann", email="ola@example.org")
ARGOS = Origin(engine="argos", model="en_nb", version="1.9")
PLAIN = Message(msgctxt="title", msgid="Oil falls", msgstr=("Oljen faller",))


def record(state: State, message: Message = PLAIN) -> Message:
    return judged(message, state, by=OLA, at="2026-01-05T10:11Z", origin=ARGOS)


def test_the_seal_is_the_hash_that_the_law_describes() -> None:
    text = "title\x04Oil falls\x00Oljen faller"
    assert seal(PLAIN) == hashlib.sha256(text.encode()).hexdigest()[:12]


def test_the_seal_does_not_see_how_letters_are_composed() -> None:
    assert seal(replace(PLAIN, msgstr=("På nett",))) == seal(replace(PLAIN, msgstr=("Pa\u030a nett",)))


@pytest.mark.parametrize("state", [s for s in State if s is not State.NEW])
def test_a_record_is_believed_while_its_text_stands(state: State) -> None:
    found = standing(record(state))
    assert (found.state, found.is_untouched, found.origin) == (state, True, ARGOS)
    assert found.record.by == OLA
    assert found.record.at == "2026-01-05T10:11Z"


@pytest.mark.parametrize(
    ("was", "edit", "then"),
    [
        (State.DRAFT, {"flags": ()}, State.TRANSLATED),  # accepted in an editor, unsigned
        (State.DRAFT, {"flags": (), "msgstr": ("Olja fell",)}, State.TRANSLATED),  # edited by a person
        (State.DRAFT, {"msgstr": ("Olja fell",)}, State.DRAFT),  # edited, and left for later
        (State.REVIEWED, {"msgstr": ("Oljeprisen faller",)}, State.TRANSLATED),  # edited after review
        (State.REVIEWED, {"flags": ("fuzzy",)}, State.STALE),  # someone took the vouching back
        (
            State.REVIEWED,
            {"flags": ("fuzzy",), "msgid": "Oil rises", "previous": Previous(msgid="Oil falls")},
            State.STALE,
        ),
        (State.FINAL, {"msgid": "Oil rises"}, State.TRANSLATED),  # a comment carried to another message
        (State.REJECTED, {"flags": ()}, State.TRANSLATED),
        (State.STALE, {"flags": (), "previous": None}, State.TRANSLATED),
        (State.REVIEWED, {"msgstr": ("",)}, State.NEW),
    ],
)
def test_what_an_editor_does_to_a_record(was: State, edit: dict[str, object], then: State) -> None:
    assert standing(replace(record(was), **edit)).state is then  # type: ignore[arg-type]


def test_text_changed_after_its_seal_is_no_longer_the_machines() -> None:
    found = standing(replace(record(State.DRAFT), msgstr=("Olja fell",), flags=()))
    assert found.origin is not None
    assert not found.origin.is_machine


def test_a_draft_that_msgmerge_moved_is_not_fresh() -> None:
    """msgmerge writes no `#|` for an entry that was fuzzy already: only the seal tells that the source is another."""
    found = standing(replace(record(State.DRAFT), msgid="Oil does not fall"))
    assert not found.is_fresh


def test_foreign_catalogs_without_records() -> None:
    assert standing(PLAIN).state is State.TRANSLATED
    assert standing(replace(PLAIN, flags=("fuzzy",))).state is State.DRAFT
    assert standing(replace(PLAIN, flags=("fuzzy",), previous=Previous(msgid="Oil fell"))).state is State.STALE


def test_a_half_filled_plural_is_not_translated() -> None:
    message = Message(msgid="%d day", msgid_plural="%d days", msgstr=("%d dag", ""))
    assert standing(message).state is State.NEW


def test_judging_keeps_the_comments_of_others() -> None:
    message = record(State.REVIEWED, replace(PLAIN, comments=("Spør Kari.", "l10n-note: number lost")))
    assert message.comments[-1] == "Spør Kari."
    assert read_record(message).extra == ("l10n-note: number lost",)
    assert without_record(message).comments == ("Spør Kari.",)


@pytest.mark.parametrize("state", [State.REVIEWED, State.FINAL])
def test_a_review_that_nobody_signed_is_none(state: State) -> None:
    unsigned = judged(PLAIN, state, by=None, at="", origin=ARGOS)
    assert standing(unsigned).state is State.TRANSLATED


def test_hostile_records_prove_nothing() -> None:
    message = replace(PLAIN, comments=("l10n-state: approved!", "l10n-seal: 000000000000", "l10n-by: x"))
    assert standing(message).state is State.TRANSLATED
