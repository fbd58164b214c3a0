"""The project's theme: files in `theme/` stand in the place of those that come with this package."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.workspace import files, links

if TYPE_CHECKING:
    from l10n.formats.writers import theme

FOLDER = "theme"


def own_files(root: Path) -> list[str]:
    """The files of the project's own theme, by their paths from the project; none where it has no theme."""
    if not (root / FOLDER).is_dir():
        return []
    return sorted(f"{FOLDER}/{entry.name}" for entry in os.scandir(root / FOLDER) if entry.is_file())


def load_theme(root: Path) -> theme.Theme:
    """The theme of a project; the package's own where there is no folder `theme`."""
    from l10n.formats.writers import theme

    if not (root / FOLDER).is_dir():
        return theme.DEFAULT
    found = {}
    for name in theme.names():
        path, shown = root / FOLDER / name, f"{FOLDER}/{name}"
        data = files.read_bytes(links.place(path, root, shown), shown)
        if data is not None:
            found[name] = files.decode_utf8(data, shown)
    return theme.Theme(found)


def theme_templates(root: Path) -> dict[str, str]:
    """Name → text of every template of the project's theme, by name: they are a source of words."""
    from l10n.formats.writers import theme

    its_theme = load_theme(root)
    return {name: its_theme.text(name) for name in theme.names() if name.endswith(".j2")}
