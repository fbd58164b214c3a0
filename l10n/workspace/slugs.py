"""Slugs: what an article is called, which is the name of its file."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from l10n.errors import InvalidInputError, UsageError
from l10n.model.catalog import CHROME

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")


def checked(slug: str) -> str:
    """The slug. Raises UsageError for one that is more than a file name."""
    if not _SLUG.fullmatch(slug):
        raise UsageError(
            "article-name",
            "{slug!r} cannot name an article.",
            slug=slug,
            hint="Use a-z, 0-9 and hyphens: tokyo-forum.",
        )
    if slug == CHROME:
        raise UsageError(
            "article-name", "No article can be called chrome: it is the name of the words around all of them."
        )
    return slug


def slugs_in(folder: Path) -> list[str]:
    """Slugs of all articles in a folder, sorted. Raises InvalidInputError for a file whose name cannot be one."""
    slugs = names_in(folder, ".md")
    if all(map(_SLUG.fullmatch, slugs)) and CHROME not in slugs:
        return slugs
    for slug in slugs:
        try:
            checked(slug)
        except UsageError as error:
            reason = f"{error.message} {error.hint}".strip()
            raise InvalidInputError(
                "article-name",
                "it cannot be read under this name.",
                advice=reason,
                path=f"{folder.name}/{slug}.md",
                hint="{advice}",
            ) from None
    return slugs


def names_in(folder: Path, suffix: str) -> list[str]:
    """The names in a folder that end so, without that end, sorted; none where there is no such folder."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        return sorted(name.removesuffix(suffix) for name in os.listdir(folder) if name.endswith(suffix))  # noqa: PTH208
    return []
