"""Where a build or a delivery may be written: never among the sources it is made from."""

from __future__ import annotations

import os
from pathlib import Path

from l10n.errors import UsageError
from l10n.workspace.project import SETTINGS

_SOURCES = ("articles", "catalogs", ".git", ".l10n")


def check_output(folder: Path, project: Path | None = None) -> None:
    """Raises UsageError for a folder that is, holds or lies in what people write, in `project` or any other one.

    Links are followed first: a folder is judged by where it truly is.
    """
    target = _true(folder)
    if (target / SETTINGS).is_file():
        _refuse(folder, f"it holds an {SETTINGS}, so it is a project")
    if ".git" in target.parts:
        _refuse(folder, "it belongs to git")
    around = {place for place in target.parents if (place / SETTINGS).is_file()}
    for root in sorted(around | ({_true(project)} if project else set())):
        for name in _SOURCES:
            kept = _true(root / name)
            if target.is_relative_to(kept):
                _refuse(folder, f"it is in the project's {name} folder")
            if kept.is_relative_to(target):
                _refuse(folder, f"the project's {name} folder is in it")


def _true(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _refuse(folder: Path, why: str) -> None:
    raise UsageError(
        "cannot-write-there",
        "Cannot write to {folder}: {why}.",
        folder=folder,
        why=why,
        hint="Name a folder of its own, such as dist or build/locale.",
    )
