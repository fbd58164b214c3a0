"""Clues decide which texts a check is handed, and never what is found in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.checks.clues import Clue, Look, Pair, any_of, like, signs, vocabulary
from l10n.checks.contract import Check, Clues, Fault, Subject
from l10n.model.finding import Category, Severity
from l10n.model.message import Message
from l10n.steps.check import check_subjects
from tests.checks.judging import ALL
from tests.checks.right import RIGHT
from tests.checks.seeded import seeded_faults
from tests.checks.wrong import WRONG

_PROSE = Path(__file__).parent.parent / "fixtures/checks"
_CLUED = [one for one in ALL if isinstance(one, Check) and one.clues]
_Row = tuple[str, str, str, str, str]
"""Source language, locale, role, source and translation."""


def _subject(row: _Row) -> Subject:
    language, locale, role, source, target = row
    message = Message(msgid=source, msgctxt=role, msgstr=(target,))
    return next(Subject.all_of(message, source_language=language, locale=locale, domain="articles/a"))


def _texts() -> Iterator[_Row]:
    """The good and the faulty texts of all tests, and of the checks' pages."""
    for each in (example for one in _CLUED for example in one.examples):
        yield each.source_language, each.locale, each.role, each.source, each.target
    yield from (("en", *row) for row in RIGHT)
    yield from (("en", *row[1:]) for row in WRONG)
    for fault in seeded_faults():
        yield fault.language, fault.locale, fault.role, fault.source, fault.right
        yield fault.language, fault.locale, fault.role, fault.source, fault.wrong
    for name, at in (("good_prose.tsv", 0), ("faulty_prose.tsv", 1)):
        for line in (_PROSE / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                first, role, source, target = line.split("\t")
                yield "en", "nb" if at else first, role, source, target


def _spoilt(rows: Sequence[_Row]) -> Iterator[_Row]:
    """Each text beside another's translation, in capitals, turned round, and with odd blanks."""
    for (language, locale, role, source, target), other in zip(rows, (*rows[1:], rows[0]), strict=True):
        yield language, locale, role, source, other[4]
        yield language, locale, "title", source, target.title()
        yield locale, language, role, target, source
        yield language, locale, role, f"{source}\n", target.replace(" ", "  ", 1).replace(" i ", " \x1ci\u00a0")


@pytest.fixture(scope="module")
def texts() -> list[Subject]:
    rows = list(_texts())
    return [_subject(row) for row in (*rows, *_spoilt(rows))]


@pytest.mark.parametrize("one", _CLUED, ids=[one.id for one in _CLUED])
def test_no_check_sleeps_through_a_fault(one: Check, texts: list[Subject]) -> None:
    found = check_subjects(texts, checks=[replace(one, clues=None)])
    assert found, "a check that finds nothing in all of these proves nothing"
    assert check_subjects(texts, checks=[one]) == found


def _asking(clues: Clues | None) -> Check:
    """A check that has something to say of every text that it is handed."""

    def find(subject: Subject) -> list[Fault]:
        return [Fault(Severity.HINT, subject.target, "Nothing.")]

    return Check("asking", "Asks.", find, clues=clues, category=Category.CUSTOM, about="It asks.", examples=())


def _handed(clues: Clues | None, *texts: tuple[str, str]) -> list[str]:
    subjects = [_subject(("en", "nb", "paragraph", *text)) for text in texts]
    return [finding.message for finding in check_subjects(subjects, checks=[_asking(clues)])]


PLAIN = ("It rained.", "Det regnet.")
MONEY = ("It cost $5 (£4).", "Det kostet 5 dollar (4 pund).")
LINK = ("Read [more](https://example.org/dollar).", "Les [mer](https://example.org/dollar).")


@pytest.mark.parametrize(
    ("clues", "handed"),
    [
        (None, [PLAIN, MONEY, LINK]),
        (Clues(), []),
        (Clues(source=signs("$€")), [MONEY]),
        (Clues(target=signs("$€")), []),
        (Clues(target=vocabulary(lambda pair: {"dollar"} if pair.target == "nb" else ())), [MONEY, LINK]),
        (Clues(target=like(re.compile(r"^\(\d"))), [MONEY]),
        (Clues(target=any_of(signs("("), vocabulary(lambda _: ("regnet",)))), [PLAIN, MONEY, LINK]),
        (Clues(source=signs("$["), target=signs("[")), [MONEY, LINK]),
        (Clues(source=signs("$["), target=signs("["), on_both=True), [LINK]),
        (Clues(source=signs("$"), text=lambda subject: len(subject.target) < 15), [PLAIN, MONEY]),
    ],
)
def test_a_check_is_handed_what_wakes_it(clues: Clues | None, handed: list[tuple[str, str]]) -> None:
    assert _handed(clues, PLAIN, MONEY, LINK) == [target for _, target in handed]


@pytest.mark.parametrize("target", ["To  blanke.", " Foran.", "Bak.\n", "70\u00a0%", "En\x1cto."])
def test_blanks_are_seen_where_they_are_odd(target: str) -> None:
    blank = Clues(target=like(re.compile(r"\s")))
    assert _handed(blank, ("x", target), PLAIN) == [target]


def test_what_stands_in_prose_alone_is_seen() -> None:
    word = Clues(target=like(re.compile("^mer$")))
    assert _handed(word, LINK, PLAIN) == [LINK[1]]


def _breaks(_: Pair) -> Look:
    raise KeyError("nb")


@pytest.mark.parametrize("clue", [_breaks, lambda _: lambda token: 1 / 0])
def test_a_clue_that_breaks_wakes_its_check(clue: Clue) -> None:
    assert _handed(Clues(target=clue), PLAIN) == [PLAIN[1]]
    assert _handed(Clues(text=lambda subject: 1 / 0), PLAIN) == [PLAIN[1]]
