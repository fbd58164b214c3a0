"""What is known of templates and catalogs by the bytes they hold, so that those need not be read again.

A cache (`.l10n/index`): see caches.py for what that means. Nothing in it is believed by date or by name: each entry has
the digests of the files that it was found from, and whether files still have those, digests.py knows. What this program
and its libraries make of files can be another with another version, and the cache begins anew with each.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from l10n.formats import po
from l10n.model.catalog import ARTICLES, CHROME, Catalog
from l10n.model.state import State
from l10n.steps.progress import Progress
from l10n.workspace import caches
from l10n.workspace.digests import Digests
from l10n.workspace.project import Workspace
from l10n.workspace.theme import own_files

_FILE = Path("index")
_STATES = tuple(State)  # an enumeration takes much longer to go through


@dataclass(slots=True)
class Kept:
    """The contents of an index."""

    templates: dict[str, tuple[str, int]] = field(default_factory=dict)
    """By domain: the digests of a template and its sources, which extract found to agree, and its messages' number."""
    synced: dict[str, str] = field(default_factory=dict)
    """By path: the digests of a catalog and its template, which sync found to agree."""
    counts: dict[str, tuple[str, list[int], list[int]]] = field(default_factory=dict)
    """By path: likewise, and the messages and the words in each state."""


class Index:
    """The index of a project. Within one run each file is looked at once."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._layout = workspace.layout
        self._digests = Digests.load(workspace.root)
        self._kept = caches.load(workspace.root, _FILE, Kept) or Kept()
        self._is_new = False
        self._templates: dict[str, str] = {}
        """By domain: the path of its template, empty where it has none."""

    def messages(self, domain: str) -> int | None:
        """How many a template has that is as its sources are; None where that must be found out."""
        now = self._join(self._of_sources(domain), self._digests.of(self._template(domain)))
        digests, number = self._kept.templates.get(domain, ("", 0))
        return number if digests and digests == now else None

    def add_template(self, domain: str, template: Catalog) -> None:
        """Its sources, which were read after `messages` was asked for, make this very template.

        Those that may have changed meanwhile are not known, and are read again next time.
        """
        if all(map(self._digests.vouches_for, self._sources(domain))):
            written = hashlib.sha256(po.encode(template)).hexdigest()
            self._kept.templates[domain] = (self._join(self._of_sources(domain), written), len(template.messages))
            self._is_new = True

    def is_synced(self, locale: str, domain: str) -> bool:
        """True where the template and the catalog are byte for byte what sync once found to agree."""
        digests = self._kept.synced.get(self._catalog(locale, domain))
        return digests is not None and digests == self._of_pair(locale, domain)

    def add_synced(self, locale: str, domain: str) -> None:
        """The template and the catalog agree, as the workspace has read or saved them."""
        if digests := self._of_read(locale, domain):
            self._kept.synced[self._catalog(locale, domain)] = digests
            self._is_new = True

    def has_catalog(self, locale: str, domain: str) -> bool:
        return bool(self._digests.of(self._catalog(locale, domain)))

    def counts(self, locale: str, domain: str) -> Progress | None:
        """What was counted in a template and a catalog that are as they were then."""
        digests, messages, words = self._kept.counts.get(self._catalog(locale, domain), ("", [], []))
        if not digests or digests != self._of_pair(locale, domain):
            return None
        return Progress(
            messages=dict(zip(_STATES, messages, strict=True)), words=dict(zip(_STATES, words, strict=True))
        )

    def add_counts(self, locale: str, domain: str, counts: Progress) -> None:
        """Counted in the template and the catalog as the workspace has read them."""
        if digests := self._of_read(locale, domain):
            found = (digests, [counts.messages[state] for state in _STATES], [counts.words[state] for state in _STATES])
            self._kept.counts[self._catalog(locale, domain)] = found
            self._is_new = True

    def save(self) -> None:
        """Keep it for the next run; where that cannot be, it costs only that run's time."""
        self._digests.save()
        if self._is_new:
            caches.save(self.workspace.root, _FILE, self._kept)

    def _of_sources(self, domain: str) -> str:
        language = self.workspace.settings.source_language(domain)
        found = "".join(f"{path} {self._digests.of(path)}\n" for path in self._sources(domain))
        return hashlib.sha256(f"{language}\n{found}".encode()).hexdigest()

    def _sources(self, domain: str) -> list[str]:
        """What a template is made from. An article's badges must stand among what was captured."""
        captured = "catalogs/captured.jsonl"
        if domain == CHROME:
            return [captured, *own_files(self.workspace.root)]
        return [captured, f"articles/{domain.removeprefix(ARTICLES)}.md"]

    def _of_pair(self, locale: str, domain: str) -> str:
        return self._join(
            self._digests.of(self._wanted(locale, domain)), self._digests.of(self._catalog(locale, domain))
        )

    def _of_read(self, locale: str, domain: str) -> str:
        read, workspace = self.workspace.catalog_files, self.workspace
        paths = (workspace.wanted_path(locale, domain), workspace.catalog_path(locale, domain))
        return self._join(*map(read.digest, paths))

    def _catalog(self, locale: str, domain: str) -> str:
        return self._layout.catalog(locale, domain)

    def _template(self, domain: str) -> str:
        return self._layout.template(domain) or ""

    def _wanted(self, locale: str, domain: str) -> str:
        """See `Workspace.wanted_path`."""
        if domain not in self._templates:
            self._templates[domain] = self._template(domain) if self.workspace.has_template(domain) else ""
        return self._templates[domain] or self._catalog(locale, domain)

    @staticmethod
    def _join(one: str, other: str) -> str:
        """Both digests; empty where one of the files is not there."""
        return f"{one} {other}" if one and other else ""
