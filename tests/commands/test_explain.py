"""Errors and their explanations: all of them have one, and each says what to do."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest

from l10n.commands.explain import explanations
from tests.conftest import Run

DOCS = Path(__file__).parents[2] / "docs"
RAISED: dict[str, list[tuple[str, str]]] = runpy.run_path(str(DOCS / "own_words.py"))["errors"]()


def test_every_error_in_the_code_is_explained_and_nothing_else() -> None:
    assert set(RAISED) == set(explanations())


@pytest.mark.parametrize("name", sorted(explanations()))
def test_an_explanation_says_what_has_happened_and_what_to_do(name: str) -> None:
    entry = explanations()[name]
    assert entry.keys() == {"what", "todo"}
    assert entry["todo"][0].isupper()
    assert all(len(text.split()) > 1 and text[-1] in ".…" for text in entry.values())


def test_the_page_of_errors_is_written_from_the_code() -> None:
    wanted = runpy.run_path(str(DOCS / "error_page.py"))["page"]()
    assert (DOCS / "reference" / "errors.md").read_text(encoding="utf-8") == wanted, "run: make docs"


def test_an_error_ends_with_its_id_and_the_id_can_be_asked_for(run: Run, tmp_path: Path) -> None:
    said = run("status", cwd=tmp_path)
    assert said.code == 3 and "[no-project]" in said.err
    told = run("explain", "[no-project]", cwd=tmp_path)
    assert told.code == 0
    assert "A project is a folder with an l10n.toml" in told.out and "What to do:" in told.out


def test_an_error_that_has_no_advice_of_its_own_takes_that_of_its_entry(run: Run, project: Path) -> None:
    said = run("ingest", "nowhere.html", cwd=project)
    assert said.code == 2
    assert explanations()["no-such-file"]["todo"] in said.err


def test_all_of_them_are_listed_a_line_each(run: Run, tmp_path: Path) -> None:
    listed = run("explain", cwd=tmp_path)
    assert [line.split()[0] for line in listed.out.splitlines()] == sorted(explanations())
    found = json.loads(run("explain", "busy", "--json", cwd=tmp_path).out)
    assert found["errors"] == [{"id": "busy", **explanations()["busy"]}]


def test_an_unknown_id_is_an_error_of_its_own(run: Run, tmp_path: Path) -> None:
    said = run("explain", "no-such-thing", cwd=tmp_path)
    assert said.code == 2 and "[no-such-error]" in said.err
