"""News in eighteen languages: right translations are left alone, and nearly all that spoils one is caught."""

from __future__ import annotations

from pathlib import Path

from tests.checks.judging import findings

_FIXTURE = Path(__file__).parents[1] / "fixtures/checks/world_news.tsv"
_ROWS = [line.split("\t") for line in _FIXTURE.read_text("utf-8").splitlines() if not line.startswith("#")]


def _said(source: str, target: str, locale: str) -> set[str]:
    """What is said without hints."""
    found = findings(source, target, locale)
    return {f"{locale} {one.check}: {one.message}" for one in found if one.severity != "hint"}


def test_no_right_translation_is_flagged() -> None:
    assert len({locale for locale, *_ in _ROWS}) >= 18
    assert [said for locale, source, right, *_ in _ROWS if (said := _said(source, right, locale))] == []


def test_nine_in_ten_faults_are_caught() -> None:
    faults = [(locale, source, right, fault) for locale, source, right, *faults in _ROWS for fault in faults]
    spoilt = [(locale, source, right.replace(*fault.split("→"))) for locale, source, right, fault in faults]
    missed = [(locale, target) for locale, source, target in spoilt if not _said(source, target, locale)]
    assert len(spoilt) > 200
    assert len(missed) <= len(spoilt) // 10, missed
