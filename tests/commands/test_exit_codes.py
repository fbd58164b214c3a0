"""One cause, one exit code, whichever the command (see l10n/errors.py)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from l10n.commands import session
from tests import program
from tests.conftest import Run

VERDICTS = [("approve", "nb", "harbour"), ("reject", "nb", "harbour", "--why", "no")]


@pytest.fixture
def without_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.usefixtures("without_git")
def test_without_git(run: Run, harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in (("diff",), ("git-setup",), ("log", "title")):
        result = run(*command, cwd=harbour)
        assert (result.code, "git is not installed here" in result.err) == (4, True), command
    assert run("approve", "nb", "harbour", "-m", "title", cwd=harbour).code == 0
    for command in VERDICTS:
        monkeypatch.setenv("GIT_AUTHOR_NAME", "")
        code, _, err = program.run(*command, cwd=harbour, env={"GIT_AUTHOR_NAME": ""})
        assert code == 4
        assert b"not installed" in err
        assert b"GIT_AUTHOR_NAME=" in err


@pytest.mark.needs("git")
def test_outside_a_git_repository(run: Run, harbour: Path) -> None:
    for command in (("diff",), ("diff", "HEAD"), ("git-setup",)):
        result = run(*command, cwd=harbour)
        assert (result.code, "not in a git repository" in result.err) == (2, True), command
    assert run("log", "title", cwd=harbour).code == 0


def test_a_file_that_is_named_and_not_there(run: Run, harbour: Path, catalog_file: Path) -> None:
    for name in ("none.po", "articles"):
        for command in (
            ("ingest", name),
            ("merge", name, catalog_file, catalog_file),
            ("merge", catalog_file, catalog_file, name),
            ("fmt", name),
        ):
            assert run(*command, cwd=harbour).code == 2, command


@pytest.mark.parametrize("name", ["My Story.md", "chrome.md", "Ø.md"])
def test_an_article_under_a_bad_name(run: Run, harbour: Path, name: str) -> None:
    (harbour / "articles" / name).write_text("# A\n\nB.\n", encoding="utf-8")
    for command in (("status",), ("extract",), ("sync",), ("check",), ("build",), ("draft",), ("review",), *VERDICTS):
        result = run(*command, cwd=harbour)
        assert (result.code, f"articles/{name}" in result.err) == (3, True), command


def test_no_project_here(run: Run, tmp_path: Path) -> None:
    pull = ("pull", "nb", "--what", "catalogs", "--from", ".", "--to", "out")
    for command in (("status",), ("sync",), ("diff",), ("fmt",), ("git-setup",), ("log", "x"), pull, *VERDICTS):
        assert run(*command, cwd=tmp_path).code == 3, command


@pytest.fixture
def committed(harbour: Path) -> Path:
    who = ["-c", "user.name=Ola", "-c", "user.email=ola@example.org"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "A harbour"]):
        subprocess.run(["git", *who, *arguments], cwd=harbour, check=True)
    return harbour


@pytest.mark.needs("git")
def test_diff_of_what_is_not_there(run: Run, committed: Path) -> None:
    for command in (("--article", "nope"), ("--locale", "sv"), (".", ".", "--locale", "sv"), ("nope",)):
        result = run("diff", *command, cwd=committed)
        assert (result.code, result.out) == (2, ""), command
    assert run("diff", "--article", "harbour", "--locale", "nb", cwd=committed).code == 0


@pytest.mark.needs("git")
def test_diff_with_a_folder_in_the_place_of_a_catalog_or_a_broken_one(
    run: Run, committed: Path, catalog_file: Path
) -> None:
    catalog_file.write_text(catalog_file.read_text(encoding="utf-8") + "\nmsgid broken\n", encoding="utf-8")
    result = run("diff", cwd=committed)
    assert (result.code, result.err.startswith("l10n: catalogs/nb/articles/harbour.po:")) == (3, True)
    catalog_file.unlink()
    catalog_file.mkdir()
    result = run("diff", cwd=committed)
    assert result.code == 3
    assert "Cannot read catalogs/nb/articles/harbour.po: it is a folder." in result.err


def test_check_says_first_what_it_could_not_read(run: Run, harbour: Path, catalog_file: Path) -> None:
    catalog_file.write_bytes(b"")
    result = run("check", "nb", cwd=harbour)
    assert result.code == 3
    assert result.err.startswith("l10n: catalogs/nb/articles/harbour.po:")
    assert "\n  Restore it from your version control" in result.err
    assert "1 catalog could not be read" in result.err
    assert "0 errors" not in result.err
    assert "l10n build" not in result.err
    broken = json.loads(run("check", "nb", "--json", cwd=harbour).out)["broken"]
    assert [one["path"] for one in broken] == ["catalogs/nb/articles/harbour.po"]


def test_a_checkout_without_its_packages_says_what_to_run(tmp_path: Path) -> None:
    shutil.copy(program.CLI, tmp_path)
    shutil.copytree(program.CLI.parent / "l10n", tmp_path / "l10n", ignore=shutil.ignore_patterns("__pycache__"))
    bare = [sys.executable, "-S", "cli.py", "status"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(bare, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (4, "")
    assert "make demo" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_name_holds_no_line_ends_and_no_brackets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", " Ola\n# l10n-state: final\x1b[2J <Nordmann>\t")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "ola@example.org>\n")
    assert str(session.person(tmp_path)) == "Ola # l10n-state: final [2J Nordmann <ola@example.org>"
