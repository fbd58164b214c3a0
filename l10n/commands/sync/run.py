"""Syncing many catalogs: which need to be read, and in which portions they are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from l10n.errors import InvalidInputError, L10nError
from l10n.model.catalog import ARTICLES, Catalog
from l10n.model.comment import Comment
from l10n.model.header import catalog_header
from l10n.model.ledger import LedgerEntry
from l10n.model.state import seal
from l10n.model.synced import Synced
from l10n.workspace import Workspace
from l10n.workspace.catalog_files import CatalogEdit
from l10n.workspace.index import Index

_TOGETHER = 128
"""Catalogs that are written in one go, and held until then."""
_NOTHING = Synced(catalog=Catalog(), changes=(), unchanged=0)
"""For a template and a catalog that are byte for byte what an earlier sync left: neither was read."""
Said = TypeVar("Said")


class Outcome(NamedTuple):
    """What sync makes of one catalog."""

    locale: str
    domain: str
    path: str
    exists: bool = True
    changed: bool = False
    synced: Synced = _NOTHING
    fault: InvalidInputError | None = None
    """Why it was left alone: the catalog cannot be understood, or there is no template."""
    renamed_from: str = ""
    """The path of the catalog it was begun from, where its article has another name now."""


class Told(NamedTuple, Generic[Said]):
    """What is kept of an outcome: of very many, not their messages."""

    changed: bool
    fault: InvalidInputError | None
    said: Said


@dataclass
class Run(Generic[Said]):
    """One run over some catalogs."""

    index: Index
    write: bool
    read_all: bool
    """Those too that are known to be as an earlier sync left them."""
    tell: Callable[[Outcome], Said]
    _edits: list[CatalogEdit] = field(default_factory=list)
    _locales: dict[str, _Locale] = field(default_factory=dict)

    def over(self, catalogs: Sequence[tuple[str, str]]) -> list[Told[Said]]:
        """Sync (locale, domain) pairs, each template read once for all its locales. Told in the order given."""
        locales: dict[str, list[str]] = defaultdict(list)
        for locale, domain in catalogs:
            locales[domain].append(locale)
        told: dict[tuple[str, str], Told[Said]] = {}
        for domain, tags in locales.items():
            for outcome in self._domain(domain, tags):
                told[outcome.locale, domain] = Told(outcome.changed, outcome.fault, self.tell(outcome))
            if len(self._edits) >= _TOGETHER:
                self._save()
        self._save()
        return [told[place] for place in catalogs]

    def _domain(self, domain: str, tags: list[str]) -> Iterable[Outcome]:
        """The catalogs of one domain; those that change wait to be written."""
        template: Catalog | None = None
        waiting = len(self._edits)
        for tag in tags:
            outcome = Outcome(locale=tag, domain=domain, path=self.index.workspace.layout.catalog(tag, domain))
            if not self.read_all and self.index.is_synced(tag, domain):
                yield outcome
                continue
            try:
                template = template or _template(self.index.workspace, domain)
                yield self._catalog(outcome, template)
            except InvalidInputError as fault:
                yield outcome._replace(fault=fault)
        if template and waiting == len(self._edits):
            self.index.workspace.catalog_files.forget(self.index.workspace.template_path(domain))

    def _catalog(self, outcome: Outcome, template: Catalog) -> Outcome:
        from l10n.steps.sync import sync  # these rules of sync are many, and most runs need none of them

        tag, domain, workspace = outcome.locale, outcome.domain, self.index.workspace
        locale = self._locales.setdefault(tag, _Locale(workspace, tag))
        catalog = workspace.load_catalog(tag, domain)
        before, renamed_from = (catalog, "") if catalog else locale.first(domain, template)
        source = workspace.settings.source_language(domain)
        synced = sync(template, before, source_language=source, locale=tag)
        changed = catalog is None or synced.catalog is not catalog
        if not changed:
            self.index.add_synced(tag, domain)
        if changed and self.write:
            verdicts, said = locale.verdicts(before, synced), locale.said(domain, synced)
            self._edits.append(CatalogEdit(tag, domain, synced.catalog, verdicts, said))
        else:
            workspace.catalog_files.forget(workspace.catalog_path(tag, domain))
        return outcome._replace(exists=catalog is not None, changed=changed, synced=synced, renamed_from=renamed_from)

    def _save(self) -> None:
        """Write what waits, in one go; where that fails, one by one up to the one it fails for."""
        store = self.index.workspace.catalog_files
        try:
            store.save(self._edits)
        except L10nError:
            for edit in self._edits:
                store.save([edit])
        for edit in self._edits:
            self.index.add_synced(edit.locale, edit.domain)
        for edit in self._edits:
            store.forget(self.index.workspace.catalog_path(edit.locale, edit.domain))
            store.forget(self.index.workspace.template_path(edit.domain))
        self._edits.clear()


@dataclass
class _Locale:
    """What is kept beside the catalogs of a locale, read once in a run."""

    workspace: Workspace
    tag: str

    def first(self, domain: str, template: Catalog) -> tuple[Catalog, str]:
        """What a new catalog begins with, and the path of the catalog it is taken from, if its article was renamed."""
        from l10n.steps.predecessor import predecessor

        found = predecessor(template, self._orphans.values()) if domain.startswith(ARTICLES) else None
        if found is None:
            return Catalog(header=catalog_header(domain, self.workspace.settings.source_language(domain), self.tag)), ""
        name = next(orphan for orphan, catalog in self._orphans.items() if catalog is found)
        header = replace(found.header, msgstr=(found.header.text.replace(f": {name}\n", f": {domain}\n"),))
        return replace(found, header=header), self.workspace.shown(self.workspace.catalog_path(self.tag, name))

    def verdicts(self, before: Catalog, synced: Synced) -> tuple[LedgerEntry, ...]:
        """Verdicts on texts whose source reads the same, which follow them to their new seals."""
        from l10n.steps.follow import follow, resealings

        resealed = resealings(synced.changes, before, synced.catalog)
        seals = dict.fromkeys([*resealed, *map(seal, resealed.values())])
        added = follow([entry for its_seal in seals for entry in self._ledger[its_seal]], resealed) if seals else []
        for entry in added:
            self._ledger[entry.seal].append(entry)
        return tuple(added)

    def said(self, domain: str, synced: Synced) -> tuple[Comment, ...]:
        """Comments that follow their message to its new source."""
        from l10n.steps.carry_comments import carry_comments

        return tuple(carry_comments(self._comments[domain], domain, synced.changes))

    @cached_property
    def _ledger(self) -> dict[str, list[LedgerEntry]]:
        entries: dict[str, list[LedgerEntry]] = defaultdict(list)
        for entry in self.workspace.records.load_ledger(self.tag):
            entries[entry.seal].append(entry)
        return entries

    @cached_property
    def _comments(self) -> dict[str, list[Comment]]:
        comments: dict[str, list[Comment]] = defaultdict(list)
        for one in self.workspace.records.load_comments(self.tag):
            comments[one.domain].append(one)
        return comments

    @cached_property
    def _orphans(self) -> dict[str, Catalog]:
        names = self.workspace.orphan_catalogs(self.tag)
        found = {name: self.workspace.load_catalog(self.tag, name) for name in names}
        return {name: catalog for name, catalog in found.items() if catalog}


def _template(workspace: Workspace, domain: str) -> Catalog:
    template = workspace.load_template(domain)
    if template is None:
        path = workspace.shown(workspace.template_path(domain))
        if workspace.settings.adopting(domain):
            raise InvalidInputError(
                "no-template-yet", "there is no template yet.", path=path, hint="Let the tool that makes it write it."
            )
        raise InvalidInputError(
            "no-template-yet", "there is no template yet.", path=path, hint="Write the templates: l10n extract"
        )
    return template
