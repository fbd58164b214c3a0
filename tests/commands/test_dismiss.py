"""`l10n dismiss`: a finding is silent for a reason, until the text changes, and only by who may say so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.edits import edit

WHY = "Trains are counted by the ministry."


@pytest.fixture
def catalog(harbour: Path) -> Path:
    """The Bokmål catalog, with an error in a paragraph that counts as translated, and a warning in the title."""
    path = harbour / "catalogs" / "nb" / "articles" / "harbour.po"
    edit(path, "To ferger gikk klokken tolv.", "To ferger gikk klokken 15.45.")
    edit(path, "Two ferries left at noon.", "Two ferries left at 3:30 p.m.")
    edit(path, "Havnen åpner etter uværet", "Havnen åpner etter uværet.")
    return path


def lines(harbour: Path) -> list[dict[str, object]]:
    path = harbour / "catalogs" / "nb" / "dismissals.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def dismiss(run: Run, harbour: Path, *more: str, message: str = "Two ferries", check: str = "numbers") -> int:
    return run("dismiss", "nb", "harbour", "-m", message, "-c", check, "--why", WHY, *more, cwd=harbour).code


def test_a_dismissed_error_blocks_no_more_and_is_kept_with_who_and_why(run: Run, harbour: Path, catalog: Path) -> None:
    before = catalog.read_bytes()
    assert run("check", cwd=harbour).code == 1
    assert dismiss(run, harbour) == 0
    done = run("check", cwd=harbour)
    assert done.code == 0
    assert "numbers" not in done.out
    assert "1 finding dismissed (shown with --dismissed)." in done.err
    shown = run("check", "--dismissed", cwd=harbour)
    assert shown.code == 0
    assert "Ola Nordmann <ola@example.org>" in shown.out
    assert WHY in shown.out
    assert "1 finding dismissed; each comes back when its text changes." in shown.err
    assert catalog.read_bytes() == before, "the catalog itself is not touched"
    (line,) = lines(harbour)
    assert line["said"] == ["The source says “3:30 p.m”, the translation “15.45”."]


@pytest.mark.parametrize(("old", "new"), [("klokken 15.45.", "klokken 15.46."), ("left at 3:30", "left on 3:30")])
def test_it_comes_back_when_text_or_source_changes(run: Run, harbour: Path, catalog: Path, old: str, new: str) -> None:
    dismiss(run, harbour)
    edit(catalog, "# Hør med Kari om klokkeslettet.", "# Kari har svart.")
    assert run("check", cwd=harbour).code == 0, "a comment changes no text"
    edit(catalog, old, new)
    assert run("check", cwd=harbour).code == 1
    edit(catalog, new, old)
    assert run("check", cwd=harbour).code == 0


@pytest.mark.parametrize("new", ["Two  ferries left at 3:30 p.m.", "Two *ferries* left at 3:30 p.m."])
def test_a_source_that_changes_in_its_signs_alone_brings_nothing_back(
    run: Run, harbour: Path, catalog: Path, new: str
) -> None:
    dismiss(run, harbour)
    edit(catalog, "Two ferries left at 3:30 p.m.", new)
    assert run("check", "--check", "numbers", cwd=harbour).code == 0
    assert dismiss(run, harbour, "--undo", message=new) == 0
    assert run("check", "--check", "numbers", cwd=harbour).code == 1


def test_the_same_edit_with_another_translation_does(run: Run, harbour: Path, catalog: Path) -> None:
    dismiss(run, harbour)
    edit(catalog, "Two ferries left at 3:30 p.m.", "Two *ferries* left at 3:30 p.m.")
    edit(catalog, "To ferger gikk", "To båter gikk")
    assert run("check", cwd=harbour).code == 1


def test_other_checks_and_messages_are_still_heard(run: Run, harbour: Path, catalog: Path) -> None:
    dismiss(run, harbour)
    assert "ends" in run("check", cwd=harbour).out


@pytest.mark.parametrize("why", ["", "   ", "\t\n"])
def test_without_a_reason_nothing_is_dismissed(run: Run, harbour: Path, catalog: Path, why: str) -> None:
    done = run("dismiss", "nb", "harbour", "-m", "Two ferries", "-c", "numbers", "--why", why, cwd=harbour)
    assert done.code == 2
    assert "reason" in done.err
    assert lines(harbour) == []


def test_only_what_is_found_can_be_dismissed_and_once(run: Run, harbour: Path, catalog: Path) -> None:
    assert dismiss(run, harbour, check="names") == 2
    assert dismiss(run, harbour, check="nombers") == 2
    assert dismiss(run, harbour) == 0
    assert dismiss(run, harbour) == 2, "there is nothing left to dismiss"
    assert len(lines(harbour)) == 1


def test_a_dismissal_can_be_taken_back_and_both_stay_on_record(run: Run, harbour: Path, catalog: Path) -> None:
    dismiss(run, harbour)
    first = lines(harbour)
    assert dismiss(run, harbour, "--undo") == 0
    assert run("check", cwd=harbour).code == 1
    assert lines(harbour)[:1] == first
    assert dismiss(run, harbour, "--undo") == 2


def test_a_dry_run_writes_nothing(run: Run, harbour: Path, catalog: Path) -> None:
    assert dismiss(run, harbour, "--dry-run") == 0
    assert lines(harbour) == []


def named_reviewers(harbour: Path) -> None:
    edit(harbour / "l10n.toml", "[locales.nb]\n", '[locales.nb]\nreviewers = ["kari@example.org"]\n')


def test_an_error_is_for_reviewers_and_a_warning_for_everyone(run: Run, harbour: Path, catalog: Path) -> None:
    named_reviewers(harbour)
    done = run("dismiss", "nb", "harbour", "-m", "Two ferries", "-c", "numbers", "--why", WHY, cwd=harbour)
    assert done.code == 1
    assert "not among the reviewers" in done.err
    assert lines(harbour) == []
    assert dismiss(run, harbour, message="title", check="ends") == 0


def test_a_line_added_by_hand_needs_the_same_right(run: Run, harbour: Path, catalog: Path) -> None:
    dismiss(run, harbour)
    named_reviewers(harbour)
    assert run("check", cwd=harbour).code == 1, "Ola may not dismiss an error here, whichever way his line came in"
    edit(harbour / "catalogs" / "nb" / "dismissals.jsonl", "Ola Nordmann <ola@", "Kari <kari@")
    assert run("check", cwd=harbour).code == 0


def test_under_four_eyes_a_writer_cannot_dismiss_an_error_alone(
    run: Run, harbour: Path, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(harbour / "l10n.toml", 'chrome_language = "nb"', 'chrome_language = "nb"\nreview = { four_eyes = true }')
    assert run("approve", "nb", "harbour", "-m", "Two ferries", "--as", "translated", cwd=harbour).code == 0
    assert dismiss(run, harbour) == 1
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Kari")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "kari@example.org")
    assert dismiss(run, harbour) == 0
    assert run("check", cwd=harbour).code == 0


def test_lines_of_two_branches_merge_in_any_order(run: Run, harbour: Path, catalog: Path) -> None:
    dismiss(run, harbour)
    dismiss(run, harbour, message="title", check="ends")
    path = harbour / "catalogs" / "nb" / "dismissals.jsonl"
    both = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*reversed(both), both[0], '{"seal":"torn']), encoding="utf-8")
    done = run("check", cwd=harbour)
    assert (done.code, done.out) == (0, "")


def test_sarif_tells_of_it_and_github_is_silent(run: Run, harbour: Path, catalog: Path) -> None:
    dismiss(run, harbour)
    sarif = json.loads(run("check", "--format", "sarif", cwd=harbour).out)
    suppressed = [one for one in sarif["runs"][0]["results"] if "suppressions" in one]
    assert [one["ruleId"] for one in suppressed] == ["numbers"]
    assert "numbers" not in run("check", "--format", "github", cwd=harbour).out


def test_a_line_that_is_no_dismissal_is_named_with_its_place(run: Run, harbour: Path, catalog: Path) -> None:
    (harbour / "catalogs" / "nb" / "dismissals.jsonl").write_text('{"seal": 3}\n', encoding="utf-8")
    done = run("check", cwd=harbour)
    assert done.code == 3
    assert "catalogs/nb/dismissals.jsonl:1" in done.err
