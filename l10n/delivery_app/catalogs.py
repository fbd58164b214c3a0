"""The catalogs as they are now, made once for each state of the project's files."""

from __future__ import annotations

import threading
from pathlib import Path

from l10n.commands.domains import domain_of, translated_domains
from l10n.formats import manifest as manifest_format
from l10n.model.locale import canonical
from l10n.model.manifest import ManifestFile
from l10n.workspace import Workspace
from l10n.workspace.depots.catalogs import CatalogDepot

_READ = ("catalogs/**/*.po", "catalogs/templates/**/*.pot", "articles/*.md", "l10n.toml")
"""Beside what was adopted."""


class Catalogs:
    """What is served of a project. Requests come in threads, so one at a time makes it anew."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._stamps: tuple[tuple[str, int, int], ...] | None = None
        self._manifests: dict[tuple[tuple[str, ...], tuple[str, ...]], bytes] = {}
        self._files: dict[str, bytes] = {}

    def manifest(self, locales: list[str], domains: list[str]) -> bytes:
        """The manifest of these locales and domains, or of all. Raises UsageError for one that is not there."""
        with self._lock:
            self._forget_if_moved()
            key = (tuple(sorted(locales)), tuple(sorted(domains)))
            if key not in self._manifests:
                self._make(key, locales, domains)
            return self._manifests[key]

    def read(self, path: str) -> bytes | None:
        """A catalog's bytes; None for one that no manifest names."""
        if path not in self._files or self._stamps != self._look():
            self.manifest([], [])
        return self._files.get(path)

    def _make(self, key: tuple[tuple[str, ...], tuple[str, ...]], locales: list[str], domains: list[str]) -> None:
        workspace = Workspace(self._root)
        tags = [canonical(tag) for tag in locales] if locales else list(workspace.settings.locales)
        named = [domain_of(workspace, name) for name in domains] if domains else None
        pairs = [(tag, domain) for tag in tags for domain in translated_domains(workspace, tag, named)]
        depot = CatalogDepot(workspace, pairs)
        data = depot.manifest()
        for file in manifest_format.parse(data).files:
            self._files[file.path] = _whole(depot, file)
        self._manifests[key] = data

    def _forget_if_moved(self) -> None:
        stamps = self._look()
        if stamps != self._stamps:
            self._stamps, self._manifests, self._files = stamps, {}, {}

    def _look(self) -> tuple[tuple[str, int, int], ...]:
        """What tells whether anything moved: names, times and sizes."""
        patterns = (*_READ, *Workspace(self._root).layout.adopted_patterns())
        paths = sorted({path for pattern in patterns for path in self._root.glob(pattern)})
        found = []
        for path in paths:
            try:
                stat = path.stat()
            except OSError:  # gone since it was listed
                continue
            found.append((str(path), stat.st_mtime_ns, stat.st_size))
        return tuple(found)


def _whole(depot: CatalogDepot, file: ManifestFile) -> bytes:
    return b"".join(depot.pieces(file, 0))
