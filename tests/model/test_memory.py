"""Exact memory."""

from __future__ import annotations

from dataclasses import replace

from l10n.model.catalog import Catalog
from l10n.model.memory import Memory
from l10n.model.memory_unit import Languages, MemoryUnit
from l10n.model.message import FUZZY, Message, Previous
from l10n.model.provenance import HUMAN, Actor, Origin
from l10n.model.state import State, judged

OLA = Actor(name="Ola Nordmann", email="ola@example.org")


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


def test_what_a_person_signed_and_the_source_lost_counts_where_nothing_living_does() -> None:
    item = Message(msgctxt="list item", msgid="Two boats left at dawn", msgstr=("To båter dro ved daggry",))
    gone = replace(judged(item, State.TRANSLATED, by=OLA, at="2026-01-05T10:11Z", origin=HUMAN), obsolete=True)
    paragraph = Message(msgctxt="paragraph", msgid=item.msgid)
    living = Message(msgctxt="lead", msgid=item.msgid, msgstr=("To båtar fór",))
    assert Memory([Catalog(messages=(gone,))]).find(paragraph) == item.text
    assert Memory([Catalog(messages=(gone, living))]).find(paragraph) == living.text
    for changed in (replace(gone, msgstr=("Endret siden",)), replace(gone, flags=(FUZZY,))):
        assert Memory([Catalog(messages=(changed,))]).find(paragraph) is None
    machine = replace(judged(item, State.DRAFT, by=None, at="", origin=Origin(engine="argos")), obsolete=True)
    assert Memory([Catalog(messages=(machine,))]).find(paragraph) is None


def imported(target: str, **facts: object) -> MemoryUnit:
    unit = MemoryUnit(languages=Languages("en", "nb"), source=WANTED.msgid, target=target)
    return replace(unit, **facts)  # type: ignore[arg-type]


WANTED = Message(msgctxt="lead", msgid="A sentence of some length")
OURS = Catalog(messages=(Message(msgctxt="paragraph", msgid=WANTED.msgid, msgstr=("vår",)),))


def test_what_was_imported_counts_after_our_own_unless_it_is_better_vouched_for() -> None:
    plain, reviewed = imported("deres"), imported("gjennomgått", state=State.REVIEWED)
    assert Memory([], lambda text: [plain]).find(WANTED) == "deres"
    assert Memory([OURS], lambda text: [plain]).find(WANTED) == "vår"
    assert Memory([OURS], lambda text: [plain, reviewed]).find(WANTED) == "gjennomgått"
    assert Memory([OURS], lambda text: [imported("samme rolle", role="lead"), reviewed]).find(WANTED) == "samme rolle"


def test_short_texts_are_not_taken_from_an_import_without_a_role() -> None:
    short = Message(msgctxt="button", msgid="Share")
    assert Memory([], lambda text: [imported("Andel", source="Share")]).find(short) is None
    assert Memory([], lambda text: [imported("Del", source="Share", role="button")]).find(short) == "Del"


def test_a_machine_s_text_that_nobody_reviewed_is_not_repeated() -> None:
    argos = imported("maskin", origin=Origin(engine="argos"))
    assert Memory([], lambda text: [argos]).find(WANTED) is None
    assert Memory([], lambda text: [replace(argos, state=State.REVIEWED)]).find(WANTED) == "maskin"
