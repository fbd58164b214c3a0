"""git, which some commands ask: for a person's name, for what was, for its own settings."""

from __future__ import annotations

import subprocess
from pathlib import Path

from l10n.errors import EngineError


def run_git(root: Path, *arguments: str, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """What git says in a folder, and its exit code. Raises EngineError where there is no git."""
    try:
        return subprocess.run(  # noqa: S603 - fixed verbs, no shell; a revision follows --end-of-options
            ["git", "-C", str(root), *arguments],  # noqa: S607 - the person's own git
            capture_output=True, input=stdin, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise EngineError("git is not installed here.", hint="Install git, then run this again.") from None


def is_in_git(root: Path) -> bool:
    return run_git(root, "rev-parse", "--git-dir").returncode == 0
