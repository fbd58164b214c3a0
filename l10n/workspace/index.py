"""What is known of templates and catalogs by the bytes they hold, so that those need not be read again.

A cache (`.l10n/index`): see caches.py for what that means. Nothing in it is believed by date or by name: each entry has
the digests of the files that it was found from, and whether files still have those, digests.py knows. What this program
and its libraries make of files can be another with another version, and the cache begins anew with each.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from l10n.formats import po
from l10n.model.catalog import ARTICLES, CHROME, Catalog
from l10n.model.state import State
from l10n.workspace import caches
from l10n.workspace.digests import Asked, Digests
from l10n.workspace.project import Workspace
from l10n.workspace.theme import own_files

if TYPE_CHECKING:
    from l10n.steps.progress import Progress

_FILE = Path("index")
_STATES = tuple(State)  # an enumeration takes much longer to go through


Pair = str
"""The digests of two files, between blanks; empty where one of them is not there."""
_Templates = dict[str, tuple[Pair, int]]
_Synced = dict[str, Pair]
_Counts = dict[str, tuple[Pair, list[int], list[int]]]


_NONE = msgspec.Raw(b"{}")


class Kept(msgspec.Struct):
    """The contents of an index; each part is read when a command asks for it."""

    templates: msgspec.Raw = _NONE
    """By domain: the digests of a template and its sources, which extract found to agree, and its messages' number."""
    synced: msgspec.Raw = _NONE
    """By path: the digests of a catalog and its template, which sync found to agree."""
    counts: msgspec.Raw = _NONE
    """By path: likewise, and the messages and the words in each state."""


class Learnt(msgspec.Struct, frozen=True, array_like=True):
    """What one of several processes has found out for a run."""

    asked: list[Asked]
    templates: _Templates
    counts: _Counts


