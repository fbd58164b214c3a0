"""What earlier builds into a folder came to, so that the next one does again only what changed.

A cache (`.l10n/built/`, one file for each folder that is built into): see caches.py for what that means.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from l10n.model.built import Built
from l10n.model.manifest import Manifest, ManifestFile
from l10n.workspace import caches, files
from l10n.workspace.digests import Stamp, is_past, stamp_of
from l10n.workspace.dist import MANIFEST, Dist
from l10n.workspace.staging import listed

_FOLDER = Path("built")


@dataclass(slots=True)
class Known:
    """An article as it was built, and all that this depended on."""

    key: str
    failing: frozenset[str]
    """Locales that did not go out as a whole."""
    built: Built


@dataclass(slots=True)
class Kept:
    """The contents of an index."""

    known: dict[str, Known] = field(default_factory=dict)
    """By article and locales of the run."""
    stamps: dict[str, tuple[Stamp, str]] = field(default_factory=dict)
    """How `stat` found files, and the sha256 of what they held then: an article may be known in another edition."""
    ledgers: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)
    """By locale: the digest of its ledger, and of what that says of each domain."""
    around: list[ManifestFile] = field(default_factory=list)
    """What stands around the articles, and the manifest itself."""
    whole: str = ""
    """What these depended on beside the articles, where the last run was of everything."""


class BuildIndex:
    """The index of one folder."""

    def __init__(self, root: Path, dist: Dist) -> None:
        name = hashlib.sha256(os.path.realpath(dist.root).encode()).hexdigest()[:12]
        self._root, self._name = root, _FOLDER / name
        self._dist, self._base = dist, f"{dist.root}/"
        found = caches.load(root, self._name, Kept)
        self.kept = found or Kept()
        self._is_new = found is None

    def find(
        self, name: str, key: Callable[[tuple[str, ...]], str], failing: frozenset[str] | None = None
    ) -> Built | None:
        """The article as it was built from the very same: `key` is told which pictures it showed.

        With `failing`, only if the same locales failed, and its files are there as they were.
        """
        known = self.kept.known.get(name)
        if known is None or key(known.built.pictures) != known.key:
            return None
        if failing is None:
            return known.built
        return known.built if known.failing == failing and all(map(self.holds, known.built.files)) else None

    def remember(self, name: str, key: str, failing: frozenset[str], built: Built) -> None:
        """Keep an article; not one without a key, which depends on more than can be said."""
        self.kept.known.pop(name, None)
        if key:
            self.kept.known[name] = Known(key, failing, built)
        self._is_new = True

    def holds(self, file: ManifestFile) -> bool:
        """True when the file is in the folder as promised; it is read only where `stat` cannot tell."""
        return self._is_as_it_was(file) or self._holds_by_content(file)

    def is_whole(self, whole: str) -> bool:
        """True when the last run was of the very same, and what stands around the articles is as that left it."""
        return bool(whole) and self.kept.whole == whole and all(map(self.holds, self.kept.around))

    def replace(self, manifest: Manifest, stamps: Mapping[str, Stamp], whole: str) -> None:
        """The folder is as the manifest says, and some of its files are known by their stamps."""
        articles = {bundle.article for bundle in manifest.bundles}
        kept = self.kept
        kept.known = {name: known for name, known in kept.known.items() if known.built.slug in articles}
        kept.around = [file for file in manifest.files if file.path.partition("/")[0] not in articles]
        document = files.read_bytes(self._dist.root / MANIFEST, MANIFEST)
        kept.around += [listed(MANIFEST, document)] if document else []
        held = {file.path: file.sha256 for file in (*manifest.files, *kept.around)}
        before = {path: (seen, sha256) for path, (seen, sha256) in kept.stamps.items() if held.get(path) == sha256}
        kept.stamps = before | {path: (seen, held[path]) for path, seen in stamps.items() if path in held}
        kept.whole, self._is_new = whole, True

    def save(self) -> None:
        if self._is_new:
            caches.save(self._root, self._name, self.kept)

    def _is_as_it_was(self, file: ManifestFile) -> bool:
        seen, sha256 = self.kept.stamps.get(file.path, (None, ""))
        return sha256 == file.sha256 and seen is not None and seen == stamp_of(self._base + file.path)

    def _holds_by_content(self, file: ManifestFile) -> bool:
        self.kept.stamps.pop(file.path, None)
        now, seen = time.time_ns(), stamp_of(self._base + file.path)
        if not seen or not self._dist.holds(file):
            return False
        if is_past(max(seen[1:3]), now):
            self.kept.stamps[file.path] = (seen, file.sha256)
            self._is_new = True
        return True
