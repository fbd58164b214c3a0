"""An .argosmodel file, looked at before a byte of it is unpacked: it is a zip that a stranger made."""

from __future__ import annotations

import json
import re
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from l10n.errors import InvalidInputError

LARGEST = 4 * 1024**3
"""Bytes that a package may take unpacked; the largest in the Argos index have about a tenth of it."""
_MOST_FILES = 10_000
_CHUNK = 1 << 20
_NEEDED = (("metadata.json",), ("model/model.bin",), ("sentencepiece.model", "bpe.model"))
"""Files without which a package cannot translate, or one of two that serve alike."""
_FOLDER_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True)
class Archive:
    """An archive whose names are safe and whose metadata can be read."""

    path: Path
    root: str
    """The one folder that all its files lie in."""
    zip: zipfile.ZipFile


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Open and check an archive. Raises InvalidInputError with one sentence for whatever is wrong with it."""
    try:
        opened = zipfile.ZipFile(path)
    except FileNotFoundError:
        raise InvalidInputError("no-such-file", "there is no such file.", path=str(path)) from None
    except (zipfile.BadZipFile, OSError):
        raise InvalidInputError(
            "model-archive",
            "this is not an Argos package (it is no zip archive).",
            path=str(path),
            hint="Argos packages end in .argosmodel; download it again if it was cut short.",
        ) from None
    with opened:
        try:
            yield Archive(path, _checked_root(opened, path), opened)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise InvalidInputError(
                "model-archive", "the archive is damaged: {error}.", error=error, path=str(path)
            ) from None


def _checked_root(archive: zipfile.ZipFile, path: Path) -> str:
    members = archive.infolist()
    for member in members:
        _check_name(member, path)
    roots = {PurePosixPath(member.filename).parts[0] for member in members}
    if len(roots) != 1 or not _FOLDER_NAME.fullmatch(root := roots.pop()):
        raise InvalidInputError(
            "model-archive", "an Argos package holds exactly one folder; this one does not.", path=str(path)
        )
    if len(members) > _MOST_FILES or sum(member.file_size for member in members) > LARGEST:
        raise InvalidInputError("model-archive", "the package is larger than any real model.", path=str(path))
    names = {PurePosixPath(member.filename).relative_to(root).as_posix() for member in members}
    for needed in _NEEDED:
        if not names & set(needed):
            raise InvalidInputError(
                "model-archive", "the package lacks its {needed}.", needed=" or ".join(needed), path=str(path)
            )
    _check_metadata(archive, root, path)
    return root


def _check_name(member: zipfile.ZipInfo, path: Path) -> None:
    name = PurePosixPath(member.filename)
    climbs = name.is_absolute() or ".." in name.parts or not name.parts or re.search(r"[\\:\x00-\x1f]", member.filename)
    kind = stat.S_IFMT(member.external_attr >> 16)
    if climbs or kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise InvalidInputError(
            "model-climbs-out",
            "refused: its member {filename!r} is a link or would be written outside the package's folder.",
            filename=member.filename,
            path=str(path),
            hint="Nothing was unpacked. Don't trust the place this file came from.",
        )


def _check_metadata(archive: zipfile.ZipFile, root: str, path: Path) -> None:
    try:
        with archive.open(f"{root}/metadata.json") as file:
            metadata = json.loads(file.read(_CHUNK))
        codes = [metadata["from_code"], metadata["to_code"]]
    except (ValueError, KeyError, TypeError):
        codes = []
    if not codes or not all(isinstance(code, str) and re.fullmatch(r"[A-Za-z0-9-]{2,12}", code) for code in codes):
        raise InvalidInputError(
            "model-archive", "metadata.json does not say from which language to which.", path=str(path)
        )


def unpack(archive: Archive, folder: Path) -> Path:
    """Unpack into a new hidden folder inside `folder`, and return it. A fault leaves nothing behind."""
    fresh = Path(tempfile.mkdtemp(prefix=".installing-", dir=folder))
    try:
        for member in archive.zip.infolist():
            target = fresh / PurePosixPath(member.filename).relative_to(archive.root)
            if member.is_dir():
                target.mkdir(parents=True, exist_ok=True)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.zip.open(member) as source, target.open("wb") as file:
                shutil.copyfileobj(source, file, _CHUNK)  # zipfile stops at the size that was checked
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    fresh.chmod(0o755)
    return fresh
