"""A project as git has it at a revision, laid out in a folder."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

from l10n.errors import InvalidInputError, UsageError
from l10n.workspace.git import is_in_git, run_git
from l10n.workspace.project import SETTINGS


def check_out(root: Path, revision: str, into: Path) -> Path:
    """The project in `root` as it was, below `into`; nothing of the working tree or of git's own state is touched.

    Raises UsageError where this is no git repository, git knows no such revision, or there was no project then.
    """
    if not is_in_git(root):
        raise UsageError(
            "not-in-git", "This project is not in a git repository.", hint="Leave --at out to take what is on disk."
        )
    commit = run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit.returncode:
        raise UsageError(
            "no-such-revision",
            "git knows no revision {revision!r} here.",
            revision=revision,
            hint="Name a commit, a branch or a tag.",
        )
    # in a folder of a repository, `git archive` packs that folder alone, by names within it
    done = run_git(root, "archive", "--format=tar", commit.stdout.decode().strip())
    try:
        with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
            archive.extractall(into, filter="data")
    except tarfile.TarError as error:
        raise InvalidInputError(
            "revision-unreadable",
            "git's archive of {revision} cannot be unpacked: {error}.",
            revision=revision,
            error=error,
            path=str(root),
        ) from None
    if not (into / SETTINGS).is_file():
        raise UsageError(
            "no-such-revision",
            "There was no {settings} here at {revision}.",
            settings=SETTINGS,
            revision=revision,
            hint="Name a later revision.",
        )
    return into
