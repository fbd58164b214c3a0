"""What a command is handed from outside: the project, the person, the time."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import typer

from l10n.errors import UsageError
from l10n.model.provenance import Actor
from l10n.workspace import Workspace


def workspace(ctx: typer.Context) -> Workspace:
    """The project the command line names, or the one the current folder lies in."""
    start = ctx.obj if isinstance(ctx.obj, Path) else Path()
    if not start.is_dir():
        raise UsageError(f"There is no folder {start}.")
    return Workspace.find(start)


def now() -> str:
    """The time as records write it: UTC, to the minute, `2026-01-05T10:11Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%MZ")


def person(root: Path) -> Actor:
    """Who is at the keyboard: the author that git would write. Raises UsageError where git does not know either."""
    name = os.environ.get("GIT_AUTHOR_NAME") or _git_config(root, "user.name")
    email = os.environ.get("GIT_AUTHOR_EMAIL") or _git_config(root, "user.email")
    if not name:
        raise UsageError(
            "A verdict needs a name, and git does not know yours.",
            hint='Tell it once: git config --global user.name "Ola Nordmann"',
        )
    return Actor(name=name, email=email)


def _git_config(root: Path, key: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments, no shell
            ["git", "-C", str(root), "config", "--get", key],  # noqa: S607 - the person's own git
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        return ""
    return done.stdout.strip()
