"""A folder of bundles on disk: the files a build wrote, and the manifest that answers for them."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import ConflictError, InvalidInputError
from l10n.formats import manifest as manifest_format
from l10n.model.manifest import Manifest, ManifestFile
from l10n.workspace import files
from l10n.workspace.staging import Staging, place_in

MANIFEST = "manifest.json"
SIGNATURE = "manifest.json.sig"
"""A signature on the manifest, and so on everything that it names; see signature.py."""


@dataclass(frozen=True)
class Dist:
    """A folder with a manifest. Only files that its manifest names are ever read, replaced or removed."""

    root: Path

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the folder itself, so that two builds never mix their files; the kernel lets go with the process."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self.root, os.O_RDONLY)
        except OSError as error:
            raise files.storage_error(self.root, error, "write to") from None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        except BlockingIOError:
            raise ConflictError(
                "busy",
                "Another l10n command is writing to {root}.",
                root=self.root,
                hint="Wait until it ends, then run this again.",
            ) from None
        finally:
            os.close(descriptor)

    def load_manifest(self) -> Manifest | None:
        """The manifest, or None where there is none yet. Raises InvalidInputError for one that is not ours."""
        data = self.document()
        return None if data is None else self.parsed(data)

    def document(self, name: str = MANIFEST) -> bytes | None:
        """The manifest as it was written, or the signature on it; None where there is none."""
        return files.read_bytes(self.root / name, str(self.root / name))

    def parsed(self, document: bytes) -> Manifest:
        try:
            return manifest_format.parse(document)
        except InvalidInputError as error:
            raise error.at(str(self.root / MANIFEST)) from None

    def read(self, file: ManifestFile) -> bytes:
        """A file's bytes. Raises InvalidInputError where they are not the ones that the manifest promises."""
        path = self.place(file.path)
        data = files.read_bytes(path, str(path))
        if data is None:
            raise InvalidInputError(
                "file-missing", "the manifest names this file, and it is not there.", path=str(path)
            )
        if len(data) != file.size or hashlib.sha256(data).hexdigest() != file.sha256:
            raise InvalidInputError(
                "file-differs",
                "the file is not the one that the manifest promises: its sha256 differs.",
                path=str(path),
                hint="It was changed or cut off after the build; build it again.",
            )
        return data

    def holds(self, file: ManifestFile) -> bool:
        """True when the file is there as promised."""
        try:
            self.read(file)
        except InvalidInputError:
            return False
        return True

    def write(
        self,
        contents: Mapping[str, bytes],
        manifest: Manifest,
        stale: Iterable[str],
        sign: Callable[[bytes], bytes] | None = None,
    ) -> list[str]:
        """Write what changed, then remove what is stale. Returns the paths that changed. See `finish`."""
        with Staging.of(self.root) as staging:
            for path, data in contents.items():
                staging.add(path, data)
            return self.finish(staging, self.load_manifest(), manifest, sign, stale)

    def finish(
        self,
        staging: Staging,
        before: Manifest | None,
        manifest: Manifest,
        sign: Callable[[bytes], bytes] | None = None,
        stale: Iterable[str] = (),
    ) -> list[str]:
        """Put what is staged at its place, and remove what is stale, and what `before` named and `manifest` does not.

        The manifest takes its place last. Where the disk refuses, every file is as it was. Raises ConflictError for a
        file in the way that no manifest of this folder names: somebody else put it there. A signature on an earlier
        manifest does not outlive it. Returns the paths that changed.
        """
        wanted = {file.path for file in manifest.files}
        staging.drop_all_but(wanted)
        ours = staging.unfinished() | {file.path for file in (before.files if before else ())}
        staging.check_free(ours)
        document = manifest_format.serialize(manifest).encode()
        staging.add(MANIFEST, document)
        gone = {*ours, *stale} - wanted
        if sign:
            staging.add(SIGNATURE, sign(document))
        elif MANIFEST in staging.staged:
            gone.add(SIGNATURE)
        put = staging.put(ours, last=(SIGNATURE, MANIFEST))
        return put + [path for path in sorted(gone) if self._remove(path)]

    def _remove(self, path: str) -> bool:
        target = self.place(path)
        was_there = os.path.lexists(target)
        try:
            target.unlink(missing_ok=True)
            for folder in target.parents:
                if folder == self.root or any(folder.iterdir()):
                    break
                folder.rmdir()
        except FileNotFoundError:
            return False
        except OSError as error:
            raise files.storage_error(target, error, "remove") from None
        return was_there

    def place(self, path: str) -> Path:
        """Where a path of a manifest lies. Raises InvalidInputError if that is not in this folder."""
        return place_in(self.root, path)