class Index:
    """The index of a project. Within one run each file is looked at once."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._layout = workspace.layout
        self._digests = Digests.load(workspace.root)
        self._kept = caches.load(workspace.root, _FILE, Kept) or Kept()
        self._is_new = False
        self._wanted_paths: dict[str, str] = {}
        """By domain: the path of its template, empty where it has none."""
        self._new_templates: _Templates = {}
        self._new_counts: _Counts = {}

    @cached_property
    def _templates(self) -> _Templates:
        return msgspec.json.decode(self._kept.templates, type=_Templates)

    @cached_property
    def _synced(self) -> _Synced:
        return msgspec.json.decode(self._kept.synced, type=_Synced)

    @cached_property
    def _counts(self) -> _Counts:
        return msgspec.json.decode(self._kept.counts, type=_Counts)

    def messages(self, domain: str) -> int | None:
        """How many a template has that is as its sources are; None where that must be found out."""
        now = self._join(self._of_sources(domain), self._digests.of(self._template(domain)))
        digests, number = self._templates.get(domain, ("", 0))
        return number if digests and digests == now else None

    def messages_by_stamp(self, domain: str) -> int | None:
        """What `messages` says, where that takes no reading; None where it does."""
        files = (*self._sources(domain), self._template(domain))
        if domain not in self._templates or any(self._digests.by_stamp(path) is None for path in files):
            return None
        return self.messages(domain)

    def add_template(self, domain: str, template: Catalog) -> None:
        """Its sources, which were read after `messages` was asked for, make this very template.

        Those that may have changed meanwhile are not known, and are read again next time.
        """
        if all(map(self._digests.vouches_for, self._sources(domain))):
            written = hashlib.sha256(po.encode(template)).hexdigest()
            self._set_template(domain, self._join(self._of_sources(domain), written), len(template.messages))

    def is_synced(self, locale: str, domain: str) -> bool:
        """True where the template and the catalog are byte for byte what sync once found to agree."""
        digests = self._synced.get(self.catalog(locale, domain))
        return digests is not None and digests == self._of_pair(locale, domain)

    def add_synced(self, locale: str, domain: str) -> None:
        """The template and the catalog agree, as the workspace has read or saved them."""
        if digests := self._of_read(locale, domain):
            self._synced[self.catalog(locale, domain)] = digests
            self._is_new = True

    def has_catalog(self, locale: str, domain: str) -> bool:
        return bool(self._digests.of(self.catalog(locale, domain)))

    def counts(self, locale: str, domain: str) -> Progress | None:
        """What was counted in a template and a catalog that are as they were then."""
        return self._counted(locale, domain, self._digests.of)

    def counts_by_stamp(self, locale: str, domain: str) -> Progress | None:
        """What `counts` says, where that takes no reading; None where it does."""
        return self._counted(locale, domain, self._digests.by_stamp)

    def add_counts(self, locale: str, domain: str, counts: Progress) -> None:
        """Counted in the template and the catalog as the workspace has read them."""
        self._set_counts(locale, domain, self._of_read(locale, domain), counts)

    # ---- for those who look at very many files, each once

    def wanted(self, locale: str, domain: str) -> str:
        """The path of what says what there is to translate; see `Workspace.wanted_path`."""
        if domain not in self._wanted_paths:
            self._wanted_paths[domain] = self._template(domain) if self.workspace.has_template(domain) else ""
        return self._wanted_paths[domain] or self.catalog(locale, domain)

    def look(self, path: str) -> bytes | None:
        """Ask for a file. What it holds, where it had to be read for that."""
        return self._digests.look(path)

    def read(self, path: str) -> bytes | None:
        """What a file held when it was asked for; None where it was not there, or holds something else by now."""
        return self._digests.read(path)

    def add_looked_at(self, locale: str, domain: str, counts: Progress) -> None:
        """Counted in the template and the catalog as this index has looked at them or read them."""
        self._set_counts(locale, domain, self._of_pair(locale, domain), counts)

    def add_agreeing(self, domain: str, messages: int) -> None:
        """Its sources make this very template, as this index has looked at them or read them."""
        pair = self._join(self._of_sources(domain), self._digests.of(self._template(domain)))
        self._set_template(domain, pair, messages)

    def learnt(self) -> Learnt:
        """What this process has found out."""
        return Learnt(self._digests.learnt(), self._new_templates, self._new_counts)

    def learn(self, learnt: Learnt) -> None:
        """What another process has found out for this run."""
        self._digests.learn(learnt.asked)
        self._templates.update(learnt.templates)
        self._counts.update(learnt.counts)
        self._is_new = True

    def save(self) -> None:
        """Keep it for the next run; where that cannot be, it costs only that run's time."""
        self._digests.save()
        if self._is_new:
            for part in self.__dict__.keys() & {"_templates", "_synced", "_counts"}:  # those that were read
                setattr(self._kept, part[1:], msgspec.Raw(msgspec.json.encode(getattr(self, part))))
            caches.save(self.workspace.root, _FILE, self._kept)

    def _counted(self, locale: str, domain: str, ask: Callable[[str], str | None]) -> Progress | None:
        catalog = self.catalog(locale, domain)
        known = self._counts.get(catalog)
        if known is None or known[0] != self._join(ask(self.wanted(locale, domain)), ask(catalog)):
            return None
        from l10n.steps.progress import Progress  # most commands count nothing

        _, messages, words = known
        return Progress(
            messages=dict(zip(_STATES, messages, strict=True)), words=dict(zip(_STATES, words, strict=True))
        )

    def _set_template(self, domain: str, digests: Pair, messages: int) -> None:
        self._templates[domain] = self._new_templates[domain] = (digests, messages)
        self._is_new = True

    def _set_counts(self, locale: str, domain: str, digests: Pair, counts: Progress) -> None:
        if digests:
            found = (digests, [counts.messages[state] for state in _STATES], [counts.words[state] for state in _STATES])
            catalog = self.catalog(locale, domain)
            self._counts[catalog] = self._new_counts[catalog] = found
            self._is_new = True

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

    def _of_pair(self, locale: str, domain: str) -> Pair:
        return self._join(self._digests.of(self.wanted(locale, domain)), self._digests.of(self.catalog(locale, domain)))

    def _of_read(self, locale: str, domain: str) -> Pair:
        read, workspace = self.workspace.catalog_files, self.workspace
        paths = (workspace.wanted_path(locale, domain), workspace.catalog_path(locale, domain))
        return self._join(*map(read.digest, paths))

    def catalog(self, locale: str, domain: str) -> str:
        return self._layout.catalog(locale, domain)

    def _template(self, domain: str) -> str:
        return self._layout.template(domain) or ""

    @staticmethod
    def _join(one: str | None, other: str | None) -> Pair:
        """Both digests; empty where one of the files is not there."""
        return f"{one} {other}" if one and other else ""
