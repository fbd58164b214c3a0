"""One writer of a project at a time."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from l10n.errors import ConflictError
from l10n.workspace.files import storage_error, write_atomic


@contextlib.contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold the project for one writer at a time; the kernel lets go of it when the process dies."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise storage_error(folder / "lock", error, "write") from None
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ConflictError(
                "busy",
                "Another l10n command is writing to this project.",
                hint="Wait until it ends, then run this again.",
            ) from None
        yield
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def private_lock(folder: Path) -> Iterator[None]:
    """Hold a folder that is this machine's own business, as `lock` does, and keep it out of git."""
    with lock(folder):
        private(folder)
        yield


def private(folder: Path) -> None:
    """Make a folder that is this machine's own business, and keep it out of git."""
    marker = folder / ".gitignore"
    if not marker.exists():
        write_atomic(marker, b"*\n", str(marker))
