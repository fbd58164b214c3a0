"""`gate = { checks = true }`: a build holds back what `l10n check` would fail, and lets out what was dismissed."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from l10n.model.state import State
from tests import bundles
from tests.conftest import Run


@pytest.fixture
def ferries(project: Path) -> Path:
    """The article `ferries`, translated, with English left standing in its Bokmål texts."""
    bundles.fill(project, "nb", State.TRANSLATED)
    settings = project / "l10n.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("[locales.nb]\n", "[locales.nb]\ngate = { checks = true }\n"), encoding="utf-8")
    return project


def build(run: Run, project: Path) -> tuple[int, str]:
    done = run("build", "-l", "nb", cwd=project)
    return done.code, done.out


def dismiss_all(run: Run, project: Path) -> None:
    """Whatever the checks find: which of the sample's texts are taken for English is theirs to say."""
    for row in json.loads(run("check", "nb", "--json", cwd=project).out)["findings"]:
        why = ("--why", "A sample text.")
        done = run("dismiss", "nb", "ferries", "-m", row["source"], "-c", row["check"], *why, cwd=project)
        assert done.code == 0, done.err


def test_an_error_holds_the_article_back_and_is_named_by_the_role_of_its_text(run: Run, ferries: Path) -> None:
    code, said = build(run, ferries)
    assert code == 1
    assert "held back: 100 % of" in said
    assert "not fit to go out: " in said
    assert ", 1 image alt with an error" in said
    assert not (ferries / "dist/ferries/nb").exists()


def test_without_the_word_in_the_settings_errors_hold_nothing_back(run: Run, ferries: Path) -> None:
    settings = ferries / "l10n.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("checks = true", "checks = false"), encoding="utf-8"
    )
    assert build(run, ferries)[0] == 0


def test_what_was_dismissed_goes_out(run: Run, ferries: Path) -> None:
    dismiss_all(run, ferries)
    assert run("check", "nb", cwd=ferries).code == 0
    assert build(run, ferries)[0] == 0


def test_a_text_that_does_not_stand_on_the_page_holds_nothing_back(run: Run, ferries: Path) -> None:
    bundles.fill(ferries, "nb", lambda key: State.NEW if key.msgctxt == "paragraph" else State.DRAFT)
    settings = ferries / "l10n.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("checks = true", "checks = true, percent = 0"), encoding="utf-8")
    assert build(run, ferries)[0] == 0, "drafts fall back to the source: no faulty text is read by anyone"


def test_checks_run_again_when_what_they_look_at_has_changed_and_only_then(run: Run, ferries: Path) -> None:
    def is_looked_at_again() -> bool:
        """A build that redoes nothing leaves what it remembers alone."""
        before = {path: path.stat().st_mtime_ns for path in (ferries / ".l10n/built").iterdir()}
        run("build", cwd=ferries)
        return before != {path: path.stat().st_mtime_ns for path in (ferries / ".l10n/built").iterdir()}

    bundles.fill(ferries, "en", State.REVIEWED)
    bundles.fill(ferries, "nn", State.TRANSLATED)
    run("build", cwd=ferries)
    time.sleep(0.2)  # what was written a moment ago is not remembered
    run("build", cwd=ferries)
    assert not is_looked_at_again()
    dismiss_all(run, ferries)
    assert is_looked_at_again()
    assert (ferries / "dist/ferries/nb/index.html").exists()
    (ferries / "catalogs/nb/dismissals.jsonl").unlink()
    assert is_looked_at_again()
    assert not (ferries / "dist/ferries/nb").exists()
