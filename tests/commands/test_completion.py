"""The Tab key, in real shells where they are installed."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Run

ROOT = Path(__file__).parents[2]


@pytest.fixture
def newsroom(project: Path) -> Path:
    (project / "articles/ferries.md").write_text("---\ntitle: Ferries\nlang: en\n---\n\nTwo left.\n", encoding="utf-8")
    return project


def complete(line: str, cwd: Path) -> list[str]:
    words = line.split(" ")
    environment = {
        **os.environ, "_L10N_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1),
    }  # fmt: skip
    done = subprocess.run([sys.executable, ROOT / "cli.py"], cwd=cwd, env=environment, capture_output=True, text=True)
    assert not done.stderr
    return done.stdout.split()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("l10n app", ["approve"]),
        ("l10n check --st", ["--strict"]),
        ("l10n status n", ["nb", "nn"]),
        ("l10n approve nb fer", ["ferries"]),
        ("l10n sync --article c", ["chrome"]),
        ("l10n tm ex", ["export"]),
    ],
)
def test_verbs_options_locales_and_articles(newsroom: Path, line: str, offered: list[str]) -> None:
    found = complete(line, newsroom)
    assert set(offered) <= set(found), found


def test_outside_a_project_it_offers_nothing_and_says_nothing(tmp_path: Path) -> None:
    assert complete("l10n status n", tmp_path) == []


@pytest.mark.needs("bash")
def test_bash_takes_what_it_is_given(newsroom: Path, run: Run) -> None:
    script = run("completion", "bash").out
    bash = (
        f'l10n() {{ {sys.executable} {ROOT / "cli.py"} "$@"; }}\n{script}\n'
        'COMP_WORDS=(l10n approve nb fer); COMP_CWORD=3; _l10n_completion l10n; echo "${COMPREPLY[@]}"'
    ).replace("$1 ) )", f"{sys.executable} {ROOT / 'cli.py'} ) )")
    done = subprocess.run([str(shutil.which("bash")), "-c", bash], cwd=newsroom, capture_output=True, text=True)
    assert done.stdout.strip() == "ferries", done.stderr


@pytest.fixture
def shell_path(tmp_path: Path) -> str:
    """A PATH on which `l10n` is this very program, as the shells look for it."""
    program = tmp_path / "bin" / "l10n"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} {ROOT / "cli.py"} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return f"{program.parent}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.needs("fish")
@pytest.mark.parametrize(("line", "offered"), [("l10n approve nb fer", "ferries"), ("l10n status n", "nb nn")])
def test_fish_takes_what_it_is_given(newsroom: Path, run: Run, shell_path: str, line: str, offered: str) -> None:
    (newsroom / "l10n.fish").write_text(run("completion", "fish").out, encoding="utf-8")
    asked = f'source l10n.fish; complete --do-complete "{line}"'
    environment = {**os.environ, "PATH": shell_path, "HOME": str(newsroom), "XDG_CONFIG_HOME": str(newsroom)}
    done = subprocess.run(["fish", "-c", asked], cwd=newsroom, env=environment, capture_output=True, text=True)
    assert " ".join(line.split("\t")[0] for line in done.stdout.splitlines()) == offered, done.stderr


@pytest.mark.needs("zsh")
def test_zsh_takes_what_it_is_given(newsroom: Path, run: Run, shell_path: str) -> None:
    (newsroom / "l10n.zsh").write_text(run("completion", "zsh").out, encoding="utf-8")
    leader, follower = pty.openpty()
    environment = {**os.environ, "PATH": shell_path, "HOME": str(newsroom), "TERM": "dumb"}
    with subprocess.Popen(
        ["zsh", "-f", "-i"], cwd=newsroom, env=environment, stdin=follower, stdout=follower, stderr=follower,
        start_new_session=True,
    ) as shell:  # fmt: skip
        try:
            assert typed(leader, 'autoload -Uz compinit; compinit -D; source l10n.zsh; print rea""dy\n', "ready")
            assert typed(leader, "l10n approve nb fer\t", "ferries")
        finally:
            shell.kill()
            os.close(leader)
            os.close(follower)


def typed(leader: int, keys: str, wanted: str) -> bool:
    """True where the shell answers with this, before its user loses patience."""
    os.write(leader, keys.encode())
    seen, deadline = "", time.monotonic() + 15
    while wanted not in seen and time.monotonic() < deadline:
        if select.select([leader], [], [], 0.2)[0]:
            seen += re.sub(r"\x1b\[[?\d;]*[A-Za-z]", "", os.read(leader, 65536).decode("utf-8", "replace"))
    return wanted in seen


def test_another_shell_is_named_as_unknown(run: Run) -> None:
    assert run("completion", "tcsh").code == 2
