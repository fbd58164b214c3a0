"""README.md says nothing that is not there: commands, options, files, pictures."""

from __future__ import annotations

import re
import runpy
import shlex
from pathlib import Path
from typing import Any

import pytest

from l10n.commands.app import load_command
from tests.docs.typed import ROOT, shell

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "docs/index.md", *sorted((ROOT / "docs").glob("how-to/*.md"))]
_MOST = 150_000
"""Bytes of a picture."""


def commands(page: Path) -> list[str]:
    """Every line of the page's shell blocks that calls l10n, without its comment."""
    return commands_in(page.read_text(encoding="utf-8"))


def commands_in(text: str) -> list[str]:
    text = "\n".join(re.findall(r"^```(?:sh|console)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))
    lines = re.findall(r"^(?:\$ )?(l10n .+?)(?: {2,}# .*| \|\| .*)?$", text, re.MULTILINE)
    return [part for line in lines for part in re.split(r" && ", line) if part.startswith("l10n ")]


def options(words: list[str]) -> tuple[Any, list[str]]:
    """The command that words name, and the rest of them."""
    command = load_command(words[0])
    while hasattr(command, "commands") and len(words) > 1 and words[1] in command.commands:
        command, words = command.commands[words[1]], words[1:]
    return command, words[1:]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_have_the_options_that_a_page_gives_them(page: Path) -> None:
    for line in commands(page):
        words = shlex.split(line.replace("…", "X"))[1:]
        if words[0] in ("--help", "COMMAND", "-C"):
            continue
        command, rest = options(words)
        known = {name for parameter in command.params for name in parameter.opts}
        given = {word.partition("=")[0] for word in rest if re.match(r"--?[a-z]", word)}
        assert given <= known | {"--help"}, f"{page.name}: {line}"


def test_the_readme_shows_the_daily_commands() -> None:
    assert len(commands(ROOT / "README.md")) > 15


@pytest.mark.needs("git")
def test_the_daily_commands_do_what_they_are_there_for(app: Path) -> None:
    """All but those that wait for a person or a reader; 1 is a gate that is not met, and says so."""
    newsroom = app.parent / "newsroom"
    begin = "git init --quiet --initial-branch=main && git add . && git commit --quiet --message one"
    who = {"GIT_AUTHOR_NAME": "Kari", "GIT_AUTHOR_EMAIL": "kari@example.org", "GIT_COMMITTER_NAME": "Kari"}
    who["GIT_COMMITTER_EMAIL"] = "kari@example.org"
    assert shell(begin, newsroom, **who).returncode == 0
    daily = TEXT.partition("## Every day")[2].partition("## More")[0]
    typed = [line for line in commands_in(daily) if line.split()[1] not in ("review", "serve")]
    assert len(typed) > 10
    for line in typed:
        done = shell(line, newsroom, **who)
        assert done.returncode == 0 or (done.returncode == 1 and "held back" in done.stdout), f"{line}\n{done.stderr}"


def test_links_and_pictures_are_there() -> None:
    places = [place for place in re.findall(r"\]\(([^)#]+)", TEXT) if "://" not in place]
    assert len(places) > 20
    assert [place for place in places if not (ROOT / place).is_file()] == []


def test_it_is_short() -> None:
    assert len(TEXT.split("\n")) <= 125


@pytest.mark.needs("chromium")
def test_the_pictures_can_be_taken_anew(tmp_path: Path) -> None:
    runpy.run_path(str(ROOT / "docs/take_pictures.py"))["take"](tmp_path)
    taken, kept = ({path.name: path for path in folder.glob("*.png")} for folder in (tmp_path, ROOT / "docs/pictures"))
    assert set(taken) == set(kept) == {"page.png", "review.png"}
    for path in (*taken.values(), *kept.values()):
        assert path.read_bytes().startswith(b"\x89PNG")
        assert 20_000 < path.stat().st_size <= _MOST, path
