"""A project's own catalogs as a depot: what a pipeline may have of them, made when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from l10n import __version__
from l10n.errors import InvalidInputError
from l10n.formats import manifest as manifest_format
from l10n.formats import po
from l10n.model.catalog import ARTICLES, Catalog, short_name
from l10n.model.manifest import Manifest, ManifestCatalog, ManifestFile, ManifestGate
from l10n.model.message import MessageKey
from l10n.model.publishing import Fallback, Policy
from l10n.model.state import State
from l10n.segmentation.article import split
from l10n.steps.pull import pull
from l10n.workspace.project import Workspace
from l10n.workspace.staging import listed

_ALL = Policy(gate=State.DRAFT, percent=0.0)
"""Whatever any gate could ask for; who pulls holds it against a gate of its own."""


@dataclass
class CatalogDepot:
    """Catalogs of some locales and domains. Texts that no gate would let out, stale and rejected ones, are empty.

    A catalog that is not there yet is listed with its words and without a file: it passes no gate.
    """

    workspace: Workspace
    wanted: Iterable[tuple[str, str]]
    """Locales and domains."""
    _contents: dict[str, bytes] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        return str(self.workspace.root)

    def manifest(self) -> bytes:
        catalogs = []
        for tag, domain in self.wanted:
            settings = self.workspace.settings.locale(tag)
            rules = Policy(
                gate=settings.gate.state, percent=settings.gate.percent, fallback=Fallback(settings.fallback)
            )
            catalog = self.workspace.load_catalog(tag, domain)
            path = f"{tag}/{domain}.po"
            keys = self._source_keys(domain, catalog)
            known = catalog or po.decode(b"").catalog
            pulled = pull(known, locale=tag, domain=domain, policy=rules, wanted=keys, kept=_ALL)
            verdict = pulled.verdict
            if catalog is not None:
                self._contents[path] = po.encode(pulled.catalog)
            catalogs.append(
                ManifestCatalog(
                    locale=tag,
                    domain=domain,
                    path=path,
                    source_language=self.workspace.settings.source_language(domain),
                    words=dict(verdict.words),
                    gate=ManifestGate(state=rules.gate, percent=rules.percent),
                    fallback=rules.fallback,
                    below=verdict.below,
                )
            )
        files = tuple(listed(path, data) for path, data in self._contents.items())
        tool = f"l10n {__version__}"
        return manifest_format.serialize(Manifest(tool=tool, files=files, catalogs=tuple(catalogs))).encode()

    def signature(self) -> None:
        """Nobody signs what is made while it is asked for."""

    def pieces(self, file: ManifestFile, start: int) -> Iterator[bytes]:
        if file.path not in self._contents:
            raise InvalidInputError("file-missing", "it has no {file}.", file=file.path, path=self.shown)
        yield self._contents[file.path][start:]

    def _source_keys(self, domain: str, catalog: Catalog | None) -> list[MessageKey]:
        """The messages that a domain's source has now."""
        if domain.startswith(ARTICLES):
            return [unit.key for unit in split(self.workspace.load_article(short_name(domain)))]
        wanted = self.workspace.load_template(domain) if self.workspace.has_template(domain) else catalog
        return list(wanted.by_key) if wanted else []
