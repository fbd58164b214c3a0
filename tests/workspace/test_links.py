"""Symbolic links in a project: through them inside it, and never out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

ARTICLE = "---\ntitle: Ferries return\n---\n\nText.\n"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    path = tmp_path / "outside.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_an_article_outside_is_refused(run: Run, project: Path, outside: Path) -> None:
    (project / "articles/ferries.md").symlink_to(outside)
    result = run("extract", cwd=project)
    assert result.code == 3
    assert "articles/ferries.md: this is a link that leads out of the project." in result.err


def test_a_catalog_outside_is_neither_read_nor_written(run: Run, project: Path, outside: Path, tmp_path: Path) -> None:
    (project / "articles/ferries.md").write_text(ARTICLE, encoding="utf-8")
    run("extract", cwd=project)
    mine = tmp_path / "mine.po"
    mine.write_text('msgid ""\nmsgstr "Language: nb\\n"\n', encoding="utf-8")
    before = mine.read_bytes()
    (project / "catalogs/nb/articles").mkdir(parents=True)
    (project / "catalogs/nb/articles/ferries.po").symlink_to(mine)
    result = run("sync", "nb", cwd=project)
    assert result.code == 3
    assert "catalogs/nb/articles/ferries.po: this is a link that leads out" in result.err
    assert mine.read_bytes() == before


def test_a_link_within_the_project_stays_one(run: Run, project: Path) -> None:
    (project / "articles/ferries.md").write_text(ARTICLE, encoding="utf-8")
    run("extract", cwd=project)
    true = project / "shared/ferries.po"
    true.parent.mkdir()
    true.write_text(
        'msgid ""\nmsgstr ""\n"Language: nb\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n', encoding="utf-8"
    )
    link = project / "catalogs/nb/articles/ferries.po"
    link.parent.mkdir(parents=True)
    link.symlink_to("../../../shared/ferries.po")
    assert run("sync", "nb", cwd=project).code == 0
    assert link.is_symlink()
    assert "Ferries return" in true.read_text(encoding="utf-8")


def test_a_link_to_nothing_is_called_that(run: Run, project: Path) -> None:
    (project / "articles/ferries.md").symlink_to("gone.md")
    result = run("extract", cwd=project)
    assert result.code == 3
    assert "articles/ferries.md: this is a link to gone.md, which is not there." in result.err


def test_a_ring_of_links_is_said_in_a_sentence(run: Run, project: Path) -> None:
    (project / "articles/ferries.md").symlink_to("ferries.md")
    result = run("extract", cwd=project)
    assert result.code == 3
    assert "Traceback" not in result.err
