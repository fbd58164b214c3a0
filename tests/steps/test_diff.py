"""What diff says of two states of a catalog."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n.model.catalog import Catalog
from l10n.model.change import Change, Kind, Movement
from l10n.model.message import Message
from l10n.model.provenance import Actor, Origin
from l10n.model.state import State, judged
from l10n.steps.diff import diff

OLA = Actor(name="Ola Nordmann", email="ola@example.org")
SHARE = Message(
    msgctxt="paragraph", msgid="China stands for 70% of production.", msgstr=("Kina står for 70 % av produksjonen.",)
)
MAYOR = Message(msgctxt="paragraph", msgid="The mayor thanked the crews.", msgstr=("Ordføreren takket mannskapene.",))


def compared(old: list[Message], new: list[Message]) -> list[Change]:
    sides = Catalog(messages=tuple(old)), Catalog(messages=tuple(new))
    return diff(*sides, locale="nb", source_language="en", domain="articles/harbour")


def test_equal_catalogs_have_no_changes_whatever_their_order_and_notes() -> None:
    noted = replace(SHARE, references=("articles/harbour.md:4",))
    assert compared([SHARE, MAYOR], [MAYOR, noted]) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kina står for 75 % av produksjonen.", Kind.MEANING),
        ("Kina står ikke for 70 % av produksjonen.", Kind.MEANING),
        ("Japan står for 70 % av produksjonen.", Kind.MEANING),
        ("Over 70 % av produksjonen står Kina for.", Kind.WORDING),
        ("Landet Kina har 70 % av all produksjon.", Kind.WORDING),
        ("Kina står for 70\u00a0% av produksjonen.", Kind.TYPOGRAPHY),
        ("", Kind.GONE),
    ],
)
def test_an_edited_translation_is_classed_by_what_it_says(text: str, kind: Kind) -> None:
    (change,) = compared([SHARE], [replace(SHARE, msgstr=(text,))])
    assert change.kind is kind
    assert (change.movement is Movement.TRANSLATION) is (kind is Kind.MEANING)


@pytest.mark.parametrize(
    ("source", "text", "kind", "movement"),
    [
        ("China stands for 75% of production.", "Kina står for 75 % av produksjonen.", Kind.MEANING, Movement.FOLLOWS),
        ("China stands for 75% of production.", "Kina står for 80 % av produksjonen.", Kind.MEANING, Movement.UNLIKE),
        ("China stands for 75% of production.", SHARE.text, Kind.MEANING, Movement.SOURCE),
        ("China makes up 70% of production.", "Kina har 70 % av produksjonen.", Kind.WORDING, Movement.NONE),
        ("China  stands for 70% of production.", SHARE.text, Kind.TYPOGRAPHY, Movement.NONE),
        ("China makes up 70% of production.", SHARE.text, Kind.SOURCE_ONLY, Movement.NONE),
        (
            "China stands for *70%* of production.",
            "Kina står for *70 %* av produksjonen.",
            Kind.TYPOGRAPHY,
            Movement.NONE,
        ),
    ],
)
def test_source_and_translation_are_held_against_each_other(
    source: str, text: str, kind: Kind, movement: Movement
) -> None:
    (change,) = compared([SHARE, MAYOR], [replace(SHARE, msgid=source, msgstr=(text,)), MAYOR])
    assert (change.kind, change.movement) == (kind, movement)
    assert change.before is not None and change.before.source == SHARE.msgid
    assert change.key.msgid == source


def test_a_first_translation_is_new_and_moves_no_fact() -> None:
    (change,) = compared([replace(SHARE, msgstr=("",))], [SHARE])
    assert (change.kind, change.movement) == (Kind.NEW, Movement.NONE)


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
    assert change.kind is Kind.STATE_ONLY
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
    assert [change.kind for change in changes] == [Kind.MEANING, Kind.WORDING, Kind.TYPOGRAPHY]


def test_plural_forms_are_compared_all() -> None:
    files = Message(msgid="one ship", msgid_plural="%d ships", msgstr=("ett skip", "%d skip"))
    (change,) = compared([files], [replace(files, msgstr=("ett skip", "%d båter"))])
    assert change.after is not None
    assert change.after.text == "ett skip\n%d båter"


def test_obsolete_messages_are_no_part_of_the_comparison() -> None:
    assert compared([replace(SHARE, obsolete=True)], []) == []
