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
                f"Another l10n command is writing to {self.root}.", hint="Wait until it ends, then run this again."
            ) from None
        finally:
            os.close(descriptor)

    def load_manifest(self) -> Manifest | None:
        """The manifest, or None where there is none yet. Raises InvalidInputError for one that is not ours."""
        shown = str(self.root / MANIFEST)
        data = files.read_bytes(self.root / MANIFEST, shown)
        try:
            return None if data is None else manifest_format.parse(data)
        except InvalidInputError as error:
            raise error.at(shown) from None

    def read(self, file: ManifestFile) -> bytes:
        """A file's bytes. Raises InvalidInputError where they are not the ones that the manifest promises."""
        path = self.place(file.path)
        data = files.read_bytes(path, str(path))
        if data is None:
            raise InvalidInputError("the manifest names this file, and it is not there.", path=str(path))
        if len(data) != file.size or hashlib.sha256(data).hexdigest() != file.sha256:
            raise InvalidInputError(
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
        """Write what changed, then remove what is stale. Returns the paths that changed.

        The manifest takes its place last. Where the disk refuses, every file is as it was. Raises ConflictError for a
        file in the way that no manifest of this folder names: somebody else put it there. A signature on an earlier
        manifest does not outlive it.
        """
        document = manifest_format.serialize(manifest).encode()
        signature = {SIGNATURE: sign(document)} if sign else {}
        everything = dict(sorted(contents.items())) | signature | {MANIFEST: document}
        if not sign and files.read_bytes(self.root / MANIFEST, MANIFEST) != document:
            stale = [*stale, *([SIGNATURE] if (self.root / SIGNATURE).is_file() else [])]
        ours = self._ours()
        for path, data in contents.items():
            place = self.place(path)
            if path not in ours and os.path.lexists(place) and files.read_bytes(place, str(place)) != data:
                raise ConflictError(
                    f"{place} was not written by l10n, and would be replaced.",
                    hint="Nothing was written; move that file away, or name another folder.",
                )
        return self._put(everything) + [path for path in sorted(stale) if self._remove(path)]

    def _ours(self) -> set[str]:
        """What the manifest names, and what the manifest of a build that was killed would have named."""
        waiting = self.root / f".{MANIFEST}.new"
        manifests = [self.load_manifest()]
        with contextlib.suppress(InvalidInputError):
            data = files.read_bytes(waiting, str(waiting))
            manifests.append(None if data is None else manifest_format.parse(data))
        return {file.path for manifest in manifests if manifest for file in manifest.files}

    def _put(self, contents: Mapping[str, bytes]) -> list[str]:
        """Write files, all or none; returns those that changed. Raises InvalidInputError for a path that leads out."""
        places = {self.place(path): path for path in contents}
        changed = files.write_all({place: contents[path] for place, path in places.items()})
        return [places[place] for place in changed]

    def _remove(self, path: str) -> bool:
        target = self.place(path)
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
        return True

    def place(self, path: str) -> Path:
        """Where a path of a manifest lies. Raises InvalidInputError if that is not in this folder."""
        target = self.root / path
        # the folder is resolved, not the name: a link among the folders could lead anywhere
        if not manifest_format.is_safe_path(path) or not target.parent.resolve().is_relative_to(self.root.resolve()):
            raise InvalidInputError(f"the path {path!r} leads out of {self.root}.")
        return target


def listed(path: str, data: bytes) -> ManifestFile:
    """A file as a manifest lists it."""
    return ManifestFile(path=path, sha256=hashlib.sha256(data).hexdigest(), size=len(data))
