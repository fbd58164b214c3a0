"""What a build reads, as far as one look at the folders can tell: two looks that differ mean that something changed."""

from __future__ import annotations

import os
from pathlib import Path

from l10n.workspace.digests import Stamp, stamp, stamp_of
from l10n.workspace.project import SETTINGS
from l10n.workspace.theme import FOLDER as THEME

_FOLDERS = ("articles", "catalogs", THEME)

Footprint = dict[str, Stamp]


def footprint(root: Path) -> Footprint:
    """How `stat` finds each file that a build may read, by its path from the project."""
    found: Footprint = {}
    settings = stamp_of(f"{root}/{SETTINGS}")
    if settings:
        found[SETTINGS] = settings
    for name in _FOLDERS:
        _look(root, name, found)
    return found


def difference(before: Footprint, after: Footprint) -> list[str]:
    """The files that are others now, new or gone."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def _look(root: Path, folder: str, found: Footprint) -> None:
    try:
        entries = list(os.scandir(f"{root}/{folder}"))
    except OSError:
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.is_dir():
            _look(root, path, found)
        elif not entry.name.startswith("."):  # our own files on their way, and those of editors
            try:
                found[path] = stamp(entry.stat())
            except OSError:
                continue
