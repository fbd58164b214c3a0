"""What diff says of two states of a catalog."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n.model.catalog import Catalog
from l10n.model.change import Change, Kind
from l10n.model.message import Message
from l10n.model.provenance import Actor, Origin
from l10n.model.source_change import Grade
from l10n.model.state import State, judged
from l10n.steps.diff import diff

OLA = Actor(name="Ola Nordmann", email="ola@example.org")
SHARE = Message(
    msgctxt="paragraph", msgid="China stands for 70% of production.", msgstr=("Kina står for 70 % av produksjonen.",)
)
MAYOR = Message(msgctxt="paragraph", msgid="The mayor thanked the crews.", msgstr=("Ordføreren takket mannskapene.",))


def compared(old: list[Message], new: list[Message]) -> list[Change]:
    return diff(Catalog(messages=tuple(old)), Catalog(messages=tuple(new)), locale="nb", domain="articles/harbour")


def test_equal_catalogs_have_no_changes_whatever_their_order_and_notes() -> None:
    noted = replace(SHARE, references=("articles/harbour.md:4",))
    assert compared([SHARE, MAYOR], [MAYOR, noted]) == []


@pytest.mark.parametrize(
    ("text", "grade", "is_meaning"),
    [
        ("Kina står for 75 % av produksjonen.", Grade.NUMBER, True),
        ("Kina står ikke for 70 % av produksjonen.", Grade.NEGATION, True),
        ("Kina har 70 % av all produksjon.", Grade.REWORDED, False),
        ("Kina står for 70\u00a0% av produksjonen.", Grade.COSMETIC, False),
    ],
)
def test_an_edited_translation_is_graded_by_what_it_says(text: str, grade: Grade, is_meaning: bool) -> None:
    (change,) = compared([SHARE], [replace(SHARE, msgstr=(text,))])
    assert (change.kind, change.grade, change.is_meaning) == (Kind.TEXT, grade, is_meaning)


def test_an_edited_source_is_one_change_and_not_a_loss_and_a_gain() -> None:
    edited = replace(SHARE, msgid="China stands for 75% of production.")
    (change,) = compared([SHARE, MAYOR], [edited, MAYOR])
    assert change.kind is Kind.SOURCE
    assert change.is_meaning
    assert change.before is not None
    assert change.before.source == SHARE.msgid
    assert change.key == edited.key


def test_a_similar_text_in_another_role_is_another_message() -> None:
    heading = replace(SHARE, msgctxt="heading")
    assert [change.kind for change in compared([SHARE], [heading])] == [Kind.NEW, Kind.GONE]


def test_short_labels_are_never_paired_by_likeness() -> None:
    old = Message(msgctxt="button", msgid="Avvis", msgstr=("Dismiss",))
    new = Message(msgctxt="button", msgid="Godta", msgstr=("Accept",))
    assert [change.kind for change in compared([old], [new])] == [Kind.NEW, Kind.GONE]


def test_an_approval_is_a_change_of_state_alone() -> None:
    draft = judged(SHARE, State.DRAFT, by=None, at="", origin=Origin(engine="argos", model="en_nb"))
    approved = judged(draft, State.REVIEWED, by=OLA, at="2026-01-05T10:11Z", origin=Origin(engine="argos"))
    (change,) = compared([draft], [approved])
    assert change.kind is Kind.STATE
    assert change.before is not None
    assert change.after is not None
    assert (change.before.state, change.after.state, change.after.by) == (State.DRAFT, State.REVIEWED, OLA)


def test_meaning_comes_first_and_typography_last() -> None:
    cosmetic = replace(MAYOR, msgstr=("Ordføreren takket mannskapene .",))
    reworded = Message(msgctxt="title", msgid="Harbour opens", msgstr=("Havnen åpner igjen",))
    meaning = replace(SHARE, msgstr=("Kina står for 90 % av produksjonen.",))
    old = [
        replace(MAYOR, msgstr=("Ordføreren takket  mannskapene .",)),
        replace(reworded, msgstr=("Havna åpner",)),
        SHARE,
    ]
    changes = compared(old, [cosmetic, reworded, meaning])
    assert [change.grade for change in changes] == [Grade.NUMBER, Grade.REWORDED, Grade.COSMETIC]


def test_plural_forms_are_compared_all() -> None:
    files = Message(msgid="one ship", msgid_plural="%d ships", msgstr=("ett skip", "%d skip"))
    (change,) = compared([files], [replace(files, msgstr=("ett skip", "%d båter"))])
    assert change.after is not None
    assert change.after.text == "ett skip\n%d båter"


def test_obsolete_messages_are_no_part_of_the_comparison() -> None:
    assert compared([replace(SHARE, obsolete=True)], []) == []
