"""What the Tab key offers: the project's own locales and articles (nothing where there is no project), and errors."""

from __future__ import annotations

from pathlib import Path

from l10n.errors import L10nError


def locales(incomplete: str) -> list[str]:
    """The project's locales that begin so."""
    from l10n.workspace import Workspace

    try:
        return [tag for tag in Workspace.find(Path()).settings.locales if tag.startswith(incomplete)]
    except (L10nError, OSError):
        return []


def domains(incomplete: str) -> list[str]:
    """`chrome`, the slugs of the project's articles and the domains it has adopted that begin so."""
    from l10n.model.catalog import short_name
    from l10n.workspace import Workspace

    try:
        return [name for name in map(short_name, Workspace.find(Path()).domains()) if name.startswith(incomplete)]
    except (L10nError, OSError):
        return []


def places(incomplete: str) -> list[str]:
    """Locales and articles, for commands that take both in a row."""
    return [*locales(incomplete), *domains(incomplete)]


def errors(incomplete: str) -> list[str]:
    """The ids of errors that begin so."""
    from l10n.commands.explain import explanations

    return [name for name in explanations() if name.startswith(incomplete)]
