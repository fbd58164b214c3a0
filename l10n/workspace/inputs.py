"""A file from outside the project, named by the person at the keyboard."""

from __future__ import annotations

import codecs
from pathlib import Path

from l10n.errors import InvalidInputError, UsageError
from l10n.workspace.files import decode_utf8, storage_error

LIMIT = 20 * 1024 * 1024
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_input(path: Path) -> str:
    """The text of a page. Raises UsageError where there is none, InvalidInputError where it is no text."""
    return decode_input(read_named(path, str(path), limit=LIMIT + 1), str(path))


def read_named(path: Path, shown: str, *, limit: int = -1) -> bytes:
    """The bytes of a file, `limit` of them at most. Raises UsageError where there is no such file."""
    if path.is_dir():
        raise UsageError(
            "folder-not-file", "{shown} is a folder, not a file.", shown=shown, hint="Name the file in it."
        )
    if not path.exists():
        raise UsageError("no-such-file", "There is no file {shown}.", shown=shown)
    try:
        with path.open("rb") as file:
            return file.read(limit)
    except OSError as error:
        raise storage_error(Path(shown), error, "read") from None


def decode_input(data: bytes, shown: str) -> str:
    """UTF-8, or UTF-16 where a byte-order mark says so."""
    if len(data) > LIMIT:
        raise InvalidInputError(
            "file-too-large",
            "it is larger than {megabytes} MB, and so no article.",
            megabytes=LIMIT // 1024 // 1024,
            path=shown,
            hint="Cut the page out.",
        )
    if data.startswith(_UTF16) and len(data) % 2 == 0:
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise InvalidInputError("not-utf-8", "this is neither UTF-8 nor whole UTF-16.", path=shown) from None
    return decode_utf8(data, shown)
