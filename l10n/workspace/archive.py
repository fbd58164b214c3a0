"""A folder of bundles as one zip, which is the same bytes wherever it is made.

Nothing in it depends on the machine: files are sorted, dated 1 January 1980, readable by all, and stored as they are,
because what a compressor writes differs between its versions. Servers compress on the way.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from l10n.workspace import files
from l10n.workspace.dist import MANIFEST, SIGNATURE, Dist

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100644 << 16
_UNIX = 3


def write_archive(dist: Dist, path: Path) -> bool:
    """Everything that the manifest names, the manifest and its signature; True if the file changed.

    Raises InvalidInputError for a file that is not the one that the manifest promises.
    """
    return files.write_stream(path, _pieces(dist), str(path), replace=True)


def _pieces(dist: Dist) -> Iterator[bytes]:
    """The archive, as much of it at a time as one file makes."""
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_STORED) as archive:  # type: ignore[call-overload]
        for name, data in _contents(dist):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system, entry.external_attr = _UNIX, _MODE
            archive.writestr(entry, data)
            yield pipe.drained()
    yield pipe.drained()


class _Pipe:
    """Where zipfile writes: it can neither seek nor tell, so nothing that was written is gone back to."""

    def __init__(self) -> None:
        self._written = bytearray()

    def write(self, data: bytes) -> int:
        self._written += data
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""

    def drained(self) -> bytes:
        """What was written since the last time."""
        data, self._written = bytes(self._written), bytearray()
        return data


def _contents(dist: Dist) -> Iterator[tuple[str, bytes]]:
    """The manifest first, so that whoever reads from the start knows what comes."""
    for name in (MANIFEST, SIGNATURE):
        data = files.read_bytes(dist.root / name, str(dist.root / name))
        if data is not None:
            yield name, data
    manifest = dist.load_manifest()
    for file in sorted(manifest.files, key=lambda file: file.path) if manifest else ():
        yield file.path, dist.read(file)
