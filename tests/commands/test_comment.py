"""`l10n comment`, and what the other commands show of it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from l10n.model.state import State
from l10n.workspace import Workspace
from tests import bundles
from tests.conftest import Run

LEDGER = Path("catalogs/nn/comments.jsonl")
SAY = ("comment", "nn", "ferries", "Er dette rett?", "-m", "title", "--on", "Ferries")


@pytest.fixture
def ferries(project: Path) -> Path:
    bundles.fill(project, "nn", State.DRAFT)
    return project


def comments_of(run: Run, root: Path) -> list[dict[str, object]]:
    found = json.loads(run("log", "title", "-l", "nn", "--json", cwd=root).out)
    (message,) = found["messages"]
    comments: list[dict[str, object]] = message["comments"]
    return comments


def test_a_comment_is_told_by_log_and_review_and_changes_no_catalog(run: Run, ferries: Path) -> None:
    catalog = ferries / "catalogs/nn/articles/ferries.po"
    before = catalog.read_bytes()
    assert run(*SAY, cwd=ferries).code == 0
    assert catalog.read_bytes() == before
    (line,) = (ferries / LEDGER).read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["by"] == "Ola Nordmann <ola@example.org>"
    for told in (run("log", "title", "-l", "nn", cwd=ferries).out, run("review", "nn", "ferries", cwd=ferries).out):
        assert "Er dette rett?" in told
        assert "“Ferries”" in told
    (row,) = (
        row
        for row in json.loads(run("review", "nn", "ferries", "--json", cwd=ferries).out)["messages"]
        if row["comments"]
    )
    (thread,) = row["comments"]
    assert (row["context"], thread["span"], thread["is_open"]) == ("title", [4, 11], True)


def test_an_answer_settles_a_comment_and_another_opens_it(run: Run, ferries: Path) -> None:
    said = json.loads(run(*SAY, "--json", cwd=ferries).out)
    assert run("comment", "nn", "ferries", "--answer", said["id"], "--resolve", cwd=ferries).code == 0
    assert "Er dette rett?" not in run("review", "nn", "ferries", cwd=ferries).out
    assert comments_of(run, ferries)[0]["is_open"] is False
    assert run("comment", "nn", "ferries", "Nei.", "--answer", said["id"], cwd=ferries).code == 0
    (thread,) = comments_of(run, ferries)
    assert thread["is_open"] is True
    assert [one["text"] for one in thread["answers"]] == ["", "Nei."]  # type: ignore[attr-defined]


def test_a_comment_stays_when_text_and_source_change(run: Run, ferries: Path) -> None:
    for command in ("extract", "sync"):
        run(command, cwd=ferries)
    assert run("comment", "nn", "ferries", "Kven seier det?", "-m", "left at noon", cwd=ferries).code == 0
    article = ferries / "articles/ferries.md"
    edits = [("Two ferries", "Three ferries"), ("left at noon", "left the town at noon"), ("says [", "writes [")]
    for old, new in edits:
        article.write_text(article.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        assert run("extract", cwd=ferries).code == 0
        assert run("sync", cwd=ferries).code == 0
    assert "Kven seier det?" in run("log", "writes", "-l", "nn", cwd=ferries).out
    after = (ferries / LEDGER).read_bytes()
    run("sync", cwd=ferries)
    assert (ferries / LEDGER).read_bytes() == after


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["Tekst"], 2),
        (["Tekst", "-m", "title", "--answer", "123"], 2),
        (["Tekst", "-m", "title", "--resolve"], 2),
        (["Tekst", "--answer", "123456789abc"], 2),
        (["Tekst", "-m", "nowhere at all"], 2),
        (["", "-m", "title"], 3),
        (["Tekst", "-m", "title", "--on", "ikkje her"], 3),
    ],
)
def test_what_makes_no_comment(run: Run, ferries: Path, args: list[str], code: int) -> None:
    result = run("comment", "nn", "ferries", *args, cwd=ferries)
    assert result.code == code, result.err
    assert not (ferries / LEDGER).exists()


def test_a_file_that_holds_something_else_is_named(run: Run, ferries: Path) -> None:
    (ferries / LEDGER).write_text('{"id": 3}\n', encoding="utf-8")
    result = run("log", "title", "-l", "nn", cwd=ferries)
    assert result.code == 3
    assert "catalogs/nn/comments.jsonl:1: not a comment" in result.err


@pytest.mark.needs("git")
def test_two_branches_comments_merge_by_union(run: Run, ferries: Path) -> None:
    def git(*args: str) -> None:
        subprocess.run(["git", "-c", "user.name=Ola", "-c", "user.email=o@example.org", *args], cwd=ferries, check=True)

    git("init", "-q", "-b", "main")
    run("git-setup", cwd=ferries)
    run(*SAY, cwd=ferries)
    git("add", ".")
    git("commit", "-qm", "begun")
    for branch, text in (("one", "Eg trur det."), ("two", "Eg trur det ikkje.")):
        git("checkout", "-q", "-b", branch, "main")
        run("comment", "nn", "ferries", text, "-m", "title", cwd=ferries)
        git("commit", "-qam", branch)
    git("merge", "-q", "--no-edit", "one")
    assert {one.text for one in Workspace(ferries).records.load_comments("nn")} == {
        "Er dette rett?",
        "Eg trur det.",
        "Eg trur det ikkje.",
    }
