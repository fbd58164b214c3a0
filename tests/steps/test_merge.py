"""Merging by message: independent edits stay, conflicts hold both texts, nothing old ends up on something new."""

from __future__ import annotations

from dataclasses import replace

from l10n.formats import po
from l10n.model.catalog import Catalog
from l10n.model.conflict import conflicting_texts, signature_of_theirs, with_conflict
from l10n.model.message import Message, Previous
from l10n.model.provenance import HUMAN, Actor, Origin
from l10n.model.state import State, judged, read_record, standing
from l10n.steps.merge import merge

OLA = Actor(name="Ola Nordmann", email="ola@example.org")
KARI = Actor(name="Kari Nordmann", email="kari@example.org")
AT = "2026-01-05T10:11Z"
NEW = Message(msgid="Related articles", msgctxt="heading")
OTHER = Message(msgid="Dismiss", msgctxt="button")


def catalog(*messages: Message, header: str = "Language: nb\n") -> Catalog:
    return Catalog(header=Message(msgid="", msgstr=(header,)), messages=messages)


def said(message: Message, text: str, state: State = State.TRANSLATED, by: Actor | None = OLA) -> Message:
    origin = Origin(engine="argos") if by is None else HUMAN
    return judged(replace(message, msgstr=(text,)), state, by=by, at=AT, origin=origin)


def test_edits_of_different_messages_both_stay() -> None:
    ours = catalog(said(NEW, "Relaterte artikler"), OTHER)
    theirs = catalog(NEW, said(OTHER, "Avvis", by=KARI))
    merged = merge(catalog(NEW, OTHER), ours, theirs)
    assert not merged.conflicts
    assert merged.catalog == catalog(ours.messages[0], theirs.messages[1])


def test_two_texts_for_one_message_are_a_conflict_that_holds_both() -> None:
    ours, theirs = said(NEW, "Relaterte artikler", State.REVIEWED), said(NEW, "Beslektede\nartikler", by=KARI)
    merged = merge(catalog(NEW), catalog(ours), catalog(theirs))
    (message,) = merged.conflicts
    assert message in merged.catalog.messages
    assert message.is_fuzzy
    assert message.text == "Relaterte artikler"
    assert conflicting_texts(message) == [("Beslektede\nartikler",)]
    assert standing(message).state is State.STALE
    assert po.parse(po.serialize(merged.catalog)).catalog == merged.catalog
    cleared = replace(message, flags=())
    assert standing(cleared).state is State.TRANSLATED, "clearing the mark chooses a text, it reviews nothing"


def test_a_verdict_settles_a_conflict() -> None:
    merged = merge(catalog(NEW), catalog(said(NEW, "En")), catalog(said(NEW, "To", by=KARI)))
    settled = judged(merged.conflicts[0], State.REVIEWED, by=OLA, at=AT, origin=HUMAN)
    assert conflicting_texts(settled) == []
    assert standing(settled).state is State.REVIEWED


def test_a_second_conflict_on_top_of_the_first_keeps_all_three_texts() -> None:
    first = merge(catalog(NEW), catalog(said(NEW, "En")), catalog(said(NEW, "To", by=KARI))).catalog
    second = merge(catalog(NEW), first, catalog(said(NEW, "Tre", by=KARI)))
    (message,) = second.conflicts
    assert {message.msgstr, *conflicting_texts(message)} == {("En",), ("To",), ("Tre",)}


def test_a_persons_text_wins_over_an_untouched_draft() -> None:
    draft = said(NEW, "Slektninger av artikler", State.DRAFT, by=None)
    human = said(NEW, "Relaterte artikler", by=KARI)
    for ours, theirs in ((draft, human), (human, draft)):
        merged = merge(catalog(NEW), catalog(ours), catalog(theirs))
        assert not merged.conflicts
        assert merged.catalog.messages == (human,)


def test_a_draft_that_somebody_worked_on_is_work() -> None:
    draft = said(NEW, "Slektninger av artikler", State.DRAFT, by=None)
    edited = replace(draft, msgstr=("Artikler om det samme",))
    merged = merge(catalog(draft), catalog(edited), catalog(said(NEW, "Relaterte artikler", by=KARI)))
    assert len(merged.conflicts) == 1


def test_a_rewritten_text_does_not_inherit_the_review_of_the_old_one() -> None:
    before = said(NEW, "Relatert artikkel")
    reviewed = said(NEW, "Relatert artikkel", State.REVIEWED, by=KARI)
    rewritten = said(NEW, "Relaterte artikler")
    for ours, theirs in ((reviewed, rewritten), (rewritten, reviewed)):
        merged = merge(catalog(before), catalog(ours), catalog(theirs))
        assert not merged.conflicts
        assert merged.catalog.messages == (rewritten,)


def test_the_same_text_keeps_the_stronger_signature_but_a_rejection_wins() -> None:
    ours, theirs = said(NEW, "Relaterte artikler"), said(NEW, "Relaterte artikler", State.REVIEWED, by=KARI)
    assert merge(catalog(NEW), catalog(ours), catalog(theirs)).catalog.messages == (theirs,)
    rejected = said(NEW, "Relaterte artikler", State.REJECTED, by=KARI)
    assert merge(catalog(NEW), catalog(theirs), catalog(rejected)).catalog.messages == (rejected,)


