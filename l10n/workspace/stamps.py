"""Which templates and catalogs were found up to date: remembered by content, never by date, so that they need not
be read again.

A cache: `.l10n/synced.json` may be deleted at any time, and one that cannot be read is one that knows nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from l10n import __version__
from l10n.errors import StorageError
from l10n.workspace import files
from l10n.workspace.project import Workspace

_FILE = Path(".l10n") / "synced.json"


@dataclass
class Stamps:
    """Digests of (program, template, catalog) by the catalog's path."""

    workspace: Workspace
    known: dict[str, str]
    _templates: dict[str, bytes | None] = field(default_factory=dict)

    @classmethod
    def load(cls, workspace: Workspace) -> Stamps:
        data = files.read_bytes(workspace.root / _FILE, str(_FILE))
        try:
            found = json.loads(data or b"{}")
        except ValueError:
            found = {}
        return cls(workspace, found if isinstance(found, dict) else {})

    def has(self, locale: str, domain: str) -> bool:
        """True where the template and the catalog are byte for byte what sync once found to agree."""
        digest = self._digest(locale, domain)
        return digest is not None and self.known.get(self._name(locale, domain)) == digest

    def add(self, locale: str, domain: str) -> None:
        """Remember that the two files agree as they are on the disk now."""
        digest = self._digest(locale, domain)
        if digest is not None:
            self.known[self._name(locale, domain)] = digest

    def has_template(self, domain: str) -> bool:
        """True where the source and the template are byte for byte what extract once found to agree."""
        digest = self._template_digest(domain)
        return digest is not None and self.known.get(self._template_name(domain)) == digest

    def add_template(self, domain: str) -> None:
        """Remember that the source and its template agree as they are on the disk now."""
        digest = self._template_digest(domain)
        if digest is not None:
            self.known[self._template_name(domain)] = digest

    def save(self) -> None:
        """Keep it for the next run; a disk that has no room for it costs only that run's time."""
        text = json.dumps(self.known, indent=0, sort_keys=True) + "\n"
        with contextlib.suppress(StorageError):
            files.write_atomic(self.workspace.root / _FILE, text.encode(), str(_FILE))

    def _name(self, locale: str, domain: str) -> str:
        return self.workspace.shown(self.workspace.catalog_path(locale, domain))

    def _template_name(self, domain: str) -> str:
        return self.workspace.shown(self.workspace.template_path(domain))

    def _template_digest(self, domain: str) -> str | None:
        return _digest(*self.workspace.source_bytes(domain), self._template(domain))

    def _digest(self, locale: str, domain: str) -> str | None:
        catalog = files.read_bytes(self.workspace.catalog_path(locale, domain), self._name(locale, domain))
        return _digest(self._template(domain), catalog)

    def _template(self, domain: str) -> bytes | None:
        if domain not in self._templates:
            path = self.workspace.template_path(domain)
            self._templates[domain] = files.read_bytes(path, self.workspace.shown(path))
        return self._templates[domain]


def _digest(*parts: bytes | None) -> str | None:
    """One digest of this program's version and all parts; None where one of them does not exist."""
    present = [part for part in parts if part is not None]
    if len(present) < len(parts):
        return None
    digests = (hashlib.sha256(part).digest() for part in (__version__.encode(), *present))
    return hashlib.sha256(b"\0".join(digests)).hexdigest()[:32]
