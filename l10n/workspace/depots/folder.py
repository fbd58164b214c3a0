"""A folder on this machine as a depot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import InvalidInputError
from l10n.model.manifest import ManifestFile
from l10n.workspace.depots.contract import PIECE
from l10n.workspace.dist import MANIFEST, SIGNATURE, Dist
from l10n.workspace.files import read_bytes, storage_error


@dataclass(frozen=True, slots=True)
class FolderDepot:
    """What `l10n build` or `l10n pull` wrote."""

    root: Path

    @property
    def shown(self) -> str:
        return str(self.root)

    def manifest(self) -> bytes | None:
        return read_bytes(self.root / MANIFEST, str(self.root / MANIFEST))

    def signature(self) -> bytes | None:
        return read_bytes(self.root / SIGNATURE, str(self.root / SIGNATURE))

    def pieces(self, file: ManifestFile, start: int) -> Iterator[bytes]:
        path = Dist(self.root).place(file.path)
        try:
            with path.open("rb") as opened:
                opened.seek(start)
                while piece := opened.read(PIECE):
                    yield piece
        except FileNotFoundError:
            raise InvalidInputError(
                "file-missing", "the manifest names this file, and it is not there.", path=str(path)
            ) from None
        except OSError as error:
            raise storage_error(path, error, "read") from None
