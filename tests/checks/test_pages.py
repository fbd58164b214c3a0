"""The pages of the checks say what the checks do today."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from l10n.checks.page import page, severities
from tests.checks.judging import ALL

DOCS = Path(__file__).parents[2] / "docs"
WANTED: dict[str, str] = runpy.run_path(str(DOCS / "check_pages.py"))["pages"]()


def test_each_check_has_its_page_and_no_page_is_left_of_one_that_is_gone() -> None:
    assert {path.name for path in (DOCS / "reference" / "checks").glob("*.md")} == set(WANTED), "run: make docs"


@pytest.mark.parametrize("name", WANTED)
def test_a_page_is_fresh(name: str) -> None:
    assert (DOCS / "reference" / "checks" / name).read_text(encoding="utf-8") == WANTED[name], "run: make docs"


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.id)
def test_a_page_shows_category_severity_examples_and_how_to_silence_it(check: object) -> None:
    (one,) = (known for known in ALL if known is check)
    text = page(one)
    assert f"`{one.category}`" in text
    assert severities(one), "no wrong example yields a finding"
    assert f'off = ["{one.id}"]' in text
    assert f"--check {one.id} --why" in text
    assert text.count("- Translation: ") == len(one.examples)
