"""A project's own theme and its own writers: they take their places, and cannot reach out of them."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from l10n.model.state import State
from tests import bundles
from tests.conftest import Run


@pytest.fixture
def theme(project: Path) -> Path:
    bundles.fill(project, "nb", State.REVIEWED)
    (project / "theme").mkdir()
    return project / "theme"


def packaged(name: str) -> str:
    return (files("l10n") / "themes/default" / name).read_text(encoding="utf-8")


def page(theme: Path) -> str:
    return (theme.parent / "dist/ferries/nb/index.html").read_text(encoding="utf-8")


def test_a_file_of_the_project_stands_in_the_place_of_the_packages(run: Run, theme: Path) -> None:
    (theme / "style.css").write_text("body { color: rebeccapurple; }", encoding="utf-8")
    assert run("build", "-l", "nb", "--gate", "draft=0", cwd=theme.parent).code == 0
    assert "<style>body { color: rebeccapurple; }</style>" in page(theme)
    assert "Hopp til innholdet" in page(theme)


def test_words_of_a_project_template_are_translated_like_all_others(run: Run, theme: Path) -> None:
    template = packaged("article.html.j2").replace("</footer>", '<p>{{ pgettext("label", "Tips oss") }}</p></footer>')
    (theme / "article.html.j2").write_text(template, encoding="utf-8")
    assert run("extract", cwd=theme.parent).code == 0
    pot = (theme.parent / "catalogs/templates/chrome.pot").read_text(encoding="utf-8")
    assert 'msgid "Tips oss"' in pot
    assert run("build", "-l", "nb", "--gate", "draft=0", cwd=theme.parent).code == 0
    assert "<p>Tips oss</p></footer>" in page(theme)


@pytest.mark.parametrize(
    "text",
    [
        "{% if %}",
        "{{ nothing_of_this_name }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ passage('title', 'another title') }}",
        "{% include 'secret' %}",
    ],
)
def test_a_template_that_cannot_be_used_is_named(run: Run, theme: Path, text: str) -> None:
    (theme / "article.html.j2").write_text(text, encoding="utf-8")
    result = run("build", "-l", "nb", "--gate", "draft=0", cwd=theme.parent)
    assert result.code == 3
    assert "theme/article.html.j2" in result.err
    assert "Traceback" not in result.err
    assert not (theme.parent / "dist/ferries").exists()


def test_a_theme_that_is_a_link_out_of_the_project_is_refused(run: Run, theme: Path, tmp_path: Path) -> None:
    (tmp_path / "style.css").write_text("secret", encoding="utf-8")
    (theme / "style.css").symlink_to(tmp_path / "style.css")
    result = run("build", cwd=theme.parent)
    assert result.code == 3
    assert "theme/style.css: this is a link that leads out of the project." in result.err


def added(place: Path, name: str) -> None:
    """A package with a writer, as pip installs one."""
    place.mkdir()
    (place / "harbour.py").write_text(
        "def write(publication):\n    return publication.bundle.article.title + '\\n'\n", encoding="utf-8"
    )
    info = place / "harbour-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: harbour\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[l10n.writers]\n{name} = harbour:write\n", encoding="utf-8")


def test_a_writer_is_added_by_an_entry_point(
    run: Run, theme: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(tmp_path / "site-packages", "title.txt")
    monkeypatch.syspath_prepend(tmp_path / "site-packages")
    assert run("build", "-l", "nb", "--gate", "draft=0", cwd=theme.parent).code == 0
    written = theme.parent / "dist/ferries/nb/title.txt"
    assert written.read_text(encoding="utf-8") == "nb: Ferries return to Bergen\n"
    assert "ferries/nb/title.txt" in (theme.parent / "dist/manifest.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["../title.txt", "index.html"])
def test_a_writer_cannot_write_elsewhere(
    run: Run, theme: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    added(tmp_path / "site-packages", name)
    monkeypatch.syspath_prepend(tmp_path / "site-packages")
    result = run("build", "-l", "nb", "--gate", "draft=0", cwd=theme.parent)
    assert result.code == 3
    assert f"a writer that was added wants to write {name!r}" in result.err
