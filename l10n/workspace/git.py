"""git, which some commands ask: for a person's name, for what was, for its own settings."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
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
        raise EngineError(
            "git-missing", "git is not installed here.", hint="Install git, then run this again."
        ) from None


def git_output(root: Path, *arguments: str, stdin: bytes | None = None) -> bytes | None:
    """What git writes, or None where it refuses."""
    done = run_git(root, *arguments, stdin=stdin)
    return done.stdout if done.returncode == 0 else None


def git_objects(root: Path, ids: Sequence[str]) -> Iterator[bytes]:
    """The bytes of many objects, from one git process; empty for one that git does not have."""
    output = git_output(root, "cat-file", "--batch", stdin="".join(f"{one}\n" for one in ids).encode()) or b""
    at = 0
    for _ in ids:
        header_end = output.index(b"\n", at)
        if output[at:header_end].endswith(b" missing"):
            at = header_end + 1
            yield b""
            continue
        size = int(output[at:header_end].split()[2])
        at = header_end + 1 + size
        yield output[header_end + 1 : at]
        at += 1


def is_in_git(root: Path) -> bool:
    return run_git(root, "rev-parse", "--git-dir").returncode == 0


def folder_in_repository(root: Path) -> str:
    """Where a folder lies in its repository: `site/`; empty for its top, and where there is no repository or no git."""
    try:
        done = run_git(root, "rev-parse", "--show-prefix")
    except EngineError:
        return ""
    return done.stdout.decode("utf-8", "surrogateescape").rstrip("\n") if done.returncode == 0 else ""
