"""A zip archive as a depot."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from l10n.errors import InvalidInputError
from l10n.model.manifest import ManifestFile
from l10n.workspace.depots.contract import MANIFEST_LIMIT, PIECE, SIGNATURE_LIMIT
from l10n.workspace.dist import MANIFEST, SIGNATURE
from l10n.workspace.files import storage_error

_TORN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What zipfile raises for an archive that is cut, damaged, encrypted, or packed in a way it does not know."""


@dataclass(frozen=True)
class ArchiveDepot:
    """A zip of a folder of bundles. Only the manifest and what it names are ever read: no name in the archive leads
    anywhere, and no file is unpacked beyond the size that the manifest gives it."""

    path: Path

    @property
    def shown(self) -> str:
        return str(self.path)

    def manifest(self) -> bytes | None:
        data = b"".join(self._read(MANIFEST, 0, MANIFEST_LIMIT)) if self._has(MANIFEST) else None
        if data is not None and len(data) > MANIFEST_LIMIT:
            raise InvalidInputError("manifest-unreadable", "its manifest is too large to be one.", path=self.shown)
        return data

    def signature(self) -> bytes | None:
        return b"".join(self._read(SIGNATURE, 0, SIGNATURE_LIMIT)) if self._has(SIGNATURE) else None

    def pieces(self, file: ManifestFile, start: int) -> Iterator[bytes]:
        if not self._has(file.path):
            raise InvalidInputError(
                "file-missing", "the manifest names {file}, and it is not there.", file=file.path, path=self.shown
            )
        return self._read(file.path, start, file.size)

    def _has(self, name: str) -> bool:
        return name in self._archive.NameToInfo

    def _read(self, name: str, start: int, limit: int) -> Iterator[bytes]:
        try:
            with self._archive.open(name) as entry:
                entry.seek(start)
                left = limit - start + 1  # one more, so that a file that is too long is seen to be
                while left > 0 and (piece := entry.read(min(PIECE, left))):
                    left -= len(piece)
                    yield piece
        except _TORN as error:
            raise InvalidInputError(
                "archive-damaged", "{name} in it cannot be read: {error}.", name=name, error=error, path=self.shown
            ) from None

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        """Opened once: its list of contents is as long as the site, and is read whole."""
        try:
            return zipfile.ZipFile(self.path)
        except _TORN as error:
            raise InvalidInputError(
                "archive-damaged", "it is no whole zip archive: {error}.", error=error, path=self.shown
            ) from None
        except OSError as error:
            raise storage_error(self.path, error, "read") from None
