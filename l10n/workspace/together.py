"""Several files that are written all or none: they belong together, and are brought onto the disk together."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from l10n.workspace.files import mode_for, read_bytes, storage_error, write_whole
from l10n.workspace.flushing import flush
from l10n.workspace.interrupts import uninterrupted


@contextlib.contextmanager
def all_or_none(contents: Mapping[Path, bytes], shown: Callable[[Path], str] = str) -> Iterator[list[Path]]:
    """Put files at their places when the block ends: all of them, or none. Gives the block those that will change.

    They are on the disk, beside their places, when the block begins, so that a full disk is met before anything
    has happened; and gone again if the block fails. Many are flushed together, which costs little more than one.
    For whoever holds a lock on the project, or on the folder.
    """
    staged: dict[Path, Path] = {}
    try:
        for path, data in contents.items():
            if read_bytes(path, shown(path)) != data:
                staged[path] = path.with_name(f".{path.name}.new")
                _stage(staged[path], data, shown(path), instead_of=path)
        changed = list(staged)
        try:
            flush([str(waiting) for waiting in staged.values()])
        except OSError as error:
            raise storage_error(Path(shown(changed[0])), error, "write") from None
        yield changed
        with uninterrupted():
            for path in changed:
                try:
                    staged[path].replace(path)
                except OSError as error:
                    raise storage_error(Path(shown(path)), error, "write") from None
                del staged[path]
        flush(list({str(path.parent) for path in changed}))
    finally:
        for waiting in staged.values():
            waiting.unlink(missing_ok=True)


def write_all(contents: Mapping[Path, bytes], shown: Callable[[Path], str] = str) -> list[Path]:
    """Write files, all or none of them; those that changed."""
    with all_or_none(contents, shown) as changed:
        return changed


def _stage(waiting: Path, data: bytes, shown: str, *, instead_of: Path) -> None:
    """A file that will take the place of another; what a dead writer left there is written over."""
    try:
        mode = mode_for(instead_of)
        descriptor = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o666)
        try:
            write_whole(descriptor, data)
            os.fchmod(descriptor, mode)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise storage_error(Path(shown), error, "write") from None
