"""`l10n draft`, run on a project with an article in English, and chrome in Bokmål."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.engines.tiny_model import build

MODES = "/usr/share/apertium/modes/"


@pytest.fixture
def synced(harbour: Path, run: Run) -> Path:
    """The harbour project with its templates and with catalogs for every locale."""
    assert run("extract", cwd=harbour).code == 0
    assert run("sync", cwd=harbour).code == 0
    return harbour


def catalogs(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted((root / "catalogs").rglob("*"))
            if path.is_file()}  # fmt: skip


def settings(root: Path, old: str, new: str) -> None:
    path = root / "l10n.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_fills_what_is_new_and_nothing_else(synced: Path, run: Run) -> None:
    before = (synced / "catalogs/nb/articles/harbour.po").read_text(encoding="utf-8")
    result = run("draft", "nb", cwd=synced)
    assert result.code == 0
    assert result.out == (
        "catalogs/nb/articles/harbour.po: 1 message drafted (5 words by pseudo en_nb 1)\n"
    )  # fmt: skip
    assert "Words by engine: pseudo 5." in result.err and "Next: l10n review nb" in result.err
    after = (synced / "catalogs/nb/articles/harbour.po").read_text(encoding="utf-8")
    assert "Havnen åpner etter uværet" in after and "To ferger gikk klokken tolv." in after
    removed = [line for line in before.splitlines() if line not in after.splitlines()]
    assert removed == []


def test_twice_changes_no_byte(synced: Path, run: Run) -> None:
    run("draft", cwd=synced)
    once = catalogs(synced)
    result = run("draft", cwd=synced)
    assert catalogs(synced) == once
    assert (result.code, "nothing new to draft" in result.out) == (0, True)
    assert run("draft", "--refresh", cwd=synced).code == 0
    assert catalogs(synced) == once


def test_a_dry_run_says_how_many_words_and_writes_nothing(synced: Path, run: Run) -> None:
    before = catalogs(synced)
    result = run("draft", "nb", "--article", "harbour", "--dry-run", cwd=synced)
    assert "1 message to draft (5 words by pseudo en_nb 1)" in result.out
    assert "Nothing was written." in result.err
    assert catalogs(synced) == before


def test_the_pivot_is_drafted_from_where_it_is_good_enough(synced: Path, run: Run) -> None:
    run("draft", "nn", "--article", "harbour", cwd=synced)
    text = (synced / "catalogs/nn/articles/harbour.po").read_text(encoding="utf-8")
    assert "⟦Ĥåṽñéñ" in text
    assert "# l10n-pivot: nb " in text


@pytest.mark.needs("msgfmt")
def test_drafts_are_valid_and_count_as_fuzzy(synced: Path, run: Run) -> None:
    run("draft", cwd=synced)
    for path in (synced / "catalogs").glob("n*/**/*.po"):
        done = subprocess.run(
            ["msgfmt", "-c", "--statistics", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=True
        )
        assert "untranslated" not in done.stderr
        if "nn" in path.parts:
            assert done.stderr.startswith("0 translated")


def test_the_ledger_keeps_what_the_machine_said(synced: Path, run: Run) -> None:
    run("draft", "nb", cwd=synced)
    (line,) = (synced / "catalogs/nb/reviews.jsonl").read_text(encoding="utf-8").splitlines()
    entry = json.loads(line)
    assert (entry["state"], entry["by"], entry["domain"]) == ("draft", "pseudo", "articles/harbour")
    assert entry["text"].startswith("⟦")


def test_json(synced: Path, run: Run) -> None:
    found = json.loads(run("draft", "nb", "--json", cwd=synced).out)
    assert found["schema"] == "l10n/draft/1"
    (row,) = found["catalogs"]
    assert row["drafts"] == [{"origin": "pseudo en_nb 1", "messages": 1, "words": 5}]
    assert (row["waiting"], row["failed"], row["error"]) == (0, [], None)


def test_the_source_language_is_never_drafted(synced: Path, run: Run) -> None:
    result = run("draft", "nb", "--domain", "chrome", cwd=synced)
    assert (result.code, result.out) == (0, "")
    assert not (synced / "catalogs/nb/chrome.po").exists()


def test_a_locale_without_an_engine_is_skipped_with_a_word(synced: Path, run: Run) -> None:
    result = run("draft", "en", cwd=synced)
    assert result.code == 0
    assert "en: l10n.toml names no engine for it" in result.err
    assert run("draft", "en", "--engine", "pseudo", cwd=synced).code == 0
    assert "⟦" in (synced / "catalogs/en/chrome.po").read_text(encoding="utf-8")


def test_a_catalog_that_is_not_made_yet_is_said_so(harbour: Path, run: Run) -> None:
    (harbour / "articles" / "other.md").write_text("---\ntitle: Other\nlang: en\n---\n", encoding="utf-8")
    result = run("draft", "nb", cwd=harbour)
    assert result.code == 0
    assert "1 catalog not made yet: catalogs/nb/articles/other.po" in result.err
    assert "Next: l10n extract && l10n sync" in result.err
    asked = run("draft", "nb", "--article", "other", cwd=harbour)
    assert (asked.code, "there is no catalog yet" in asked.err) == (3, True)


def test_a_pivot_is_drafted_before_what_is_drafted_from_it(synced: Path, run: Run) -> None:
    settings(synced, 'pivot_state = "translated"', 'pivot_state = "draft"')
    run("draft", "nn", "nb", "--article", "harbour", cwd=synced)
    once = catalogs(synced)
    assert once["catalogs/nn/articles/harbour.po"].count(b"l10n-pivot: nb") == 3
    run("draft", "--article", "harbour", cwd=synced)
    assert catalogs(synced) == once


def test_an_unknown_engine_or_locale_is_a_slip(synced: Path, run: Run) -> None:
    for arguments in (("--engine", "babelfish"), ("xx",), ("--article", "nowhere")):
        result = run("draft", *arguments, cwd=synced)
        assert result.code == 2
        assert result.err.startswith("l10n: ")


def test_a_missing_model_is_a_sentence_and_the_rest_goes_on(
    synced: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    settings(synced, '[locales.nb]\nengine = "pseudo"', '[locales.nb]\nengine = "argos"')
    alone = run("draft", "nb", cwd=synced)
    assert alone.code == 4
    assert "Argos has no model from en to nb on this machine." in alone.err
    assert "l10n models install en nb" in alone.err
    both = run("draft", cwd=synced)
    assert both.code == 0
    assert "Argos has no model" in both.err and "catalogs/nn/articles/harbour.po: " in both.out


def test_nothing_to_draft_needs_no_engine(
    synced: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run("draft", "nb", cwd=synced)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    assert run("draft", "nb", "--engine", "argos", cwd=synced).code == 0


@pytest.mark.needs("apertium", MODES + "nob-nno.mode")
def test_waiting_for_the_pivot_is_no_fault_of_the_engine(synced: Path, run: Run) -> None:
    settings(synced, 'pivot_state = "translated"', 'pivot_state = "final"')
    settings(synced, '[locales.nn]\nengine = "pseudo"', '[locales.nn]\nengine = "apertium"')
    result = run("draft", "nn", "--article", "harbour", cwd=synced)
    assert result.code == 0
    assert "4 messages cannot be drafted before nb is far enough" in result.err


@pytest.mark.needs("apertium", MODES + "nob-nno.mode")
def test_apertium_drafts_nynorsk_from_bokmål(synced: Path, run: Run) -> None:
    settings(synced, '[locales.nn]\nengine = "pseudo"', '[locales.nn]\nengine = "apertium"')
    result = run("draft", "nn", cwd=synced)
    assert result.code == 0
    text = (synced / "catalogs/nn/articles/harbour.po").read_text(encoding="utf-8")
    assert 'msgstr "Hamna opnar etter uvêret"' in text
    assert "# l10n-origin: apertium nob-nno " in text


def test_a_sentence_that_stands_in_another_article_is_taken_from_there(synced: Path, run: Run) -> None:
    article = "---\ntitle: Later\nlang: en\n---\n\nIt is evening now. Two ferries left at noon. None came back.\n"
    (synced / "articles" / "later.md").write_text(article, encoding="utf-8")
    assert run("extract", cwd=synced).code == run("sync", cwd=synced).code == 0
    result = run("draft", "nb", "--article", "later", cwd=synced)
    assert "2 messages drafted (8 words by pseudo en_nb 1)" in result.out
    text = (synced / "catalogs/nb/articles/later.po").read_text(encoding="utf-8")
    assert "To ferger gikk klokken tolv. ⟦" in text
    assert "# l10n-note: draft: 2 of 3 sentences drafted anew, 1 from memory" in text
    once = catalogs(synced)
    assert "nothing new to draft" in run("draft", "nb", "--article", "later", cwd=synced).out
    assert catalogs(synced) == once


@pytest.mark.needs("apertium", MODES + "nob-dan.mode")
def test_danish_drafts_have_danish_marks_and_the_ledger_what_the_machine_said(synced: Path, run: Run) -> None:
    path = synced / "catalogs/nb/articles/harbour.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"To ferger gikk klokken tolv."', '"Ordføreren sa: «Vi er enige.»"'), encoding="utf-8")
    (synced / "l10n.toml").open("a").write(
        '\n[locales.da]\nengine = "apertium"\npivot = "nb"\npivot_state = "translated"\n'
    )
    assert run("sync", cwd=synced).code == run("draft", "da", cwd=synced).code == 0
    drafted = (synced / "catalogs/da/articles/harbour.po").read_text(encoding="utf-8")
    assert 'msgstr "Ordføreren sagde: »Vi er enige.«"' in drafted
    ledger = [json.loads(line) for line in (synced / "catalogs/da/reviews.jsonl").read_text("utf-8").splitlines()]
    (entry,) = [entry for entry in ledger if "enige" in entry["text"]]
    assert entry["text"] == "Ordføreren sagde: «Vi er enige.»" and f"l10n-seal: {entry['seal']}" in drafted


def test_argos_drafts_with_an_installed_model(
    synced: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "models"))
    model = build(tmp_path / "en_nb.argosmodel", "en", "nb", {"The": "Den", "mayor": "ordføreren", "thanked": "takket"})
    assert run("models", "install", model).code == 0
    result = run("draft", "nb", "--engine", "argos", cwd=synced)
    assert result.code == 0
    text = (synced / "catalogs/nb/articles/harbour.po").read_text(encoding="utf-8")
    assert 'msgstr "Den ordføreren takket the crews."' in text
    assert "# l10n-origin: argos en_nb 1.0" in text


def test_a_name_from_the_lead_is_kept_in_every_message(
    synced: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "models"))
    table = {"The": "Den", "Stone": "Stein", "stone": "stein", "spoke": "talte"}
    assert run("models", "install", build(tmp_path / "en_nb.argosmodel", "en", "nb", table)).code == 0
    article = (
        "---\ntitle: Quarry\nlang: en\nlead: The mayor, Emma Stone, spoke.\n---\n\nStone spoke again.\n\nPlain text.\n"
    )
    (synced / "articles" / "quarry.md").write_text(article, encoding="utf-8")
    assert run("extract", cwd=synced).code == run("sync", cwd=synced).code == 0
    run("draft", "nb", "--engine", "argos", "--article", "quarry", cwd=synced)
    text = (synced / "catalogs/nb/articles/quarry.po").read_text(encoding="utf-8")
    assert 'msgstr "Stone talte again."' in text
    assert text.count("# l10n-note: draft: name kept as it is: Stone; check the grammar beside it") == 1
    shown = run("review", "nb", "quarry", cwd=synced).out
    assert "name kept as it is: Stone" in shown


def test_a_broken_glossary_is_named_with_its_line(synced: Path, run: Run) -> None:
    (synced / "catalogs/nb/glossary.csv").write_text("source,target,kind\nmayor,ordfører,best\n", encoding="utf-8")
    result = run("draft", "nb", cwd=synced)
    assert result.code == 3
    assert "catalogs/nb/glossary.csv:2: the kind 'best'" in result.err


def test_a_term_to_keep_is_kept(synced: Path, run: Run) -> None:
    (synced / "catalogs/nb/glossary.csv").write_text("source,kind\nmayor,do-not-translate\n", encoding="utf-8")
    run("draft", "nb", cwd=synced)
    assert "Ţĥé mayor" in (synced / "catalogs/nb/articles/harbour.po").read_text(encoding="utf-8")