def test_a_changed_source_never_comes_by_an_old_translation() -> None:
    """Where git and other drivers write "December 16" above "15. desember", and call it merged."""
    old, new = Message(msgid="December 15"), Message(msgid="December 16")
    base = catalog(old)
    ours = catalog(new, replace(old, obsolete=True))
    theirs = catalog(said(old, "15. desember"))
    merged = merge(base, ours, theirs).catalog
    assert merged.by_key[new.key].text == ""
    assert merged.obsolete_by_key[old.key].text == "15. desember"


def test_work_on_a_message_that_the_other_side_removed_is_kept_as_obsolete() -> None:
    for ours, theirs in ((catalog(), catalog(said(NEW, "A"))), (catalog(said(NEW, "A")), catalog())):
        merged = merge(catalog(NEW), ours, theirs)
        assert [m.msgid for m in merged.kept_obsolete] == [NEW.msgid]
        assert merged.catalog.obsolete_by_key[NEW.key].text == "A"
    assert merge(catalog(NEW), catalog(), catalog(NEW)).catalog.messages == ()


def test_notes_and_flags_of_both_sides_stay() -> None:
    before = replace(NEW, comments=("old note",), flags=("c-format",))
    ours = replace(before, comments=("old note", "our note"), flags=("c-format", "no-wrap"))
    theirs = replace(said(before, "A"), comments=(*said(before, "A").comments[:-1], "their note"))
    merged = merge(catalog(before), catalog(ours), catalog(theirs)).catalog.messages[0]
    assert merged.text == "A"
    assert standing(merged).state is State.TRANSLATED
    assert [line for line in merged.comments if line.endswith("note")] == ["their note", "our note"]
    assert merged.flags == ("c-format", "no-wrap")


def test_a_plural_source_that_changed_under_a_translation_makes_it_stale() -> None:
    before = Message(msgid="a day", msgid_plural="days", msgstr=("", ""))
    ours = replace(before, msgid_plural="%d days")
    theirs = judged(replace(before, msgstr=("en dag", "dager")), State.REVIEWED, by=KARI, at=AT, origin=HUMAN)
    merged = merge(catalog(before), catalog(ours), catalog(theirs)).catalog.messages[0]
    assert merged.msgid_plural == "%d days"
    assert merged.msgstr == ("en dag", "dager")
    assert standing(merged).state is State.STALE


def test_new_messages_stand_where_they_stood() -> None:
    one, two, three = (Message(msgid=str(number)) for number in range(3))
    merged = merge(catalog(NEW, OTHER), catalog(one, NEW, OTHER), catalog(NEW, two, OTHER, three))
    assert [m.msgid for m in merged.catalog.messages] == ["0", NEW.msgid, "1", OTHER.msgid, "2"]


def test_header_fields_merge_by_name() -> None:
    base = catalog(header="Language: nb\nLast-Translator: \nX-Old: 1\n")
    ours = catalog(header="Language: nb\nLast-Translator: Ola\nX-Old: 1\nX-Ours: 1\n")
    theirs = catalog(header="Language: nb\nLast-Translator: Kari\nX-Theirs: 1\n")
    header = merge(base, ours, theirs).catalog.header
    assert header.text == "Language: nb\nLast-Translator: Ola\nX-Ours: 1\nX-Theirs: 1\n"


def test_a_conflict_keeps_the_names_of_both() -> None:
    merged = merge(catalog(NEW), catalog(said(NEW, "En")), catalog(said(NEW, "To", by=KARI)))
    assert read_record(merged.conflicts[0]).by == OLA
    assert any(str(KARI) in line for line in merged.conflicts[0].comments)


def test_an_improved_text_follows_its_reworded_source_and_stays_stale() -> None:
    """Ours synced to a new wording while theirs improved the translation of the old one."""
    before = said(NEW, "Relaterte artikler")
    reworded = replace(
        before, msgid="Articles like this", flags=("fuzzy",), previous=Previous(NEW.msgctxt, NEW.msgid, None)
    )
    improved = said(NEW, "Artikler om det samme", by=KARI)
    for sides in ((catalog(reworded), catalog(improved)), (catalog(improved), catalog(reworded))):
        merged = merge(catalog(before), *sides).catalog
        now = merged.by_key[reworded.key]
        assert now.text == "Artikler om det samme"
        assert standing(now).state is State.STALE
        assert not standing(replace(now, flags=())).is_untouched
        assert merged.obsolete_by_key[NEW.key] == replace(improved, obsolete=True)


def test_nobody_is_said_to_have_written_what_was_edited_after_them() -> None:
    signed = judged(Message(msgid="Dismiss", msgstr=("Avvis",)), State.REVIEWED, by=OLA, at="1", origin=HUMAN)
    ours, theirs = replace(signed, msgstr=("Lukk",)), replace(signed, msgstr=("Nei takk",))
    conflict = with_conflict(ours, theirs)
    assert conflicting_texts(conflict) == [("Nei takk",)]
    assert standing(conflict).record.by is None
    assert not signature_of_theirs(conflict)
    assert signature_of_theirs(with_conflict(ours, signed)) == f"{OLA} 1"
