"""A person's text: signed, ended as its source ends, and never a step back for what is vouched for."""

from __future__ import annotations

import pytest

from l10n.errors import InvalidInputError
from l10n.model.catalog import Catalog
from l10n.model.message import Message, MessageKey, Previous
from l10n.model.provenance import HUMAN, Actor, Origin
from l10n.model.state import State, judged, standing
from l10n.steps.edit import edit
from l10n.steps.judge import Judging

OLA = Actor(name="Ola Nordmann", email="ola@example.org")
KARI = Actor(name="Kari Nordmann", email="kari@example.org")
ARGOS = Origin(engine="argos", model="en_nb", version="1.9")
KEY = MessageKey("title", "Ferries return")


def message(state: State, text: str = "Ferjene er tilbake", *, msgid: str = KEY.msgid) -> Message:
    plain = Message(msgctxt="title", msgid=msgid, msgstr=(text,))
    if state is State.STALE:
        plain = Message(msgctxt="title", msgid=msgid, msgstr=(text,), previous=Previous(None, "Ferries leave"))
    origin = ARGOS if state is State.DRAFT else HUMAN
    return judged(plain, state, by=KARI, at="2026-01-01T00:00Z", origin=origin)


def edited(before: Message, *texts: str) -> tuple[Message, Judging]:
    catalog = Catalog(messages=(before, Message(msgctxt="lead", msgid="Other", msgstr=("Annet",))))
    result = edit(catalog, before.key, texts, domain="articles/x", actor=OLA, at="2026-01-05T10:11Z")
    assert result.catalog.messages[1] is catalog.messages[1]
    return result.catalog.messages[0], result


@pytest.mark.parametrize("state", [State.DRAFT, State.STALE, State.REJECTED, State.TRANSLATED, State.REVIEWED])
def test_a_new_text_is_the_persons_own(state: State) -> None:
    after, result = edited(message(state), "Ferjene vender hjem")
    assert standing(after).state is State.TRANSLATED
    assert standing(after).is_untouched
    assert standing(after).origin == HUMAN
    assert standing(after).record.by == OLA
    assert after.previous is None
    assert [(entry.by, entry.text, entry.state) for entry in result.entries] == [
        (str(OLA), "Ferjene vender hjem", State.TRANSLATED)
    ]


def test_a_draft_taken_as_it_stands_keeps_its_origin() -> None:
    after, _ = edited(message(State.DRAFT), "Ferjene er tilbake")
    assert standing(after).state is State.TRANSLATED
    assert standing(after).origin == ARGOS


@pytest.mark.parametrize("state", [State.TRANSLATED, State.REVIEWED, State.FINAL])
def test_what_is_vouched_for_is_not_signed_anew(state: State) -> None:
    before = message(state)
    after, result = edited(before, "Ferjene er tilbake")
    assert after is before
    assert result.entries == ()


def test_an_unsigned_text_is_signed() -> None:
    after, result = edited(Message(msgctxt="title", msgid=KEY.msgid, msgstr=("Ferjene",)), "Ferjene")
    assert standing(after).record.by == OLA
    assert len(result.entries) == 1


@pytest.mark.parametrize(
    ("msgid", "typed", "stored"),
    [
        ("One", "En\r\n", "En"),
        ("One\n", "En", "En\n"),
        ("\nOne", "En", "\nEn"),
        ("One\nTwo", "En\r\nTo\r\n\r\n", "En\nTo"),
    ],
)
def test_lines_end_as_in_the_source(msgid: str, typed: str, stored: str) -> None:
    after, _ = edited(Message(msgid=msgid), typed)
    assert after.text == stored


@pytest.mark.parametrize("texts", [("",), (" \n",), (), ("en", "to"), ("bell\x07",), ("nul\x00",)])
def test_what_is_no_translation_is_refused(texts: tuple[str, ...]) -> None:
    with pytest.raises(InvalidInputError):
        edited(message(State.DRAFT), *texts)
