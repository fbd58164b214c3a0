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

130 is kept for an interrupted run.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from typing import Any, Self

_PLAIN = str | int | float | None


class L10nError(Exception):
    """A fault with a sentence for people. `exit_code` is the promise to machines, `id` names its page.

    `id` is one of those in docs/reference/errors. `template` and `hint` are English sentences with named places
    (`"There is no article {slug!r}."`); `values` fill them. They are put together only when they are read, so that
    whoever shows them can take the sentence in another language (`said`).
    """

    exit_code = 1

    def __init__(self, id: str, template: str, *, hint: str = "", **values: object) -> None:
        super().__init__(template)
        self.id = id
        self.template = template
        self.hint_template = hint
        self.values: dict[str, object] = {
            name: one if isinstance(one, _PLAIN) else str(one) for name, one in values.items()
        }

    def said(self, translated: Callable[[str], str] = str) -> tuple[str, str]:
        """What is wrong, and what to do; each template goes through `translated` before it is filled."""
        return filled(translated(self.template), self.values), filled(translated(self.hint_template), self.values)

    @property
    def message(self) -> str:
        return self.said()[0]

    @property
    def hint(self) -> str:
        return self.said()[1]

    def advising(self, hint: str, **values: object) -> Self:
        """The same error with another hint."""
        self.hint_template = hint
        self.values |= values
        return self

    def __str__(self) -> str:
        return self.message

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), self.args, self.__dict__)


def filled(template: str, values: Mapping[str, object]) -> str:
    """A sentence with its places filled; braces are just braces where there is nothing to fill."""
    return template.format_map(values) if values else template


def _again(kind: type[L10nError], args: tuple[Any, ...], state: dict[str, Any]) -> L10nError:
    """An error that came from another process, as it was there."""
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class UsageError(L10nError):
    """The command names something that is not there: a locale, an article, a check."""

    exit_code = 2


class InvalidInputError(L10nError):
    """Text we cannot understand. `path` and `line` (from 1) say where; the file is left untouched."""

    exit_code = 3

    def __init__(
        self, id: str, template: str, *, path: str = "", line: int | None = None, hint: str = "", **values: object
    ) -> None:
        super().__init__(id, template, hint=hint, **values)
        self.path = path
        self.line = line

    def said(self, translated: Callable[[str], str] = str) -> tuple[str, str]:
        message, hint = super().said(translated)
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return (f"{where}: {message}" if where else message), hint

    @property
    def bare_message(self) -> str:
        """What is wrong, without where."""
        return filled(self.template, self.values)

    def at(self, path: str) -> Self:
        """The same error, naming the file: formats know lines, only the workspace knows paths."""
        return self.of(self, path=path, line=self.line)

    @classmethod
    def of(cls, error: L10nError, *, path: str = "", line: int | None = None) -> Self:
        """Another fault, told of a place in a file."""
        told = cls(error.id, error.template, path=path, line=line, hint=error.hint_template)
        told.values = error.values
        return told


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
