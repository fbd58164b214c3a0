"""The theme's templates, which are a source of words: they come with the package, not with the project."""

from __future__ import annotations

from importlib.resources import files

from l10n.formats.writers.theme import FOLDER


def theme_templates() -> dict[str, str]:
    """Name → text of every template of the theme, by name."""
    found = (file for file in (files("l10n") / FOLDER).iterdir() if file.name.endswith(".j2"))
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(found, key=lambda file: file.name)}
