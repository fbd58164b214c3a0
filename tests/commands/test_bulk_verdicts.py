"""`approve` and `reject` for many messages at once: filters, dry runs, and the guard against rubber stamps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from l10n.model.catalog import Catalog
from l10n.model.message import Message
from l10n.model.provenance import HUMAN, Origin
from l10n.model.state import State, judged, standing
from l10n.workspace import Workspace
from tests.conftest import Run

ARGOS = Origin(engine="argos", model="en_nb", version="1.9")
APERTIUM = Origin(engine="apertium", model="nob-nno")
ARTICLES = ("first", "second")


def draft(n: int, origin: Origin = ARGOS, text: str = "") -> Message:
    message = Message(
        msgctxt="paragraph", msgid=f"Ferry {n} left at {n} o'clock.", msgstr=(text or f"Ferge {n} dro klokken {n}.",)
    )
    return judged(message, State.DRAFT, by=None, at="", origin=origin)


@pytest.fixture
def drafted(project: Path) -> Path:
    """Two articles in Bokmål: eight argos drafts (one with a wrong number), one by apertium, one by a person."""
    workspace = Workspace(project)
    for slug in ARTICLES:
        (project / "articles" / f"{slug}.md").write_text("---\ntitle: A\n---\n", encoding="utf-8")
    by_hand = judged(
        Message(msgctxt="title", msgid="Ferries", msgstr=("Ferger",)), State.TRANSLATED, by=None, at="", origin=HUMAN
    )
    first = [by_hand, *map(draft, range(1, 5)), draft(20, APERTIUM)]
    second = [*map(draft, range(5, 8)), draft(8, text="Ferge 8 dro klokken 9.")]
    for slug, messages in zip(ARTICLES, (first, second), strict=True):
        workspace.save_catalog("nb", f"articles/{slug}", Catalog(messages=tuple(messages)))
    return project


def states(project: Path) -> list[State]:
    workspace = Workspace(project)
    catalogs = [workspace.load_catalog("nb", f"articles/{slug}") for slug in ARTICLES]
    return [standing(message).state for catalog in catalogs if catalog for message in catalog.live]


def files(project: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (project / "catalogs").rglob("*") if path.is_file()}


def test_more_drafts_than_five_are_approved_with_a_reason_only(run: Run, drafted: Path) -> None:
    before = files(drafted)
    refused = run("approve", "nb", "--all-articles", cwd=drafted)
    assert refused.code == 2
    assert "9 of these are machine drafts that nobody has touched" in refused.err
    assert "--why" in refused.err
    assert files(drafted) == before
    done = run("approve", "nb", "--all-articles", "--why", "Lest på papir", cwd=drafted)
    assert done.code == 0, done.err
    assert set(states(drafted)) == {State.REVIEWED}
    ledger = (drafted / "catalogs/nb/reviews.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["why"] for line in ledger] == ["Lest på papir"] * 10


def test_the_threshold_is_the_project_s(run: Run, drafted: Path) -> None:
    assert run("approve", "nb", "second", cwd=drafted).code == 0
    with (drafted / "l10n.toml").open("a", encoding="utf-8") as file:
        file.write("\n[review]\nrubber_stamp = 2\n")
    assert run("approve", "nb", "first", cwd=drafted).code == 2
    assert run("approve", "nb", "first", "-m", "Ferry 1", "-m", "Ferry 3", cwd=drafted).code == 0


def test_a_blank_reason_is_none(run: Run, drafted: Path) -> None:
    assert run("approve", "nb", "--all-articles", "--why", "  ", cwd=drafted).code == 2


def test_the_share_of_unmodified_machine_text_is_said(run: Run, drafted: Path) -> None:
    result = run("approve", "nb", "second", "--json", cwd=drafted)
    found = json.loads(result.out)
    assert found["unmodified"] == {"tokens": 20, "unmodified": 20, "share": 1.0}
    assert (found["untouched_drafts"], found["domain"]) == (4, "articles/second")
    assert "100 % of this is a machine's text, unmodified (20 of 20 tokens)." in result.err
    by_hand = run("approve", "nb", "first", "-m", "title", "--json", cwd=drafted)
    assert json.loads(by_hand.out)["unmodified"] == {"tokens": 1, "unmodified": 0, "share": 0.0}
    assert "unmodified" not in by_hand.err


@pytest.mark.parametrize(
    ("filters", "changed"),
    [
        (("--origin", "apertium"), 1),
        (("--origin", "argos en_nb 1.9", "--check", "numbers"), 1),
        (("--origin", "human"), 1),
        (("--origin", "human", "--origin", "apertium"), 2),
        (("--state", "translated"), 1),
        (("--clean", "--state", "draft", "--why", "Lest"), 8),
        (("--clean", "--check", "numbers", "--origin", "argos", "--why", "Lest"), 7),
        (("--origin", "arg"), 0),
    ],
)
def test_filters_say_which_messages_are_meant(run: Run, drafted: Path, filters: tuple[str, ...], changed: int) -> None:
    result = run("approve", "nb", *filters, cwd=drafted)
    assert result.code == 0, result.err
    assert states(drafted).count(State.REVIEWED) == changed
    if not changed:
        assert "No message fits" in result.err


def test_what_a_check_finds_is_rejected_wherever_it_stands(run: Run, drafted: Path) -> None:
    result = run("reject", "nb", "--check", "numbers", "--why", "Feil tall", cwd=drafted)
    assert result.code == 0
    assert states(drafted).count(State.REJECTED) == 1
    assert "catalogs/nb/articles/second.po" in result.err
    assert "first.po" not in result.err
    assert run("reject", "nb", "--check", "nonsense", "--why", "Feil", cwd=drafted).code == 2


def test_a_dry_run_lists_what_would_change_and_that_a_reason_will_be_asked_for(run: Run, drafted: Path) -> None:
    before = files(drafted)
    result = run("approve", "nb", "first", "second", "--state", "draft", "--dry-run", cwd=drafted)
    assert result.code == 0
    lines = result.out.splitlines()
    assert len(lines) == 10
    assert "draft → reviewed" in lines[1]
    assert "it will ask for a reason" in result.err
    assert files(drafted) == before


def test_nobody_judges_a_whole_locale_by_forgetting_a_word(run: Run, drafted: Path) -> None:
    for args in (("approve", "nb"), ("reject", "nb", "--why", "x")):
        result = run(*args, cwd=drafted)
        assert result.code == 2
        assert "every text in nb" in result.err
        assert "--all-articles" in result.err


def test_a_message_is_found_in_any_article(run: Run, drafted: Path) -> None:
    assert run("approve", "nb", "-m", "Ferry 7", cwd=drafted).code == 0
    assert states(drafted).count(State.REVIEWED) == 1
    assert run("approve", "nb", "-m", "paragraph", cwd=drafted).code == 2
