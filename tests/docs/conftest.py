"""What the pages of docs/how-to take for granted: a newsroom, and an empty folder beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.docs.typed import ROOT


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """`../newsroom` is the project that comes with l10n."""
    for name in ("articles", "catalogs"):
        shutil.copytree(ROOT / name, tmp_path / "newsroom" / name)
    shutil.copy(ROOT / "l10n.toml", tmp_path / "newsroom")
    (tmp_path / "app").mkdir()
    return tmp_path / "app"
