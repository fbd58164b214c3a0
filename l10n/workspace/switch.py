"""One folder of files in another's place, in one step: whoever reads it sees all of the old one or all of the new."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from l10n.errors import StorageError
from l10n.workspace.files import storage_error
from l10n.workspace.interrupts import uninterrupted

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def switch(folder: Path, files: Mapping[str, Path]) -> None:
    """Make `folder` hold exactly these files, by their path in it. They must lie on the same disk, outside `folder`
    or in it: they are linked, not copied.

    The new folder is built beside the old one and exchanged with it (renameat2(2), RENAME_EXCHANGE). Where the
    system or the disk cannot exchange, two renames follow each other. A kill leaves the old folder or the new one.
    """
    target = folder.resolve()
    fresh = target.with_name(f".{target.name}.fresh")
    try:
        if fresh.exists():
            shutil.rmtree(fresh)  # of a run that was killed
        fresh.mkdir(parents=True)
        for name, source in files.items():
            place = fresh / name
            place.parent.mkdir(parents=True, exist_ok=True)
            _link(source, place)
        _sync_tree(fresh)
        with uninterrupted():
            _exchange(fresh, target)
    except OSError as error:
        if error.errno == errno.EBUSY:
            hint = f"Name a folder in it, such as {folder / 'site'}."
            raise StorageError(
                "disk-mounted",
                "{folder} cannot be exchanged: a disk is mounted there.",
                folder=folder,
                advice=hint,
                hint="{advice}",
            ) from None
        raise storage_error(folder, error, "write to") from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _link(source: Path, place: Path) -> None:
    try:
        os.link(source, place, follow_symlinks=False)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.EMLINK, errno.EXDEV, errno.ENOTSUP):
            raise
        shutil.copyfile(source, place)  # a disk without links


def _exchange(fresh: Path, target: Path) -> None:
    if not target.exists():
        fresh.rename(target)
        return
    if _renameat2(fresh, target):
        return
    old = target.with_name(f".{target.name}.old")
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(old)
    target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def recover(folder: Path) -> None:
    """Put back what a kill between the two renames left under another name."""
    target = folder.resolve()
    old = target.with_name(f".{target.name}.old")
    if old.is_dir() and not target.exists():
        try:
            old.rename(target)
        except OSError as error:
            raise StorageError(
                "put-back-failed",
                "Cannot put {old} back to {target}: {strerror}.",
                old=old,
                target=target,
                strerror=error.strerror,
            ) from None


def _renameat2(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where this system or disk cannot."""
    if not sys.platform.startswith("linux"):
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)  # glibc 2.28, musl 1.2.6
    if call is None:
        return False
    if call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code))


def _sync_tree(root: Path) -> None:
    for folder, _, _ in os.walk(root, topdown=False):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
