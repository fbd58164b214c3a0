"""Which commit a build was made from."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from l10n.errors import EngineError
from l10n.model.manifest import ManifestSource
from l10n.workspace.git import run_git
from l10n.workspace.project import SETTINGS
from l10n.workspace.theme import FOLDER as THEME

_READ = (SETTINGS, "articles", "catalogs", THEME)
"""All that a build reads. What is built lies elsewhere, so a build that is committed does not change its own source."""


def source_revision(root: Path) -> ManifestSource | None:
    """The last commit that touched what a build reads; None without git, outside of it, and before the first commit.

    Two clones of one state name the same commit, whatever else was committed since.
    """
    try:
        found = run_git(root, "log", "-1", "--format=%H %ct", "--", *_READ)
        revision, _, seconds = found.stdout.decode("ascii", "replace").strip().partition(" ")
        if found.returncode or not revision:
            return None
        # `--no-optional-locks`: a build writes nothing into .git
        changed = run_git(root, "--no-optional-locks", "status", "--porcelain", "--untracked-files=all", "--", *_READ)
    except EngineError:
        return None
    committed = datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    is_clean = not changed.returncode and not changed.stdout.strip()
    return ManifestSource(revision=revision, is_clean=is_clean, committed=committed)
