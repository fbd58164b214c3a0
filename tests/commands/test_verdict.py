"""`l10n approve` and `l10n reject`."""

from __future__ import annotations

import difflib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.model.conflict import conflicting_texts, with_conflict
from l10n.model.message import Message
from l10n.model.provenance import HUMAN, Actor
from l10n.model.state import State, judged, standing
from l10n.workspace import Workspace
from tests.conftest import Run


def changed_lines(before: str, after: str) -> list[str]:
    diff = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in diff if line[0] in "+-"]


def test_approving_one_message_touches_only_its_entry(run: Run, harbour: Path, catalog_file: Path) -> None:
    before = catalog_file.read_text(encoding="utf-8")
    result = run("approve", "nb", "harbour", "--message", "title", cwd=harbour)
    assert result.code == 0
    assert "1 message now reviewed" in result.err
    lines = changed_lines(before, catalog_file.read_text(encoding="utf-8"))
    assert [line.split(":")[0] for line in lines] == ["+ # l10n-state", "+ # l10n-seal", "+ # l10n-by"]
    assert "Ola Nordmann <ola@example.org>" in lines[2]


def test_an_approved_draft_is_no_longer_fuzzy_and_keeps_its_origin(run: Run, harbour: Path, catalog_file: Path) -> None:
    assert run("approve", "no", "harbour", "-m", "lead", cwd=harbour).code == 0
    text = catalog_file.read_text(encoding="utf-8")
    assert "fuzzy" not in text
    assert "# l10n-state: reviewed" in text
    assert "# l10n-origin: argos en_nb 1.9" in text


def test_approving_a_whole_article_leaves_untranslated_text_alone(run: Run, harbour: Path, catalog_file: Path) -> None:
    result = run("approve", "nb", "harbour", "--json", cwd=harbour)
    assert result.code == 0
    messages = json.loads(result.out)["messages"]
    assert [m["after"] for m in messages] == ["reviewed"] * 3
    assert catalog_file.read_text(encoding="utf-8").endswith('msgid "The mayor thanked the crews."\nmsgstr ""\n')


def test_a_second_approval_changes_no_byte(run: Run, harbour: Path, catalog_file: Path) -> None:
    run("approve", "nb", "harbour", cwd=harbour)
    first = catalog_file.read_bytes(), (catalog_file.parents[1] / "reviews.jsonl").read_bytes()
    result = run("approve", "nb", "harbour", cwd=harbour)
    assert "had that verdict already" in result.err
    assert (catalog_file.read_bytes(), (catalog_file.parents[1] / "reviews.jsonl").read_bytes()) == first


def test_a_message_without_text_cannot_be_approved(run: Run, harbour: Path, catalog_file: Path) -> None:
    before = catalog_file.read_bytes()
    result = run("approve", "nb", "harbour", "-m", "mayor", cwd=harbour)
    assert result.code == 1
    assert "it has no translation yet" in result.err
    assert catalog_file.read_bytes() == before


def test_a_rejection_is_fuzzy_and_its_reason_is_in_the_ledger(run: Run, harbour: Path, catalog_file: Path) -> None:
    result = run("reject", "nb", "harbour", "-m", "ferries", "--why", "Fergene gikk kl. 12.", cwd=harbour)
    assert result.code == 0
    text = catalog_file.read_text(encoding="utf-8")
    assert "# l10n-state: rejected" in text
    assert "# Hør med Kari om klokkeslettet." in text
    assert '#, fuzzy\nmsgctxt "paragraph"\nmsgid "Two ferries left at noon."' in text
    entry = json.loads((catalog_file.parents[1] / "reviews.jsonl").read_text(encoding="utf-8"))
    assert (entry["state"], entry["why"]) == ("rejected", "Fergene gikk kl. 12.")


def test_a_dry_run_writes_nothing(run: Run, harbour: Path, catalog_file: Path) -> None:
    before = catalog_file.read_bytes()
    result = run("approve", "nb", "harbour", "--dry-run", cwd=harbour)
    assert "3 messages would be reviewed" in result.err
    assert catalog_file.read_bytes() == before
    assert not (catalog_file.parents[1] / "reviews.jsonl").exists()


def test_an_ambiguous_message_lists_the_ids_to_choose_from(run: Run, harbour: Path) -> None:
    result = run("approve", "nb", "harbour", "-m", "paragraph", cwd=harbour)
    assert result.code == 2
    assert "fits 2 messages" in result.err
    assert "Two ferries left at noon." in result.err


def test_four_eyes_refuse_the_writer_and_let_a_colleague(run: Run, harbour: Path, catalog_file: Path) -> None:
    with (harbour / "l10n.toml").open("a", encoding="utf-8") as file:
        file.write("\n[review]\nfour_eyes = true\n")
    assert run("approve", "nb", "harbour", "-m", "title", "--as", "translated", cwd=harbour).code == 0
    refused = run("approve", "nb", "harbour", "-m", "title", cwd=harbour)
    assert refused.code == 1
    assert "wants a second pair of eyes" in refused.err
    assert "# l10n-state: translated" in catalog_file.read_text(encoding="utf-8")


