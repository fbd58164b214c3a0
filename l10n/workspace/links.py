"""Symbolic links in a project: followed inside it, and refused where they lead out of it or nowhere."""

from __future__ import annotations

import os
from pathlib import Path

from l10n.errors import InvalidInputError


def place(path: Path, root: Path, shown: str) -> Path:
    """Where a file of the project truly is, so that a link stays one when it is written through.

    Raises InvalidInputError for a link that leads out of the project, or to a file that is not there.
    """
    true, base = os.path.realpath(path), os.path.realpath(root)  # as text: a run looks at thousands of files
    if true != base and not true.startswith(base.rstrip(os.sep) + os.sep):
        raise InvalidInputError(
            "link-out", "this is a link that leads out of the project.", path=shown, hint="Put the file itself there."
        )
    if path.is_symlink() and not os.path.exists(true):  # noqa: PTH110
        raise InvalidInputError(
            "link-broken",
            "this is a link to {target}, which is not there.",
            target=path.readlink(),
            path=shown,
            hint="Mend the link, or remove it.",
        )
    return Path(true)


def is_plain(folder: str, root: Path) -> bool:
    """True for a folder of the project that no link leads to, whose files are therefore where their paths say."""
    true, base = os.path.realpath(folder), os.path.realpath(root)
    return true == base.rstrip(os.sep) + folder.removeprefix(str(root)).rstrip(os.sep)


def shown(path: Path, root: Path) -> str:
    """The path as people are shown it: relative to where the project is."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
