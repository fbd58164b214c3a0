"""Files, read and written so that a fault leaves the old bytes or the new ones, and never a mixture."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import filecmp
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from l10n.errors import ConflictError, InvalidInputError, StorageError, reason
from l10n.workspace.flushing import flush


def storage_error(path: Path, error: OSError, doing: str) -> StorageError:
    """An OSError as a sentence that names the file and says that nothing was lost."""
    unchanged = "It is still there, and all else is done" if doing == "remove" else "No file was changed"
    return StorageError(
        "disk-refused",
        "Cannot {doing} {path}: {reason}.",
        doing=doing,
        path=path,
        reason=reason(error),
        unchanged=unchanged,
        hint="{unchanged}; free or open it, and run again.",
    )


def read_bytes(path: Path | str, shown: str) -> bytes | None:
    """The file's bytes, or None where there is no such file."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a run reads thousands, by plain text
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise storage_error(Path(shown), error, "read") from None


def decode_utf8(data: bytes, shown: str) -> str:
    """UTF-8 text without its byte-order mark. Raises InvalidInputError for binary files and other encodings."""
    if b"\0" in data:
        raise InvalidInputError("binary-file", "this is a binary file, not text.", path=shown)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidInputError(
            "not-utf-8",
            "byte {start} is not UTF-8.",
            start=error.start,
            path=shown,
            line=line,
            hint="Save the file as UTF-8 and run again.",
        ) from None


def write_atomic(path: Path, data: bytes, shown: str) -> bool:
    """Put `data` at `path` in one step; True if anything changed. An equal file is not touched.

    The bytes go to a temporary file in the same folder, are flushed to the disk, and take the place by rename
    (POSIX rename(2) is atomic), so that a kill at any moment leaves the old file or the new one. The temporary file
    has a fixed name and is locked while it is written: one that a dead writer left is used by the next, and a
    living writer makes this a ConflictError. Mode and write protection are those of the file that was there.
    """
    if read_bytes(path, shown) == data:
        return False
    return _put(path, [data], shown, lambda temporary: True)


def write_stream(path: Path, pieces: Iterable[bytes], shown: str, *, replace: bool) -> bool:
    """`write_atomic` for a file that is not held in memory; nothing changes before the last piece has come.

    Raises ConflictError where `path` holds something else and is not to be replaced.
    """

    def is_wanted(temporary: Path) -> bool:
        if not path.exists():
            return True
        if filecmp.cmp(temporary, path, shallow=False):
            return False
        if not replace:
            raise ConflictError("already-there", "{shown} is there already, and holds something else.", shown=shown)
        return True

    return _put(path, pieces, shown, is_wanted)


def _put(path: Path, pieces: Iterable[bytes], shown: str, is_wanted: Callable[[Path], bool]) -> bool:
    """Take the place of `path` with what was written, if it is wanted once it is there."""
    try:
        mode = mode_for(path)
        with _temporary_for(path, shown) as (descriptor, temporary):
            os.ftruncate(descriptor, 0)
            for piece in pieces:
                write_whole(descriptor, piece)
            if not is_wanted(temporary):
                temporary.unlink()
                return False
            os.fsync(descriptor)
            os.fchmod(descriptor, mode)
            temporary.replace(path)
        flush([str(path.parent)])
    except OSError as error:
        raise storage_error(Path(shown), error, "write") from None
    return True


def mode_for(path: Path) -> int:
    """The mode of a file that is to be written, in its folder. Raises OSError where that is not allowed."""
    try:
        mode = path.stat().st_mode & 0o777
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return 0o666 & ~_umask()
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "permission denied")
    return mode


@contextlib.contextmanager
def _temporary_for(path: Path, shown: str) -> Iterator[tuple[int, Path]]:
    """The locked temporary file that will take the place of `path`; gone afterwards, whatever happens."""
    temporary = path.with_name(f".{path.name}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW, 0o666)
    try:
        if not _is_locked_by_us(descriptor, temporary):
            raise ConflictError(
                "busy",
                "{shown} is being written by someone else.",
                shown=shown,
                hint="Wait until it ends; run this again.",
            )
        try:
            yield descriptor, temporary
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
    finally:
        os.close(descriptor)


def _is_locked_by_us(descriptor: int, temporary: Path) -> bool:
    """Lock it; False if another has it, or had it and renamed it away between our open and our lock."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(descriptor), temporary.stat())
    except (BlockingIOError, FileNotFoundError):
        return False


def write_whole(descriptor: int, data: bytes) -> None:
    """All of the bytes, in as many writes as the system takes."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def make_folder(path: Path, shown: str) -> None:
    """Make a folder and those above it, where they are not there."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage_error(Path(shown), error, "write") from None


def remove(path: Path, shown: str) -> None:
    """Remove a file that is there."""
    try:
        path.unlink()
    except OSError as error:
        raise storage_error(Path(shown), error, "remove") from None


def append_line(path: Path, line: str, shown: str) -> None:
    """Add one line at the end of a file, whole or not at all, and flush it to the disk.

    A last line that a dead writer left without its end gets one first, so that it cannot spoil the new line.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
        try:
            size = os.fstat(descriptor).st_size
            is_torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
            try:
                write_whole(descriptor, b"\n" * is_torn + line.encode() + b"\n")
                os.fsync(descriptor)
            except OSError:
                os.ftruncate(descriptor, size)
                raise
        finally:
            os.close(descriptor)
    except OSError as error:
        raise storage_error(Path(shown), error, "write") from None


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
