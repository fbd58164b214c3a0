"""A delivery: what was fetched takes its place in the folder that a pipeline reads."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from l10n.formats import manifest as manifest_format
from l10n.model.manifest import Manifest, ManifestFile
from l10n.workspace import files
from l10n.workspace.depots.contract import Depot
from l10n.workspace.dist import MANIFEST, Dist
from l10n.workspace.incoming import Incoming
from l10n.workspace.switch import recover, switch


@dataclass(frozen=True)
class Delivery:
    """A folder, and the files on their way into it. Until `take_place` it is as it was."""

    dist: Dist
    incoming: Incoming

    @classmethod
    @contextlib.contextmanager
    def to(cls, folder: Path) -> Iterator[Delivery]:
        """Hold the folder for one delivery. Raises ConflictError where another, or a build, has it."""
        with Incoming.beside(folder) as incoming, contextlib.ExitStack() as held:
            recover(folder)
            dist = Dist(folder)
            if folder.exists():
                held.enter_context(dist.lock())
            yield cls(dist, incoming)

    @cached_property
    def before(self) -> Manifest | None:
        """What was delivered last; nothing else is delivered while the folder is held."""
        return self.dist.load_manifest()

    def fetch(self, depot: Depot, file: ManifestFile, place: ManifestFile) -> bool:
        """Have the file on this disk, as promised; False where it lies in its place already, whatever it is called."""
        if self.dist.holds(place):
            return False
        self.incoming.fetch(depot, file)
        return True

    def take_place(self, manifest: Manifest) -> list[str]:
        """Make the folder what the manifest says. Returns the paths that changed.

        All in one step, where the folder holds deliveries alone. Where other files lie in it, they stay, and ours take
        their places one by one: all of them, or none.
        """
        places = {file.path: self._place(file) for file in manifest.files}
        old = self.before
        gone = sorted({file.path for file in old.files} - places.keys()) if old else []
        changed = [path for path, place in places.items() if place.parent == self.incoming.root]
        document = manifest_format.serialize(manifest).encode()
        if not changed and not gone and old and manifest_format.serialize(old).encode() == document:
            return []
        if self._has_others(old):
            return self.dist.write({path: places[path].read_bytes() for path in changed}, manifest, gone)
        waiting = self.incoming.root / MANIFEST
        files.write_atomic(waiting, document, str(waiting))
        switch(self.dist.root, {**places, MANIFEST: waiting})
        return sorted([*changed, MANIFEST]) + gone

    def _place(self, file: ManifestFile) -> Path:
        fetched = self.incoming.root / file.sha256
        return fetched if fetched.exists() else self.dist.place(file.path)

    def _has_others(self, old: Manifest | None) -> bool:
        """True where something lies in the folder that no delivery put there."""
        ours = {MANIFEST, *(file.path for file in old.files)} if old else set()
        return any(
            not path.is_dir() or path.is_symlink()
            for path in self.dist.root.rglob("*")
            if path.relative_to(self.dist.root).as_posix() not in ours
        )
