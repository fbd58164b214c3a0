"""A file from outside the project, named by the person at the keyboard."""

from __future__ import annotations

import codecs
from pathlib import Path

from l10n.errors import InvalidInputError, UsageError
from l10n.workspace.files import decode_utf8, storage_error

LIMIT = 20 * 1024 * 1024
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_input(path: Path) -> str:
    """The text of a file. Raises UsageError where there is none, InvalidInputError where it is no text."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder, not a file.", hint="Name one page at a time.")
    if not path.exists():
        raise UsageError(f"There is no file {path}.")
    try:
        with path.open("rb") as file:
            return decode_input(file.read(LIMIT + 1), str(path))
    except OSError as error:
        raise storage_error(path, error, "read") from None


def decode_input(data: bytes, shown: str) -> str:
    """UTF-8, or UTF-16 where a byte-order mark says so."""
    if len(data) > LIMIT:
        raise InvalidInputError(
            f"it is larger than {LIMIT // 1024 // 1024} MB, and so no article.", path=shown, hint="Cut the page out."
        )
    if data.startswith(_UTF16) and len(data) % 2 == 0:
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise InvalidInputError("this is neither UTF-8 nor whole UTF-16.", path=shown) from None
    return decode_utf8(data, shown)
