"""The folder of benchmarks, whose programs import one another by name."""

from __future__ import annotations

import importlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"


@dataclass(frozen=True)
class Room:
    """Some of its modules, and what is recorded of one benchmark."""

    guard: Any
    measure: Any
    page: Any
    records: dict[str, dict[str, Any]]
    """By size and benchmark."""

    @property
    def po(self) -> dict[str, Any]:
        return dict(self.records["quick"]["po"])

    def bench(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, FOLDER / "bench.py", *arguments], capture_output=True, text=True)


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.syspath_prepend(FOLDER)
    guard, measure, page, record = (importlib.import_module(name) for name in ("guard", "measure", "page", "record"))
    return Room(guard, measure, page, record.load_all())
