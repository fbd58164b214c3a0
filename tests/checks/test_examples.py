"""Every check keeps what its page promises: its wrong examples are found, its right ones left alone, its id stays."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from l10n import plugins
from l10n.checks.contract import AnyCheck, Example
from l10n.checks.examples import faults_in
from l10n.model.finding import Edit
from tests.checks.judging import ALL

IDS = Path(__file__).parent / "ids.txt"
"""Projects name checks in settings, dismissals and baselines: a line may be added here, and none taken away."""
NEEDS_DICTIONARY = [pytest.mark.needs("/usr/share/hunspell/nb_NO.dic")]
CASES = [
    pytest.param(
        check,
        example,
        id=f"{check.id}-{example.target[:30]}",
        marks=NEEDS_DICTIONARY if check.id in ("spelling", "compounds") else (),
    )
    for check in ALL
    for example in check.examples
]


@pytest.mark.parametrize(("check", "example"), CASES)
def test_an_example_is_judged_as_it_says(check: AnyCheck, example: Example) -> None:
    said = [fault.text for fault in faults_in(check, example)]
    assert (said == []) is example.right, said


@pytest.mark.parametrize(("check", "example"), CASES)
def test_a_fix_leaves_nothing_to_find(check: AnyCheck, example: Example) -> None:
    for fault in faults_in(check, example):
        if fault.fix and not example.forms:
            mended = _applied(example.target, fault.fix)
            again = [f.text for f in faults_in(check, replace(example, target=mended))]
            assert fault.text not in again, mended


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.id)
def test_a_check_explains_itself(check: AnyCheck) -> None:
    assert {example.right for example in check.examples} == {True, False}
    assert check.title.endswith(".")
    assert len(check.about) > len(check.title) / 2
    assert check.about.endswith(".")
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", check.id)


def test_ids_are_unique_and_stay() -> None:
    ids = [check.id for check in ALL]
    assert ids == list(plugins.BUILT_IN["checks"]), "a check is loaded by another name than it reports under"
    assert sorted(ids) == IDS.read_text(encoding="utf-8").split()


def _applied(text: str, fix: tuple[Edit, ...]) -> str:
    for edit in reversed(fix):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text
