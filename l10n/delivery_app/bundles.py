"""What was built, as its manifest has it: read once for each manifest that lies there."""

from __future__ import annotations

import threading
from pathlib import Path

from l10n.model.manifest import Manifest, ManifestFile
from l10n.workspace.digests import Stamp, stamp_of
from l10n.workspace.dist import MANIFEST, SIGNATURE, Dist


class Bundles:
    """What is served of a folder. Requests come in threads, so one at a time reads it anew."""

    def __init__(self, root: Path) -> None:
        self.dist = Dist(root)
        self._lock = threading.Lock()
        self._stamp: Stamp | None = None
        self._document: bytes | None = None
        self._manifest: Manifest | None = None
        self._files: dict[str, ManifestFile] = {}

    def manifest(self) -> Manifest | None:
        """The manifest as it is now, or None where nothing was built. Raises InvalidInputError for one not ours."""
        with self._lock:
            self._look()
            return self._manifest

    def document(self) -> bytes | None:
        """The manifest as the build wrote it: what a signature is on."""
        with self._lock:
            self._look()
            return self._document

    def signature(self) -> bytes | None:
        return self.dist.document(SIGNATURE)

    def file(self, path: str) -> ManifestFile | None:
        """A file that the manifest names."""
        with self._lock:
            self._look()
            return self._files.get(path)

    def _look(self) -> None:
        # a build puts a manifest in the place of the last one: another file, whatever its size and time
        stamp = stamp_of(str(self.dist.root / MANIFEST))
        if stamp is None or stamp != self._stamp:
            self._document = self.dist.document()
            self._manifest = None if self._document is None else self.dist.parsed(self._document)
            self._files = {file.path: file for file in self._manifest.files} if self._manifest else {}
            self._stamp = stamp