def test_unknown_locale_article_and_message_are_usage_errors(run: Run, harbour: Path) -> None:
    for args, word in (
        (("fr", "harbour"), "no locale 'fr'"),
        (("xx-nonsense", "harbour"), "not a locale"),
        (("nb", "harbor"), "no article 'harbor'"),
        (("nb", "harbour", "-m", "kangaroo"), "No message here"),
    ):
        result = run("approve", *args, cwd=harbour)
        assert (result.code, word in result.err) == (2, True), result.err


def test_a_broken_catalog_is_named_with_its_line_and_left_alone(run: Run, harbour: Path, catalog_file: Path) -> None:
    catalog_file.write_text(catalog_file.read_text(encoding="utf-8") + 'msgid "x\nmsgstr ""\n', encoding="utf-8")
    before = catalog_file.read_bytes()
    result = run("approve", "nb", "harbour", cwd=harbour)
    assert result.code == 3
    assert "catalogs/nb/articles/harbour.po:29: a string is not closed" in result.err
    assert catalog_file.read_bytes() == before


def test_only_a_rejection_takes_a_review_back(run: Run, harbour: Path, catalog_file: Path) -> None:
    run("approve", "nb", "harbour", "-m", "title", cwd=harbour)
    before = catalog_file.read_bytes()
    assert run("approve", "nb", "harbour", "-m", "title", "--as", "translated", cwd=harbour).code == 0
    assert catalog_file.read_bytes() == before
    run("reject", "nb", "harbour", "-m", "title", "--why", "Feil navn", cwd=harbour)
    assert "# l10n-state: rejected" in catalog_file.read_text(encoding="utf-8")


def test_what_was_rejected_or_is_stale_is_not_approved_among_others(run: Run, harbour: Path) -> None:
    run("reject", "nb", "harbour", "-m", "title", "--why", "Feil navn", cwd=harbour)
    result = run("approve", "nb", "harbour", cwd=harbour)
    assert result.code == 1
    assert "it is rejected; name it with --message" in result.err
    assert run("approve", "nb", "harbour", "-m", "title", cwd=harbour).code == 0


@pytest.fixture
def disputed(harbour: Path) -> Path:
    """The harbour project, where Kari's merge left another translation of the title beside the one that stands."""
    workspace = Workspace(harbour)
    catalog = workspace.load_catalog("nb", "articles/harbour")
    assert catalog is not None
    ours = next(message for message in catalog.live if message.msgctxt == "title")
    kari = Actor(name="Kari", email="kari@example.org")
    theirs = judged(replace(ours, msgstr=("Karis tittel",)), State.TRANSLATED, by=kari, at="2026-01-05", origin=HUMAN)
    workspace.save_catalog("nb", "articles/harbour", catalog.with_messages([with_conflict(ours, theirs)]))
    return harbour


def title(project: Path) -> Message:
    catalog = Workspace(project).load_catalog("nb", "articles/harbour")
    assert catalog is not None
    return next(message for message in catalog.live if message.msgctxt == "title")


def test_review_shows_both_texts_of_a_conflict(run: Run, disputed: Path) -> None:
    shown = run("review", "nb", cwd=disputed)
    assert title(disputed).text in shown.out
    assert "theirs Karis tittel" in shown.out
    assert "signed Kari <kari@example.org> 2026-01-05" in shown.out
    assert "with --theirs, the other one" in shown.err


def test_a_conflict_is_settled_with_either_text(run: Run, disputed: Path) -> None:
    ours = title(disputed)
    assert run("approve", "nb", "harbour", cwd=disputed).code == 1, "not among others, unseen"
    assert title(disputed) == ours
    run("reject", "nb", "harbour", "-m", "title", "--why", "Ingen av dem", cwd=disputed)
    assert conflicting_texts(title(disputed)) == [("Karis tittel",)]
    assert run("approve", "nb", "harbour", "-m", "title", "--theirs", "--dry-run", cwd=disputed).code == 0
    assert title(disputed).text == ours.text
    assert run("approve", "nb", "harbour", "-m", "title", "--theirs", cwd=disputed).code == 0
    settled = title(disputed)
    assert (settled.text, standing(settled).state) == ("Karis tittel", State.REVIEWED)
    assert not conflicting_texts(settled) and not settled.is_fuzzy
    result = run("approve", "nb", "harbour", "-m", "title", "--theirs", cwd=disputed)
    assert (result.code, "0 other texts" in result.err) == (2, True)


def test_whose_text_it_is_may_not_review_it_after_a_merge(
    run: Run, disputed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (disputed / "l10n.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[review]\nfour_eyes = true\n")
    before = title(disputed)
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Kari")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "kari@example.org")
    result = run("approve", "nb", "harbour", "-m", "title", "--theirs", cwd=disputed)
    assert (result.code, "second pair of eyes" in result.err) == (1, True)
    assert title(disputed) == before


def test_where_nothing_is_judged_nothing_sounds_like_it(run: Run, harbour: Path) -> None:
    refused = run("approve", "nb", "harbour", "-m", "The mayor", cwd=harbour)
    assert refused.code == 1 and "signed" not in refused.err
    none = run("approve", "nb", "harbour", "--state", "final", cwd=harbour)
    assert none.code == 0
    assert none.err.startswith("No message fits") and "l10n build" not in none.err


def test_a_misspelt_article_is_told_with_the_one_that_is_like_it(run: Run, harbour: Path) -> None:
    assert "Did you mean 'harbour'?" in run("approve", "nb", "harbor", cwd=harbour).err
