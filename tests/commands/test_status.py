"""`l10n status` and `l10n review`: what people are told of the catalogs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.fixture(autouse=True)
def extracted(run: Run, harbour: Path, catalog_file: Path) -> None:
    """Templates are there, and the draft is one that nobody has touched: its seal fits."""
    text = catalog_file.read_text(encoding="utf-8")
    catalog_file.write_text(text.replace("0a3f2d2f4e0d", "b49f0737d334"), encoding="utf-8")
    assert run("extract", cwd=harbour).code == 0


def test_words_are_counted_by_state(run: Run, harbour: Path) -> None:
    result = run("status", "nb", "--json", cwd=harbour)
    assert result.code == 0
    rows = {row["domain"]: row for row in json.loads(result.out)["catalogs"]}
    assert "chrome" not in rows  # chrome is written in nb
    words = rows["articles/harbour"]["words"]
    assert (words["translated"], words["draft"], words["new"]) == (9, 7, 5)


def test_the_table_says_how_much_people_vouch_for(run: Run, harbour: Path) -> None:
    result = run("status", "nb", cwd=harbour)
    assert "articles/harbour" in result.out
    assert "People vouch for 42 % of the words, reviewers for 0 %." in result.err
    assert "Next: l10n draft" in result.err


def test_no_engine_is_asked_for_a_locale_that_has_none(run: Run, project: Path) -> None:
    settings = project / "l10n.toml"
    lines = settings.read_text(encoding="utf-8").splitlines()
    settings.write_text("\n".join(line for line in lines if not line.startswith("engine")) + "\n", encoding="utf-8")
    run("extract", cwd=project)
    assert "Next: l10n status" in run("sync", cwd=project).err
    assert "Next: l10n review nb  (" in run("status", "nb", cwd=project).err


def test_a_catalog_cut_short_does_not_look_finished(run: Run, harbour: Path, catalog_file: Path) -> None:
    text = catalog_file.read_text(encoding="utf-8")
    catalog_file.write_text(text[: text.index("# l10n-state: draft")], encoding="utf-8")
    (row,) = json.loads(run("status", "nb", "--json", cwd=harbour).out)["catalogs"]
    assert row["words"] == {**row["words"], "new": 17, "translated": 4}


def test_an_empty_catalog_is_an_error_and_not_a_finished_one(run: Run, harbour: Path, catalog_file: Path) -> None:
    catalog_file.write_bytes(b"")
    result = run("status", "nb", cwd=harbour)
    assert result.code == 3
    assert "catalogs/nb/articles/harbour.po: the file is empty." in result.err


def test_an_article_that_changed_since_its_template_is_named(run: Run, harbour: Path) -> None:
    article = harbour / "articles" / "harbour.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nA new end.\n", encoding="utf-8")
    result = run("status", cwd=harbour)
    assert "catalogs/templates/articles/harbour.pot is behind its source." in result.err
    assert "Next: l10n extract && l10n sync" in result.err


def test_a_missing_catalog_is_said_and_not_counted(run: Run, harbour: Path) -> None:
    result = run("status", "nn", cwd=harbour)
    assert result.out.count("–") == 12
    assert "Next: l10n sync  (2 catalogs to be made)" in result.err


def test_review_shows_who_wrote_what_in_article_order(run: Run, harbour: Path) -> None:
    result = run("review", "nb", "harbour", cwd=harbour)
    assert result.code == 0
    assert result.out.index("Harbour opens") < result.out.index("The harbour of Bergen") < result.out.index("mayor")
    assert "draft, from argos en_nb 1.9" in result.out
    assert "(no text yet)" in result.out


def test_the_id_that_review_shows_is_one_that_approve_takes(run: Run, harbour: Path) -> None:
    listed = json.loads(run("review", "nb", "--state", "draft", "--json", cwd=harbour).out)
    assert listed["total"] == 1
    assert run("approve", "nb", "harbour", "-m", listed["messages"][0]["id"], cwd=harbour).code == 0
    assert json.loads(run("review", "nb", "--state", "draft", "--json", cwd=harbour).out)["total"] == 0


def test_outside_a_project_one_sentence_says_so(run: Run, tmp_path: Path) -> None:
    result = run("status", cwd=tmp_path)
    assert result.code == 3
    assert "There is no l10n.toml" in result.err


def test_settings_that_do_not_fit_are_named(run: Run, project: Path) -> None:
    (project / "l10n.toml").write_text('[locales.nb]\nfallbak = "source"\n', encoding="utf-8")
    result = run("status", cwd=project)
    assert result.code == 3
    assert "l10n.toml" in result.err
    assert "fallbak" in result.err
