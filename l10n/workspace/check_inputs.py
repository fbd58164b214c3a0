"""What the checks of a project look at in one locale: while that is the same, they find the same."""

from __future__ import annotations

import os
from functools import cache
from importlib.metadata import distributions, entry_points

from l10n.checks.dictionary import dictionary_file
from l10n.model.catalog import CHROME
from l10n.workspace.digests import Digests, Stamp, stamp_of
from l10n.workspace.project import SETTINGS, Workspace


def check_inputs(workspace: Workspace, locale: str, digests: Digests) -> list[object] | None:
    """The settings, everything in the locale's folder, the chrome's template, and what is installed here.

    It is the whole locale, for some checks compare all of it, and dismissals and verdicts lie beside the catalogs.
    None where a check of another package is installed: nobody knows what that one looks at.
    """
    if entry_points(group="l10n.checks"):
        return None
    paths = [SETTINGS, f"catalogs/templates/{CHROME}.pot", *_files(workspace, locale)]
    languages = sorted({locale, *map(workspace.settings.source_language, workspace.domains())})
    return [
        [(path, digests.of(path)) for path in paths],
        workspace.article_slugs(),
        [_dictionary(language) for language in languages],
        _installed(),
    ]


def _files(workspace: Workspace, locale: str) -> list[str]:
    top = workspace.root / "catalogs" / locale
    found = (f"{folder}/{name}" for folder, _, names in os.walk(top) for name in names if not name.startswith("."))
    return sorted(os.path.relpath(path, workspace.root) for path in found)


def _dictionary(language: str) -> list[Stamp | None]:
    """The spelling dictionary, which belongs to the machine."""
    found = dictionary_file(language)
    return [stamp_of(str(found)), stamp_of(str(found.with_suffix(".aff")))] if found else []


@cache
def _installed() -> list[str]:
    """Packages with their versions: detectors and dictionaries are among them, whether l10n asks for them or not."""
    return sorted({f"{one.name} {one.version}" for one in distributions()})
