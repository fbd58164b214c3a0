"""Exact memory."""

from __future__ import annotations

from l10n.model.catalog import Catalog
from l10n.model.memory import Memory
from l10n.model.message import FUZZY, Message, Previous


def test_stale_obsolete_and_plural_texts_are_not_remembered() -> None:
    wanted = Message(msgctxt="lead", msgid="A sentence of some length")
    stale = Message(
        msgctxt="lead", msgid=wanted.msgid, msgstr=("ei setning",), flags=(FUZZY,), previous=Previous(msgid="A word")
    )
    obsolete = Message(msgctxt="lead", msgid=wanted.msgid, msgstr=("ei setning",), obsolete=True)
    plural = Message(msgctxt="lead", msgid=wanted.msgid, msgid_plural="x", msgstr=("ei", "to"))
    for message in (stale, obsolete, plural):
        assert Memory([Catalog(messages=(message,))]).find(wanted) is None


def test_the_same_role_goes_before_a_better_state_elsewhere() -> None:
    wanted = Message(msgctxt="lead", msgid="A sentence of some length")
    here = Message(msgctxt="lead", msgid=wanted.msgid, msgstr=("her",))
    there = Message(msgctxt="card summary", msgid=wanted.msgid, msgstr=("der",))
    memory = Memory([Catalog(messages=(there, here))])
    assert memory.find(wanted) == "her"
    assert memory.find(Message(msgctxt="paragraph", msgid=wanted.msgid)) == "der"
