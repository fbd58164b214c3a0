"""What a command is handed from outside: the project, the person, the time."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from l10n.errors import EngineError, UsageError
from l10n.model.provenance import Actor
from l10n.workspace import Workspace
from l10n.workspace.git import run_git

if TYPE_CHECKING:
    from l10n.workspace.memory import TranslationMemory


def workspace(ctx: typer.Context) -> Workspace:
    """The project the command line names, or the one the current folder lies in."""
    start = ctx.obj if isinstance(ctx.obj, Path) else Path()
    if not start.is_dir():
        raise UsageError("no-such-folder", "There is no folder {start}.", start=start)
    return Workspace.find(start)


def memory(workspace: Workspace) -> TranslationMemory:
    """The project's translation memory, with the team's where L10N_MEMORY_URL names its server."""
    from l10n.workspace.memory import TranslationMemory
    from l10n.workspace.memory_server import URL, MemoryServer

    url = os.environ.get(URL, "")
    return TranslationMemory(workspace, team=MemoryServer(url) if url else None)


def now() -> str:
    """The time as records write it: UTC, to the minute, `2026-01-05T10:11Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%MZ")


def person(root: Path) -> Actor:
    """Who is at the keyboard: the author that git would write.

    Raises UsageError where git does not know either, EngineError where there is no git to ask.
    """
    try:
        name = _typed("GIT_AUTHOR_NAME") or _git_config(root, "user.name")
        email = _typed("GIT_AUTHOR_EMAIL") or _git_config(root, "user.email")
    except EngineError:
        raise EngineError(
            "who-are-you",
            "What you say is signed, and git, which knows your name, is not installed here.",
            hint=('Install git, or say it: export GIT_AUTHOR_NAME="Ola Nordmann" GIT_AUTHOR_EMAIL=ola@example.org'),
        ) from None
    if not name:
        raise UsageError(
            "who-are-you",
            "What you say is signed, and git does not know your name.",
            hint='Tell it once: git config --global user.name "Ola Nordmann"',
        )
    return Actor(name=name, email=email)


def utf8(text: str) -> str:
    """Text from the command line or the environment as it was typed, where the locale took it for ASCII."""
    return os.fsencode(text).decode("utf-8", "replace")


def _typed(variable: str) -> str:
    return _identity(utf8(os.environ.get(variable, "")))


def _git_config(root: Path, key: str) -> str:
    return _identity(run_git(root, "config", "--get", key).stdout.decode("utf-8", "replace"))


def _identity(text: str) -> str:
    """A name or an address as it may stand in a signature: on one line, and without the brackets around addresses."""
    return " ".join("".join(char if char.isprintable() and char not in "<>" else " " for char in text).split())
