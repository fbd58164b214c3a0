"""`l10n status` and `l10n review`: what people are told of the catalogs."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run


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
    assert "43 % by people" in result.out
    assert "Next: l10n draft" in result.err


def test_a_missing_catalog_is_said_and_not_counted(run: Run, harbour: Path) -> None:
    result = run("status", "nn", cwd=harbour)
    assert result.out.count("no catalog yet") == 2
    assert "Next: l10n sync" in result.err


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
