"""Kinds of words: how they are written down, and what the table of Bokmål says of a token."""

from __future__ import annotations

from importlib.resources import files

import pytest

from l10n.checks.kind_notation import kinds
from l10n.checks.kind_table import KindTable, kind_table
from tests.checks.judging import findings

CARE = """
# who cares
doctor+ | =lege+ | overlege+ dr
nurse+ | sykepleier+
- nurse a grudge, doctor who
! pasient

## doors
open& | åpn~ | holdt_åpent
shut | lukket | | lid+
"""


def table() -> KindTable:
    return KindTable([CARE])


def test_a_member_has_the_forms_that_its_signs_ask_for() -> None:
    care, doors = kinds(CARE.splitlines())
    assert care.members[0].english == ("doctor", "doctors", "doctor's", "doctor’s")
    assert doors.members[0].english == ("open", "opens", "opened", "opening")
    assert (care.mark, doors.mark) == ("#", "##")
    assert (care.idioms, care.silencers) == (["nurse a grudge", "doctor who"], ["pasient"])
    assert doors.members[1].explained_by == ("lid", "lids", "lid's", "lid’s")


@pytest.mark.parametrize(
    ("token", "said", "shown"),
    [
        ("legene", {0}, {0}),
        ("overlegen", set(), {0}),
        ("tannlege", set(), set()),
        ("sykepleieren", {1}, {1}),
        ("spesialsykepleier", set(), {1}),
        ("åpningen", {2}, {2}),
        ("forlegen", set(), set()),
    ],
)
def test_a_token_says_or_shows_a_member(token: str, said: set[int], shown: set[int]) -> None:
    assert (table().said[token], table().shown[token]) == (said, shown)


def test_words_with_a_blank_are_looked_for_in_the_text() -> None:
    pattern = table().spaced(2, only_said=False)
    assert pattern is not None
    assert pattern.search("De holdt  åpent lenge.")
    assert table().spaced(2, only_said=True) is None


def test_a_line_before_the_first_kind_is_no_notation() -> None:
    with pytest.raises(ValueError, match="no kind yet"):
        list(kinds(["doctor+ | lege+"]))


def test_a_word_stands_once_in_its_kind() -> None:
    for one in (files("l10n.checks") / "kinds" / "nb").iterdir():
        for kind in kinds(one.read_text(encoding="utf-8").splitlines()):
            words = [word for member in kind.members for word in set(member.english)]
            assert len(words) == len(set(words)), (kind.name, sorted({word for word in words if words.count(word) > 1}))
            assert len(kind.members) > 1, kind.name


def test_a_language_without_files_has_no_kinds() -> None:
    assert kind_table("fi") is None


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The shop is not closed.", "Butikken er åpen."),
        ("The first lady left.", "Presidentens kone dro til slutt."),
        ("Her parents are dentists.", "Faren og moren er tannleger."),
        ("The doctor, a surgeon, was praised.", "Kirurgen ble rost."),
        ("Warner Bros. sued.", "Warner Bros. gikk til søksmål; søsteren tier."),
        ("He was at sea.", "Han var på fjellet."),
    ],
)
def test_what_may_be_right_is_left_alone(source: str, target: str) -> None:
    assert "opposites" not in {one.check for one in findings(source, target)}
