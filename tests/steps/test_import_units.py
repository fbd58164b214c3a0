"""What comes back from another tool: taken where nobody was faster, and otherwise explained."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.checks import markup
from l10n.model.arrival import UNSIGNED, Fate, Reception
from l10n.model.catalog import Catalog
from l10n.model.conflict import conflicting_texts, signature_of_theirs
from l10n.model.exchange import Unit
from l10n.model.message import Message
from l10n.model.provenance import HUMAN, Actor, Origin
from l10n.model.state import State, judged, standing
from l10n.steps.export_units import export_units
from l10n.steps.import_message import Desk
from l10n.steps.import_units import Imported, import_units
from l10n.steps.sync import sync
from tests.property.test_po import CATALOGS

OLA = Actor(name="Ola Nordmann", email="ola@example.org")
KARI = Actor(name="Kari Nordmann", email="kari@example.org")
AT, LATER = "2026-01-05T10:11Z", "2026-02-01T08:00Z"
ARGOS = Origin(engine="argos", model="en_nb", version="1.9")
DESK = Desk(domain="articles/harbour", source_language="en", locale="nb", actor=OLA, at=LATER, checks=[markup.check])

NEW = Message(msgctxt="paragraph", msgid="The mayor thanked the crews.")
FERRIES = Message(
    msgctxt="paragraph", msgid="Two ferries left at noon on Monday.", msgstr=("To ferger gikk mandag kl. 12.",)
)
DRAFT = judged(FERRIES, State.DRAFT, by=None, at="", origin=ARGOS)
REVIEWED = judged(FERRIES, State.REVIEWED, by=KARI, at=AT, origin=HUMAN)
TRANSLATED = judged(FERRIES, State.TRANSLATED, by=KARI, at=AT, origin=HUMAN)


def sent(*messages: Message) -> list[Unit]:
    return list(export_units(Catalog(messages=messages)))


def edited(units: Iterable[Unit], text: str, state: State | None = State.TRANSLATED) -> list[Unit]:
    """As a tool gives them back: a text written in each, and called translated."""
    return [replace(unit, target=text, state=state) for unit in units]


def came_back(message: Message, units: Iterable[Unit], desk: Desk = DESK) -> tuple[Message, Reception, Imported]:
    """The one message of a catalog after an import; and a second import of the same file changes nothing."""
    result = import_units(Catalog(messages=(message,)), units, desk)
    assert import_units(result.catalog, units, desk).catalog == result.catalog
    return result.catalog.messages[0], result.receptions[0], result


@given(CATALOGS)
@settings(deadline=None)
def test_what_nobody_touched_changes_nothing(catalog: Catalog) -> None:
    result = import_units(catalog, export_units(catalog), DESK)
    assert result.catalog == catalog and result.entries == ()
    assert {one.fate for one in result.receptions} <= {Fate.UNCHANGED}


def test_a_new_text_is_signed_by_who_imports_it() -> None:
    text = "Ordføreren takket mannskapene."
    for state in (State.TRANSLATED, None):  # a tool may set no state at all
        message, reception, result = came_back(NEW, edited(sent(NEW), text, state))
        found = standing(message)
        assert (message.text, found.state, found.record.by, found.origin) == (text, State.TRANSLATED, OLA, HUMAN)
        assert (reception.fate, reception.after) == (Fate.TAKEN, State.TRANSLATED)
        (entry,) = result.entries
        assert (entry.state, entry.by, entry.text) == (State.TRANSLATED, str(OLA), text)


def test_a_draft_that_comes_back_untouched_is_still_a_draft() -> None:
    message, reception, _ = came_back(DRAFT, sent(DRAFT))
    assert message == DRAFT and reception.fate is Fate.UNCHANGED


def test_a_draft_that_a_person_confirmed_keeps_its_writer() -> None:
    units = edited(sent(DRAFT), FERRIES.text, State.TRANSLATED)
    message, reception, _ = came_back(DRAFT, units)
    found = standing(message)
    assert (found.state, found.origin, found.record.by) == (State.TRANSLATED, ARGOS, OLA)
    assert reception.fate is Fate.CONFIRMED


def test_work_that_the_file_calls_unfinished_stays_fuzzy() -> None:
    units = edited(sent(DRAFT), "To ferger gikk", State.DRAFT)
    message, _, result = came_back(DRAFT, units)
    found = standing(message)
    assert message.text == "To ferger gikk" and message.is_fuzzy and not found.is_untouched and not result.entries
    message, _, _ = came_back(DRAFT, units, replace(DESK, is_finished=True))
    assert standing(message).state is State.TRANSLATED
    message, _, _ = came_back(REVIEWED, edited(sent(REVIEWED), "To ferger gikk", State.DRAFT))
    assert standing(message).state is State.STALE


def test_a_text_that_was_changed_on_both_sides_is_a_conflict() -> None:
    newer = judged(replace(FERRIES, msgstr=("Nyere her.",)), State.TRANSLATED, by=KARI, at=AT, origin=HUMAN)
    message, reception, _ = came_back(newer, edited(sent(TRANSLATED), "Nyere der."))
    assert reception.fate is Fate.CONFLICT
    assert message.text == "Nyere her." and message.is_fuzzy
    assert conflicting_texts(message) == [("Nyere der.",)] and signature_of_theirs(message) == f"{OLA} {LATER}"


def test_a_review_that_came_after_the_export_is_not_unsettled() -> None:
    newer = judged(replace(FERRIES, msgstr=("Nyere her.",)), State.REVIEWED, by=KARI, at=AT, origin=HUMAN)
    message, reception, _ = came_back(newer, edited(sent(TRANSLATED), "Nyere der."))
    assert message == newer and reception.fate is Fate.SKIPPED and "is reviewed" in reception.why


@pytest.mark.parametrize("said", [State.DRAFT, State.TRANSLATED, State.FINAL])
def test_a_signature_that_came_after_the_export_is_not_unsettled(said: State) -> None:
    """The words are those that were exported; what a person has said of them since is not in the file."""
    newer = judged(DRAFT, State.REVIEWED, by=KARI, at=AT, origin=ARGOS)
    message, reception, result = came_back(newer, edited(sent(DRAFT), "To ferger gikk", said))
    assert message == newer and not result.entries
    assert reception.fate is Fate.SKIPPED and "signed here after the export, and is reviewed" in reception.why

    accepted = judged(DRAFT, State.TRANSLATED, by=KARI, at=AT, origin=ARGOS)
    message, reception, _ = came_back(accepted, edited(sent(DRAFT), "To ferger gikk", said))
    if said is State.DRAFT:  # unfinished work beside what a person accepted: a person decides
        assert reception.fate is Fate.CONFLICT
        assert message.text == FERRIES.text and conflicting_texts(message) == [("To ferger gikk",)]
    else:
        assert reception.fate is Fate.TAKEN and message.text == "To ferger gikk"


@pytest.mark.parametrize("now", [NEW, DRAFT])
def test_a_newer_machine_draft_gives_way_to_a_person(now: Message) -> None:
    before = replace(now, msgstr=("Utkast.",))
    before = judged(before, State.DRAFT, by=None, at="", origin=ARGOS)
    message, reception, _ = came_back(now, edited(sent(before), "Et menneske skrev dette."))
    assert message.text == "Et menneske skrev dette." and reception.fate is Fate.TAKEN


def test_newer_work_stays_where_the_file_was_not_edited() -> None:
    newer = judged(replace(FERRIES, msgstr=("Nyere her.",)), State.TRANSLATED, by=KARI, at=AT, origin=HUMAN)
    message, reception, _ = came_back(newer, sent(TRANSLATED))
    assert message == newer and reception.fate is Fate.UNCHANGED


def test_a_file_that_lost_what_was_exported_overwrites_nobody() -> None:
    units = [replace(unit, base=None) for unit in edited(sent(TRANSLATED), "Uten spor.")]
    _, reception, _ = came_back(TRANSLATED, units)
    assert reception.fate is Fate.CONFLICT
    message, reception, _ = came_back(NEW, [replace(unit, base=None) for unit in edited(sent(NEW), "Takk.")])
    assert reception.fate is Fate.TAKEN and message.text == "Takk."
    message, _, _ = came_back(TRANSLATED, [replace(unit, base=None) for unit in sent(TRANSLATED)])
    assert message == TRANSLATED


def test_a_review_is_signed_by_a_person_who_may_and_not_by_a_file() -> None:
    units = edited(sent(TRANSLATED), FERRIES.text, State.REVIEWED)
    message, reception, _ = came_back(TRANSLATED, units)
    assert message == TRANSLATED and reception.why == UNSIGNED
    signing = replace(DESK, may_review=lambda message, signed: None)
    message, reception, result = came_back(TRANSLATED, units, signing)
    assert standing(message).state is State.REVIEWED and standing(message).record.by == OLA
    assert [entry.state for entry in result.entries] == [State.REVIEWED]
    # the importer writes the edited text, so four eyes are not theirs alone
    own = replace(DESK, may_review=lambda message, signed: "Ola wrote this." if signed else None)
    result = import_units(Catalog(messages=(TRANSLATED,)), edited(units, "Endret.", State.REVIEWED), own)
    (message,), (reception,) = result.catalog.messages, result.receptions
    assert standing(message).state is State.TRANSLATED and reception.why == "Ola wrote this."


def test_a_verdict_given_meanwhile_is_not_undone_by_an_old_state() -> None:
    rejected = judged(DRAFT, State.REJECTED, by=KARI, at=AT, origin=ARGOS)
    message, reception, _ = came_back(rejected, edited(sent(DRAFT), FERRIES.text, State.TRANSLATED))
    assert message == rejected and reception.fate is Fate.SKIPPED and "is rejected now" in reception.why
    message, reception, _ = came_back(REVIEWED, edited(sent(REVIEWED), FERRIES.text, State.DRAFT))
    assert message == REVIEWED and reception.fate is Fate.SKIPPED and "unfinished" in reception.why


LINK = Message(msgctxt="paragraph", msgid="Read our [policy](privacy).", msgstr=("Les vår [erklæring](privacy).",))


@pytest.mark.parametrize(
    ("before", "text", "why"),
    [
        (TRANSLATED, "", "its text was emptied in the file."),
        (TRANSLATED, "  ", "its text was emptied in the file."),
        (LINK, "Les vår erklæring nå.", "The link to privacy is missing."),
        (TRANSLATED, "Bjelle \x07", "control characters (U+0007)"),
    ],
)
def test_what_cannot_stand_in_a_catalog_is_skipped_with_its_reason(before: Message, text: str, why: str) -> None:
    message, reception, _ = came_back(before, edited(sent(before), text))
    assert message == before and reception.fate is Fate.SKIPPED and why in reception.why


def test_a_unit_that_stands_twice_is_taken_only_if_both_say_the_same() -> None:
    units = [*edited(sent(NEW), "Takk."), *edited(sent(NEW), "Mange takk.")]
    message, reception, _ = came_back(NEW, units)
    assert message == NEW and "twice, with different texts" in reception.why
    message, _, _ = came_back(NEW, edited([*sent(NEW), *sent(NEW)], "Takk."))
    assert message.text == "Takk."


def test_plural_forms_are_taken_together_or_not_at_all() -> None:
    plural = Message(msgid="%d article", msgid_plural="%d articles", msgstr=("", ""))
    units = sent(plural)
    one, many = (replace(unit, target=text) for unit, text in zip(units, ("%d artikkel", "%d artikler"), strict=True))
    message, _, _ = came_back(plural, [one, many])
    assert message.msgstr == ("%d artikkel", "%d artikler")
    for half in ([one], [many], [one, units[1]], [one, many, replace(many, form=2)]):
        message, reception, _ = came_back(plural, half)
        assert message == plural and reception.fate is Fate.SKIPPED


WORDS = st.sampled_from(["", "To ferger gikk.", "To ferjer dro.", "Ferger.", "*Ferger", " "])
SAID = st.sampled_from([None, *State])


@st.composite
def versions(draw: st.DrawFn) -> Message:
    """Some text in some state, signed as such."""
    text, state = draw(WORDS), draw(st.sampled_from(list(State)))
    message = replace(FERRIES, msgstr=(text,))
    if not text or state is State.NEW:
        return replace(FERRIES, msgstr=("",))
    return judged(message, state, by=KARI, at=AT, origin=ARGOS if state is State.DRAFT else HUMAN)


@given(versions(), versions(), WORDS, SAID)
@settings(deadline=None)
def test_no_text_of_a_person_is_ever_lost(before: Message, now: Message, text: str, said: State | None) -> None:
    """Whatever stood at the export, stands now, and comes back: newer work stays, and theirs is there or explained."""
    message, reception, _ = came_back(now, edited(sent(before), text, said))
    was_moved = now.text != before.text
    is_persons = bool(now.text) and standing(now).state is not State.DRAFT
    if was_moved and is_persons:
        assert message.text == now.text
    if text.strip() and text != before.text:
        is_kept = text == message.text or (text,) in conflicting_texts(message)
        assert is_kept or (reception.fate is Fate.SKIPPED and reception.why)
    if text == before.text and said in (None, standing(before).state):
        assert message == now


# ---- the source was edited while the text was out


def after_edit(before: Message, source: str) -> Message:
    """The message as `sync` leaves it when its source has been edited."""
    template = Catalog(messages=(Message(msgctxt=before.msgctxt, msgid=source),))
    return next(sync(template, Catalog(messages=(before,)), source_language="en", locale="nb").catalog.live)


REWORDED = "Three ferries left at noon on Monday."


def test_a_text_follows_a_source_that_was_reworded_and_is_stale() -> None:
    for before in (TRANSLATED, DRAFT):
        now = after_edit(before, REWORDED)
        result = import_units(Catalog(messages=(now,)), edited(sent(before), "To ferger dro mandag kl. 12."), DESK)
        (message,), (reception,) = result.catalog.messages, result.receptions
        assert reception.fate is Fate.STALE and "number" in reception.why
        found = standing(message)
        assert (message.msgid, message.text) == (REWORDED, "To ferger dro mandag kl. 12.")
        assert found.state is State.STALE and message.previous and message.previous.msgid == FERRIES.msgid
        again = import_units(result.catalog, edited(sent(before), "To ferger dro mandag kl. 12."), DESK)
        assert again.catalog == result.catalog


def test_a_source_that_reads_the_same_takes_the_text_as_it_is() -> None:
    now = after_edit(REVIEWED, "Two  ferries left at noon on Monday.")
    assert standing(now).state is State.REVIEWED
    message, reception, _ = came_back(now, edited(sent(REVIEWED), "To ferger dro mandag."))
    assert reception.fate is Fate.TAKEN and standing(message).state is State.TRANSLATED
    unedited, reception, _ = came_back(now, sent(REVIEWED))
    assert unedited == now and reception.fate is Fate.UNCHANGED


def test_a_new_translation_of_the_new_source_is_newer_work() -> None:
    now = after_edit(TRANSLATED, REWORDED)
    now = judged(replace(now, msgstr=("Tre ferger gikk.",)), State.TRANSLATED, by=KARI, at=LATER, origin=HUMAN)
    message, reception, _ = came_back(now, edited(sent(TRANSLATED), "To ferger dro."))
    assert message == now and reception.fate is Fate.SKIPPED and "translated anew" in reception.why


def test_a_text_whose_source_is_gone_is_kept_as_obsolete() -> None:
    gone = replace(TRANSLATED, obsolete=True)
    message, reception, _ = came_back(gone, edited(sent(TRANSLATED), "To ferger dro."))
    assert message.obsolete and message.text == "To ferger dro." and reception.fate is Fate.KEPT
    _, reception, _ = came_back(LINK, edited(sent(TRANSLATED), "To ferger dro."))
    assert reception.fate is Fate.SKIPPED and reception.why == "the article no longer has this text."
    _, reception, _ = came_back(LINK, sent(TRANSLATED))
    assert reception.fate is Fate.UNCHANGED
