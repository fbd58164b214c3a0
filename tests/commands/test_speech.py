"""The program's own words: all in its Norwegian catalog, all translated, and said where the environment asks."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from l10n.formats import po

ROOT = Path(__file__).parents[2]
CATALOG = ROOT / "l10n" / "commands" / "locale" / "nb.po"
LANGUAGE_IS_ASKED_OF = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
SAID: dict[str, str] = runpy.run_path(str(ROOT / "docs" / "own_words.py"))["said"]()


def l10n(*args: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value for name, value in os.environ.items() if name not in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    }
    return subprocess.run(
        [sys.executable, ROOT / "cli.py", *args],
        cwd=cwd, env={**kept, **environment}, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_every_text_is_translated_and_none_is_left_over() -> None:
    catalog = po.decode(CATALOG.read_bytes()).catalog
    assert {one.msgid for one in catalog.live if one.has_text and not one.is_fuzzy} == set(SAID), "run: make words"


def test_places_survive() -> None:
    for one in po.decode(CATALOG.read_bytes()).catalog.live:
        assert sorted(re.findall(r"\{[^}]*\}", one.msgid)) == sorted(re.findall(r"\{[^}]*\}", one.text)), one.msgid


@pytest.mark.needs("msgfmt")
def test_gettext_accepts_the_catalog() -> None:
    done = subprocess.run(["msgfmt", "-c", "-o", os.devnull, CATALOG], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"LANG": "nb_NO.UTF-8"}, "Det er ingen l10n.toml i"),
        ({"LANG": "nn_NO.UTF-8"}, "Det er ingen l10n.toml i"),
        ({"LANG": "no_NO"}, "Det er ingen l10n.toml i"),
        ({"LANG": "en_GB.UTF-8"}, "There is no l10n.toml in"),
        ({"LANG": "de_DE.UTF-8"}, "There is no l10n.toml in"),
        ({"LANG": "nb_NO.UTF-8", "LC_ALL": "C.UTF-8"}, "There is no l10n.toml in"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "nb_NO.UTF-8"}, "Det er ingen l10n.toml i"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:nb"}, "Det er ingen l10n.toml i"),
        ({"LANG": "nb_NO.UTF-8", "LANGUAGE": "en"}, "There is no l10n.toml in"),
        ({"LANG": "C", "LANGUAGE": "nb"}, "There is no l10n.toml in"),
        ({}, "There is no l10n.toml in"),
    ],
)
def test_the_environment_says_which_language(environment: dict[str, str], said: str, tmp_path: Path) -> None:
    done = l10n("status", cwd=tmp_path, **environment)
    assert done.returncode == 3
    assert said in done.stderr


def test_status_and_help_speak_bokmål(project: Path) -> None:
    status = l10n("status", cwd=project, LANG="nb_NO.UTF-8")
    assert "Neste:" in status.stderr and "Next:" not in status.stderr
    told = l10n("approve", "--help", cwd=project, LANG="nb_NO.UTF-8").stdout
    assert "Stå inne for oversettelser, i ditt navn." in told and "Eksempel: l10n approve" in told
    assert "La maskinene lage utkast til det som er nytt." in l10n("--help", cwd=project, LANG="nb_NO.UTF-8").stdout


def test_what_machines_read_is_the_same_in_every_language(project: Path) -> None:
    english, norwegian = (l10n("status", "--json", cwd=project, LANG=one).stdout for one in ("C.UTF-8", "nb_NO.UTF-8"))
    assert english == norwegian
