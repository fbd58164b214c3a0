"""Reviewers and four eyes, enforced in `approve` and again in `check`, where CI sees it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from l10n.model.catalog import Catalog
from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message
from l10n.model.provenance import HUMAN, Actor
from l10n.model.state import State, judged, seal, standing
from l10n.workspace import Workspace
from tests.conftest import Run

OLA = Actor(name="Ola Nordmann", email="ola@example.org")
KARI = Actor(name="Kari Nordmann", email="kari@example.org")
AT = "2026-01-05T10:11Z"
TEXT = Message(msgid="Relaterte artikler", msgctxt="heading", msgstr=("Relaterte artiklar",))


def save(project: Path, message: Message) -> None:
    """Write the message, and its verdict into the ledger, as `approve` would for anyone."""
    workspace = Workspace(project)
    record = standing(message).record
    if record.by and record.state:
        workspace.records.append_ledger("nn", [verdict(message, record.state, record.by)])
    workspace.save_catalog("nn", "chrome", Catalog(messages=(message,)))


def verdict(message: Message, state: State, by: Actor) -> LedgerEntry:
    return LedgerEntry(seal=seal(message), domain="chrome", state=state, by=str(by), at=AT)


def settings(project: Path, *, reviewers: str = "", four_eyes: bool = False) -> None:
    text = (project / "l10n.toml").read_text(encoding="utf-8")
    text = text.replace("[locales.nn]\n", f"[locales.nn]\nreviewers = [{reviewers}]\n")
    (project / "l10n.toml").write_text(f"{text}\n[review]\nfour_eyes = {str(four_eyes).lower()}\n", encoding="utf-8")


def signatures(run: Run, project: Path) -> list[str]:
    """What `check` says of signatures; the run's own person is Ola."""
    result = run("check", "nn", "--json", cwd=project)
    found = [f["message"] for f in json.loads(result.out)["findings"] if f["check"] == "signature"]
    assert result.code == (1 if found else 0)
    return found


def test_a_review_by_someone_not_named_is_an_error(run: Run, project: Path) -> None:
    save(project, judged(TEXT, State.REVIEWED, by=OLA, at=AT, origin=HUMAN))
    assert signatures(run, project) == []
    settings(project, reviewers='"kari@example.org"')
    (message,) = signatures(run, project)
    assert "Ola Nordmann" in message
    save(project, judged(TEXT, State.REVIEWED, by=KARI, at=AT, origin=HUMAN))
    assert signatures(run, project) == []


@pytest.mark.parametrize("state", [State.REVIEWED, State.FINAL])
def test_a_review_by_the_writer_is_an_error_with_four_eyes(run: Run, project: Path, state: State) -> None:
    settings(project, four_eyes=True)
    save(project, judged(TEXT, state, by=OLA, at=AT, origin=HUMAN))
    assert signatures(run, project) == []
    Workspace(project).records.append_ledger("nn", [verdict(TEXT, State.TRANSLATED, OLA)])
    (message,) = signatures(run, project)
    assert "second pair of eyes" in message


def test_a_state_written_by_hand_is_found(run: Run, project: Path) -> None:
    """One word in an editor makes no review: unsigned it counts for less, signed it is missing from the ledger."""
    save(project, judged(TEXT, State.REVIEWED, by=None, at="", origin=HUMAN))
    warned = run("check", "nn", cwd=project)
    assert (warned.code, "Nobody signed this review, so it counts as translated." in warned.out) == (0, True)
    forged = judged(TEXT, State.REVIEWED, by=KARI, at=AT, origin=HUMAN)
    Workspace(project).save_catalog("nn", "chrome", Catalog(messages=(forged,)))
    assert "the ledger knows no such verdict" in run("check", "nn", cwd=project).out
    settings(project, four_eyes=True)
    (message,) = signatures(run, project)
    assert "the ledger knows no such verdict" in message


def test_approve_refuses_the_writer_and_changes_nothing(run: Run, project: Path) -> None:
    (project / "articles/story.md").write_text("---\ntitle: A\n---\n", encoding="utf-8")
    settings(project, four_eyes=True)
    save(project, judged(TEXT, State.TRANSLATED, by=OLA, at=AT, origin=HUMAN))
    before = (project / "catalogs/nn/chrome.po").read_bytes()
    result = run("approve", "nn", "chrome", "-m", "heading", cwd=project)
    assert result.code != 0
    assert "second pair of eyes" in result.err + result.out
    assert (project / "catalogs/nn/chrome.po").read_bytes() == before
    (project / "catalogs/nn/reviews.jsonl").unlink()
    save(project, judged(TEXT, State.TRANSLATED, by=KARI, at=AT, origin=HUMAN))
    assert run("approve", "nn", "chrome", "-m", "heading", cwd=project).code == 0
    (message,) = Workspace(project).load_catalog("nn", "chrome").messages  # type: ignore[union-attr]
    assert standing(message).state is State.REVIEWED


def test_a_translator_who_is_no_reviewer_signs_translations(run: Run, project: Path) -> None:
    (project / "articles/story.md").write_text("---\ntitle: A\n---\n", encoding="utf-8")
    settings(project, reviewers='"kari@example.org"', four_eyes=True)
    save(project, TEXT)
    assert run("approve", "nn", "chrome", cwd=project).code == 1
    assert run("approve", "nn", "chrome", "--as", "translated", cwd=project).code == 0
    (message,) = Workspace(project).load_catalog("nn", "chrome").messages  # type: ignore[union-attr]
    assert standing(message).state is State.TRANSLATED
    assert str(standing(message).record.by) == str(OLA)
