"""`l10n approve` and `l10n reject`."""

from __future__ import annotations

import difflib
import json
from pathlib import Path

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
