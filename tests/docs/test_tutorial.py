"""docs/tutorial.md, typed word for word in an empty folder: every output on the page is what comes out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from l10n.workspace.example import EXAMPLE_PAGE
from tests.conftest import CAPTURE
from tests.docs.tutorial import PAGE, comparable, played
from tests.docs.typed import ROOT, l10n_on_path

TEXT = PAGE.read_text(encoding="utf-8")


def from_a_wheel(folder: Path) -> str:
    """A PATH on which `l10n` is what a wheel holds, away from the checkout."""
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder / "wheel"]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = (folder / "wheel").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    (folder / "bin").mkdir()
    program = folder / "bin" / "l10n"
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{folder / "installed"}" exec "{sys.executable}" -c '
        "'from l10n.commands import main; main()' \"$@\"\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    where = subprocess.run(
        [sys.executable, "-c", "import l10n; print(l10n.__file__)"],
        env={**os.environ, "PYTHONPATH": str(folder / "installed")},
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(folder))
    return os.pathsep.join([str(folder / "bin"), os.environ["PATH"]])


@pytest.mark.needs("git")
@pytest.mark.parametrize("installed", [l10n_on_path, from_a_wheel])
def test_every_line_is_what_comes_out(tmp_path: Path, installed: object) -> None:
    assert callable(installed)
    now = comparable(played(TEXT, tmp_path, installed(tmp_path)))
    assert now == TEXT, "if this is how it should be: python -m tests.docs.tutorial"
    page = (tmp_path / "empty/newsroom/dist/tokyo-forum/nb/index.html").read_text(encoding="utf-8")
    assert "dominerer med 75" in page
    assert "maskin" not in re.sub(r"<style.*?</style>", "", page, flags=re.DOTALL).lower()


def test_its_page_is_the_one_that_all_tests_read() -> None:
    assert (ROOT / "l10n/example" / EXAMPLE_PAGE).read_bytes() == CAPTURE.read_bytes()
