"""The harbour on a terminal, with an editor that does what it is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from l10n.model.message import Message
from l10n.model.state import State, judged, read_record, standing
from l10n.workspace import Workspace

Editor = Callable[[str], dict[str, str]]
TITLE, LEAD, FERRIES, MAYOR = range(4)


@pytest.fixture
def harbour(harbour: Path) -> Path:
    """The project; its one draft is sealed as a machine left it."""
    workspace = Workspace(harbour)
    catalog = workspace.load_catalog("nb", "articles/harbour")
    assert catalog is not None
    lead = catalog.messages[LEAD]
    sealed = judged(lead, State.DRAFT, by=None, at="", origin=read_record(lead).origin)
    workspace.save_catalog("nb", "articles/harbour", catalog.with_messages([sealed]))
    return harbour


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    """Makes an $EDITOR of a shell script; the file is `$1`, and what stood in it before is kept beside the script."""

    def make(script: str) -> dict[str, str]:
        path = tmp_path / "bin dir" / "editor.sh"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f'#!/bin/sh\ncp "$1" "{tmp_path}/opened.txt"\n{script}\n', encoding="utf-8")
        path.chmod(0o755)
        return {"VISUAL": "", "EDITOR": f'"{path}"'}

    return make


def messages(project: Path) -> list[Message]:
    catalog = Workspace(project).load_catalog("nb", "articles/harbour")
    assert catalog is not None
    return list(catalog.live)


def states(project: Path) -> list[State]:
    return [standing(message).state for message in messages(project)]


def ledger(project: Path) -> list[dict[str, Any]]:
    path = project / "catalogs/nb/reviews.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
