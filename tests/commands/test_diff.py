"""`l10n diff` between revisions, folders and what is on disk."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run

pytestmark = pytest.mark.needs("git")
PATH = Path("catalogs/nb/articles/harbour.po")


def git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Ola Nordmann", "-c", "user.email=ola@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def repository(harbour: Path) -> Path:
    """The harbour project, committed."""
    git(harbour, "init", "-q", "-b", "main")
    git(harbour, "add", ".")
    git(harbour, "commit", "-q", "-m", "A harbour")
    return harbour


def edit(root: Path, old: str, new: str) -> None:
    text = (root / PATH).read_text(encoding="utf-8")
    assert old in text
    (root / PATH).write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_changed_is_said_and_exits_0(run: Run, repository: Path) -> None:
    done = run("diff", cwd=repository)
    assert (done.code, done.out) == (0, "")
    assert "nothing changed" in done.err


def test_the_working_tree_is_held_against_the_last_commit(run: Run, repository: Path) -> None:
    edit(repository, "To ferger gikk klokken tolv.", "To ferger gikk ikke klokken tolv.")
    done = run("diff", cwd=repository)
    assert done.code == 0
    assert "nb  articles/harbour" in done.out
    assert "To ferger gikk {+ikke +}klokken tolv." in done.out or "gikk{+ ikke+} klokken" in done.out
    assert "Two ferries left at noon." in done.out
    assert "! paragraph: the translation moved without its source: look here first" in done.out
    assert "negation: nothing → “ikke”" in done.out


def test_meaning_stands_before_wording(run: Run, repository: Path) -> None:
    edit(repository, "Havnen åpner etter uværet", "Havna åpner etter uværet")
    edit(repository, "To ferger gikk klokken tolv.", "Tre ferger gikk klokken tolv.")
    out = run("diff", cwd=repository).out
    assert out.index("{+Tre+}") < out.index("{+Havna+}")


def test_two_revisions_of_a_project_below_the_top_of_its_repository(run: Run, tmp_path: Path, harbour: Path) -> None:
    shutil.move(harbour, tmp_path / "site" / "news")
    git(tmp_path / "site", "init", "-q", "-b", "main")
    git(tmp_path / "site", "add", ".")
    git(tmp_path / "site", "commit", "-q", "-m", "one")
    root = tmp_path / "site" / "news"
    edit(root, "Havnen åpner etter uværet", "Havna åpner etter uværet")
    git(root, "commit", "-aqm", "two")
    edit(root, "Havna", "Hamna")
    done = run("diff", "HEAD~1..HEAD", cwd=root)
    assert "[-Havnen-]{+Havna+} åpner" in done.out
    assert "Hamna" not in done.out


def test_an_approval_is_told_in_words(run: Run, repository: Path) -> None:
    assert run("approve", "nb", "harbour", cwd=repository).code == 0
    done = run("diff", cwd=repository)
    assert "State only (3)" in done.out
    assert "→ reviewed by Ola Nordmann" in done.out


def test_two_folders_need_neither_git_nor_a_project(run: Run, harbour: Path, tmp_path: Path) -> None:
    shutil.copytree(harbour / "catalogs", tmp_path / "before")
    edit(harbour, "To ferger", "Tre ferger")
    done = run("diff", tmp_path / "before", harbour, cwd=tmp_path)
    assert done.code == 0
    assert "[-To-]{+Tre+} ferger" in done.out


def test_json_has_both_sides_and_the_words(run: Run, repository: Path) -> None:
    edit(repository, "To ferger", "Tre ferger")
    report = json.loads(run("diff", "--json", cwd=repository).out)
    assert report["schema"] == "l10n/diff/2"
    (change,) = report["changes"]
    assert (change["class"], change["moved"], change["context"]) == ("meaning", "translation", "paragraph")
    assert change["before"]["text"] == "To ferger gikk klokken tolv."
    assert change["rows"][1]["words"][:2] == [["-", "To"], ["+", "Tre"]]


def test_locale_and_article_narrow_it_down(run: Run, repository: Path) -> None:
    edit(repository, "To ferger", "Tre ferger")
    assert "Tre" in run("diff", "--locale", "nb_NO", "--article", "harbour", cwd=repository).out
    assert run("diff", "--locale", "nn", cwd=repository).out == ""
    assert run("diff", "--article", "chrome", cwd=repository).out == ""


@pytest.mark.parametrize("revision", ["nowhere", "--help-me", "HEAD~99..HEAD"])
def test_an_unknown_revision_is_one_sentence(run: Run, repository: Path, revision: str) -> None:
    done = run("diff", "--", revision, cwd=repository)
    assert done.code == 2
    assert "git knows no revision" in done.err
    assert len(done.err.splitlines()) <= 2


def test_outside_git_the_way_out_is_named(run: Run, harbour: Path) -> None:
    done = run("diff", cwd=harbour)
    assert done.code == 2
    assert "not in a git repository" in done.err
    assert "l10n diff OLD-FOLDER NEW-FOLDER" in done.err


def test_a_catalog_that_was_broken_then_is_named_with_its_line(run: Run, repository: Path) -> None:
    good = (repository / PATH).read_text(encoding="utf-8")
    (repository / PATH).write_text(good + '\nmsgid "torn\n', encoding="utf-8")
    git(repository, "commit", "-aqm", "torn")
    (repository / PATH).write_text(good, encoding="utf-8")
    done = run("diff", cwd=repository)
    assert done.code == 3
    assert "HEAD:catalogs/nb/articles/harbour.po:" in done.err


def test_a_new_catalog_lists_its_messages_as_new(run: Run, repository: Path) -> None:
    nynorsk = repository / "catalogs" / "nn" / "articles" / "harbour.po"
    nynorsk.parent.mkdir(parents=True)
    shutil.copy(repository / PATH, nynorsk)
    done = run("diff", "--locale", "nn", cwd=repository)
    assert "4 changes" in done.err
    assert "{+Havnen åpner etter uværet+}" in done.out
