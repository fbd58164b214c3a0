"""The how-tos that stand for themselves do what they say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from l10n.settings import parse_settings
from tests import program
from tests.docs.typed import ROOT, shell, type_section

HOW_TO = ROOT / "docs" / "how-to"


@pytest.fixture
def newsroom(app: Path) -> Path:
    """The project that comes with l10n."""
    return app.parent / "newsroom"


@pytest.mark.parametrize("heading", ["Translated by people", "Drafted by a machine"])
def test_a_new_locale(newsroom: Path, heading: str) -> None:
    type_section("new-locale.md", heading, newsroom)


@pytest.mark.parametrize("heading", ["Numbers, percent signs, dashes", "Words"])
def test_a_house_style(newsroom: Path, heading: str) -> None:
    type_section("house-style.md", heading, newsroom)


@pytest.mark.needs("git")
def test_a_newsrooms_roles(newsroom: Path) -> None:
    assert shell("git init --quiet", newsroom).returncode == 0
    type_section("roles.md", "Who reviews", newsroom)


def test_settings_on_a_page_are_settings() -> None:
    """A block of TOML that names a table of ours is one that l10n takes."""
    seen = 0
    for path in sorted(HOW_TO.glob("*.md")):
        for text in re.findall(r"^ *```toml\n(.*?)^ *```$", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
            if re.search(r"^\[(locales|site|disclosure|review|checks|engines)\b", text, re.MULTILINE):
                locale = "" if "[locales." in text else "[locales.nb]\n"
                pivot = "[locales.nb]\n" if 'pivot = "nb"' in text and "[locales.nb]" not in text else ""
                text = text.replace('"phrasebook"', '"argos"')  # an engine of the page's own
                assert parse_settings(f"{text}\n{locale}{pivot}").locales, path.name
                seen += 1
    assert seen > 5


def test_weblates_expression_finds_every_article_and_nothing_else(newsroom: Path) -> None:
    text = (HOW_TO / "weblate.md").read_text(encoding="utf-8")
    expression = re.search(r"\| Regular expression \| `(.+?)` \|", text)
    assert expression
    files = [path.relative_to(newsroom).as_posix() for path in newsroom.rglob("*") if path.is_file()]
    found = [match for match in (re.fullmatch(expression[1], name) for name in files) if match]
    assert {match["language"] for match in found} == {"nb", "nn", "da"}
    assert {match["component"] for match in found} == {"tokyo-forum"}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which the package of own-engine.md is installed, in a folder of its own."""
    package, target = tmp_path_factory.mktemp("paper-engine"), tmp_path_factory.mktemp("installed")
    text = (HOW_TO / "own-engine.md").read_text(encoding="utf-8")
    for name, content in re.findall(r"^`([\w.-]+)`\n\n```\w+\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        (package / name).write_text(content, encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--target", str(target), str(package)], check=True, capture_output=True)
    return {"PYTHONPATH": os.pathsep.join(filter(None, [str(target), os.environ.get("PYTHONPATH")]))}


def test_an_engine_of_another_package_drafts(newsroom: Path, engine: dict[str, str]) -> None:
    (table,) = [text for text in re.findall(r"```toml\n(.*?)```", (HOW_TO / "own-engine.md").read_text(), re.DOTALL)
                if "[locales.de]" in text]  # fmt: skip
    with (newsroom / "l10n.toml").open("a", encoding="utf-8") as settings:
        settings.write(f"\n{table}")
    assert program.run("sync", "de", cwd=newsroom, env=engine)[0] == 0
    code, out, err = program.run("draft", "de", "--article", "chrome", cwd=newsroom, env=engine)
    assert code == 0, err
    assert b"phrasebook nb_de 1" in out
    catalog = (newsroom / "catalogs/de/chrome.po").read_text(encoding="utf-8")
    assert "# l10n-origin: phrasebook nb_de 1\n" in catalog
    assert 'msgid "Avvis"\nmsgstr "Ablehnen"' in catalog
    assert "# l10n-origin: pseudo nb_de 1\n" in catalog


def test_an_engine_says_which_direction_it_cannot_do(newsroom: Path, engine: dict[str, str]) -> None:
    with (newsroom / "l10n.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[locales.de]\nengine = "phrasebook"\n')
    assert program.run("sync", "de", cwd=newsroom, env=engine)[0] == 0
    code, _, err = program.run("draft", "de", "--article", "tokyo-forum", cwd=newsroom, env=engine)
    assert (code, b"The phrase book has nothing from en to de." in err) == (4, True)


def test_every_how_to_is_in_the_index() -> None:
    index = (HOW_TO / "README.md").read_text(encoding="utf-8")
    pages = {path.name for path in HOW_TO.glob("*.md")} - {"README.md"}
    assert pages == set(re.findall(r"\]\(([\w-]+\.md)(?:#[\w-]+)?\)", index))


@pytest.mark.needs("git")
def test_moving_from_po4a(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    type_section("move-from-po4a.md", "Bring the texts along", tmp_path / "work")
