"""The project's theme: files in `theme/` stand in the place of those that come with this package."""

from __future__ import annotations

from pathlib import Path

from l10n.formats.writers import theme
from l10n.workspace import files, links

FOLDER = "theme"


def load_theme(root: Path) -> theme.Theme:
    """The theme of a project; the package's own where there is no folder `theme`."""
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
    its_theme = load_theme(root)
    return {name: its_theme.text(name) for name in theme.names() if name.endswith(".j2")}
