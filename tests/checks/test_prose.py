"""Prose of newsrooms at large: hardly a good translation is flagged, and nearly every fault is caught."""

from __future__ import annotations

from pathlib import Path

from tests.checks.judging import findings

_FIXTURES = Path(__file__).parents[1] / "fixtures/checks"


def _rows(name: str) -> list[list[str]]:
    lines = (_FIXTURES / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _said(source: str, target: str, locale: str, role: str) -> list[str]:
    """What is said without hints; English here is translated from Bokmål."""
    found = findings(source, target, locale, role, "nb" if locale == "en" else "")
    return [f"{one.check}: {one.message} {target}" for one in found if one.severity != "hint"]


def test_at_most_one_in_a_hundred_good_translations_is_flagged() -> None:
    rows = _rows("good_prose.tsv")
    flagged = [said for locale, role, source, target in rows if (said := _said(source, target, locale, role))]
    assert len(rows) > 400
    assert len(flagged) <= len(rows) // 100, flagged


def test_nine_in_ten_faults_are_caught() -> None:
    rows = _rows("faulty_prose.tsv")
    missed = [(kind, target) for kind, role, source, target in rows if not _said(source, target, "nb", role)]
    assert len(rows) >= 190
    assert len(missed) <= len(rows) // 10, missed


def test_names_that_are_told_otherwise_are_hardly_ever_flagged() -> None:
    rows = _rows("good_names.tsv")
    flagged = [said for role, source, target in rows if (said := _said(source, target, "nb", role))]
    assert len(rows) == 232
    assert len(flagged) <= len(rows) // 100, flagged


def test_four_in_five_faults_of_names_and_languages_are_caught() -> None:
    rows = _rows("faulty_names.tsv")
    missed = [(kind, target) for kind, role, source, target in rows if not _said(source, target, "nb", role)]
    assert len(rows) == 160
    assert len(missed) <= len(rows) // 5, missed
