"""Files on their way into a folder: fetched, held against the manifest, and kept until all of them are there."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import ConflictError, InvalidInputError
from l10n.model.manifest import ManifestFile
from l10n.workspace.depots.contract import PIECE, Depot
from l10n.workspace.files import storage_error, write_atomic
from l10n.workspace.staging import listed


@dataclass(frozen=True, slots=True)
class Incoming:
    """A hidden folder beside the one that files are for, on the same disk. Files lie there by their sha256, so that a
    run that was killed leaves the next one what it had, whatever the manifest says by then."""

    root: Path

    @classmethod
    @contextlib.contextmanager
    def beside(cls, folder: Path) -> Iterator[Incoming]:
        """Open it for one run at a time; empty it when the block ends well. Raises ConflictError for a second run."""
        place = folder.resolve()
        incoming = cls(place.with_name(f".{place.name}.incoming"))
        try:
            incoming.root.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(incoming.root, os.O_RDONLY | os.O_NOFOLLOW)
        except OSError as error:
            raise storage_error(incoming.root, error, "write to") from None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield incoming
            shutil.rmtree(incoming.root, ignore_errors=True)
        except BlockingIOError:
            raise ConflictError(
                "busy",
                "Another l10n command is delivering to {folder}.",
                folder=folder,
                hint="Wait until it ends, then run this again.",
            ) from None
        finally:
            os.close(descriptor)
            with contextlib.suppress(OSError):
                incoming.root.rmdir()  # where it is empty

    def fetch(self, depot: Depot, file: ManifestFile) -> Path:
        """The file, as promised, on this disk. Raises InvalidInputError where the depot has another one.

        What an earlier run began is taken up where it ended; what comes to nothing good is fetched anew, once.
        """
        whole, part = self.root / file.sha256, self.root / f"{file.sha256}.part"
        if _is_promised(whole, file):
            return whole
        begun = min(part.stat().st_size, file.size) if part.exists() else 0
        for start in (begun, 0):
            self._download(depot, file, part, start)
            if _is_promised(part, file):
                part.replace(whole)
                return whole
        part.unlink(missing_ok=True)
        raise InvalidInputError(
            "file-differs",
            "{file} is not the file that the manifest promises: its sha256 differs.",
            file=file.path,
            path=depot.shown,
            hint="It was changed or cut off after the build; what was delivered before stays as it was.",
        )

    def put(self, path: str, data: bytes) -> ManifestFile:
        """Keep bytes that were made here, for this path."""
        file = listed(path, data)
        write_atomic(self.root / file.sha256, data, str(self.root / file.sha256))
        return file

    def _download(self, depot: Depot, file: ManifestFile, part: Path, start: int) -> None:
        left = file.size - start + 1  # one byte too many is enough to know
        try:
            with part.open("r+b" if start else "wb") as out:
                out.seek(start)
                out.truncate()
                for piece in depot.pieces(file, start) if left > 1 else ():
                    out.write(piece[:left])
                    left -= len(piece)
                    if left <= 0:
                        break
                out.flush()
                os.fsync(out.fileno())
        except OSError as error:
            raise storage_error(part, error, "write") from None


def _is_promised(path: Path, file: ManifestFile) -> bool:
    """True for a file of this size and hash; read in pieces, for it may be a film."""
    try:
        if path.stat().st_size != file.size:
            return False
        digest = hashlib.sha256()
        with path.open("rb") as opened:
            while piece := opened.read(PIECE):
                digest.update(piece)
    except OSError:
        return False
    return digest.hexdigest() == file.sha256
