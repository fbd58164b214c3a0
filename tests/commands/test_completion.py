"""The Tab key, in real shells where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
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


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_others_get_a_script_of_their_own(run: Run, shell: str) -> None:
    result = run("completion", shell)
    assert (result.code, f"complete_{shell}" in result.out) == (0, True)


def test_another_shell_is_named_as_unknown(run: Run) -> None:
    assert run("completion", "tcsh").code == 2
