"""`l10n log` tells who said what of a message, from the ledger."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.model.catalog import Catalog
from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message, Previous
from l10n.model.provenance import HUMAN, Actor
from l10n.model.state import State, judged, seal
from l10n.workspace import Workspace
from tests.conftest import Run

OLA = Actor(name="Ola Nordmann", email="ola@example.org")
SOURCE = Message(msgid="Relaterte artikler", msgctxt="heading")


def entry(
    text: str, state: State, at: str, *, by: str = "Ola Nordmann <ola@example.org>", why: str = ""
) -> LedgerEntry:
    return LedgerEntry(
        seal=seal(replace(SOURCE, msgstr=(text,))), domain="chrome", state=state, by=by, at=at, why=why,
        context=SOURCE.msgctxt, msgid=SOURCE.msgid, text=text,
    )  # fmt: skip


@pytest.fixture
def told(project: Path) -> Path:
    """A heading that was drafted, rejected, translated and reviewed in Nynorsk; and one nobody touched."""
    workspace = Workspace(project)
    good = judged(replace(SOURCE, msgstr=("Relaterte artiklar",)), State.REVIEWED, by=OLA, at="4", origin=HUMAN)
    workspace.save_catalog("nn", "chrome", Catalog(messages=(good, Message(msgid="Avvis", msgctxt="button"))))
    verdicts = [
        entry("Slektningar", State.DRAFT, "2026-01-01T10:00Z", by="apertium nob-nno"),
        entry("Slektningar", State.REJECTED, "2026-01-02T10:00Z", why="these are not relatives"),
        entry("Relaterte artiklar", State.TRANSLATED, "2026-01-03T10:00Z"),
        entry("Relaterte artiklar", State.REVIEWED, "2026-01-04T10:00Z"),
    ]
    workspace.records.append_ledger("nn", [*verdicts, verdicts[-1]])
    return project


@pytest.mark.parametrize("name", ["Relaterte artikler", "heading", "artiklar", "relaterte"])
def test_the_story_in_order(run: Run, told: Path, name: str) -> None:
    result = run("log", name, cwd=told)
    assert result.code == 0, result.err
    words = result.out.split()
    order = [words.index(word) for word in ("draft", "rejected", "translated", "reviewed", "now")]
    assert order == sorted(order)
    assert result.out.count("2026-01-04") == 1, "a line that a merge wrote twice is told once"
    assert "these are not relatives" in result.out
    assert result.out.splitlines()[-1].endswith("reviewed")


def test_the_id_of_an_earlier_text_finds_the_message(run: Run, told: Path) -> None:
    result = run("log", entry("Slektningar", State.DRAFT, "").seal, cwd=told)
    assert "Relaterte artiklar" in result.out


def test_an_edit_that_nobody_signed_is_told(run: Run, told: Path) -> None:
    path = told / "catalogs/nn/chrome.po"
    path.write_text(path.read_text(encoding="utf-8").replace("Relaterte artiklar", "Liknande saker"), encoding="utf-8")
    result = run("log", "heading", cwd=told)
    assert "nobody has signed this text" in result.out
    assert result.out.splitlines()[-1].endswith("translated")


def test_the_story_goes_on_after_the_source_changed(run: Run, told: Path) -> None:
    workspace = Workspace(told)
    stale = replace(
        SOURCE, msgid="Liknende artikler", msgstr=("Relaterte artiklar",), flags=("fuzzy",),
        previous=Previous("heading", SOURCE.msgid, None),
    )  # fmt: skip
    workspace.save_catalog("nn", "chrome", Catalog(messages=(stale,)))
    result = run("log", "Liknende artikler", cwd=told)
    assert "the source as it was before" in result.out
    assert result.out.splitlines()[-1].endswith("stale")


def test_json(run: Run, told: Path) -> None:
    found = json.loads(run("log", "heading", "--json", cwd=told).out)
    assert found["schema"] == "l10n/log/1"
    assert [event["state"] for event in found["messages"][0]["events"]] == [
        "draft", "rejected", "translated", "reviewed",
    ]  # fmt: skip


def test_names_that_fit_nothing_or_too_much(run: Run, told: Path) -> None:
    assert run("log", "Finnes ikke", cwd=told).code == 2
    result = run("log", "a", cwd=told)
    assert result.code == 2


@pytest.mark.needs("git")
def test_commits_that_changed_the_text_are_told_and_others_are_not(run: Run, told: Path) -> None:
    def git(*args: str) -> None:
        who = ["-c", "user.name=Kari Nordmann", "-c", "user.email=kari@example.org"]
        subprocess.run(["git", *who, *args], cwd=told, check=True, capture_output=True)

    path = told / "catalogs/nn/chrome.po"
    git("init")
    for old, new, subject in (
        ("", "", "First"),
        ("Relaterte artiklar", "Liknande saker", "Another word"),
        ("Avvis", "Lukk", "Something else"),
        ("Liknande saker", "broken \\q", "A slip"),
        ("broken \\q", "Relaterte saker", "Mended"),
    ):
        path.write_text(
            path.read_text(encoding="utf-8").replace(old, new) if old else path.read_text(encoding="utf-8"),
            encoding="utf-8",
        )
        git("add", ".")
        git("commit", "--allow-empty", "-m", subject)
    result = run("log", "heading", cwd=told)
    assert [line.rpartition(": ")[2] for line in result.out.splitlines() if "committed" in line] == [
        "First", "Another word", "Mended",
    ]  # fmt: skip
    assert "Ola Nordmann <ola@example.org>: Another word" in result.out
    found = json.loads(run("log", "heading", "--json", cwd=told).out)["messages"][0]
    assert [commit["text"] for commit in found["commits"]] == [
        ["Relaterte artiklar"], ["Liknande saker"], ["Relaterte saker"],
    ]  # fmt: skip


def test_a_signature_that_only_the_catalog_has_is_told_as_such(run: Run, told: Path) -> None:
    (told / "catalogs/nn/reviews.jsonl").unlink()
    result = run("log", "heading", cwd=told)
    assert "reviewed    Ola Nordmann <ola@example.org> (signed in the catalog, not in the ledger)" in result.out
    assert "nobody has signed" not in result.out
