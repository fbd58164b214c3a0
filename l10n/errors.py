"""Every error a user can meet, and the exit code it ends with.

    L10nError                 1   findings, or a gate that is not met
    ├── UsageError            2   the command line asks for something that does not exist
    ├── InvalidInputError     3   a project, catalog or input we cannot understand; names path:line
    │   └── ProjectError      3   no project here, or an l10n.toml that does not fit
    ├── StorageError          3   the disk said no (read-only, full); files stay as they were
    ├── EngineError           4   an engine, model or system program is missing or failed
    └── ConflictError         5   someone else changed the same thing

One cause has one code, whichever the command: a file, folder, revision, locale or article that the command line names
and that is not there is 2, and so is a folder without git where git is asked for; what the project itself holds or
lacks (no l10n.toml, an article under a bad name, a folder in a catalog's place) is 3; a program that is missing, git
and Python's own packages among them, is 4. A full or closed stdout is 3, or quiet.

130 is kept for an interrupted run. The message is one sentence that says what is wrong; `hint` says what to do.
"""

from __future__ import annotations

import errno


class L10nError(Exception):
    """A fault with a sentence for people. `exit_code` is the promise to machines."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(L10nError):
    """The command names something that is not there: a locale, an article, a check."""

    exit_code = 2


class InvalidInputError(L10nError):
    """Text we cannot understand. `path` and `line` (from 1) say where; the file is left untouched."""

    exit_code = 3

    def __init__(self, message: str, *, path: str = "", line: int | None = None, hint: str = "") -> None:
        where = path if line is None else f"{path}:{line}"
        super().__init__(f"{where}: {message}" if where else message, hint=hint)
        self.bare_message = message
        self.path = path
        self.line = line

    def at(self, path: str) -> InvalidInputError:
        """The same error, naming the file: formats know lines, only the workspace knows paths."""
        return type(self)(self.bare_message, path=path, line=self.line, hint=self.hint)


class ProjectError(InvalidInputError):
    """There is no project in this folder, or its l10n.toml does not fit."""


class StorageError(L10nError):
    """The disk refused. Whatever was being written is still as it was before."""

    exit_code = 3


class EngineError(L10nError):
    """A translation engine, its model, or a system program is missing or gave up."""

    exit_code = 4


class ConflictError(L10nError):
    """The thing to be written has changed since it was read; nothing was written."""

    exit_code = 5


_REASONS = {
    errno.EACCES: "permission denied",
    errno.EROFS: "the file system is read-only",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the file would be larger than this process may write",
    errno.EISDIR: "it is a folder",
}


def reason(error: OSError) -> str:
    """What the system said, in words."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))
