"""Drafting one catalog after another, each saved whole before the next: what `l10n draft` does, without its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from l10n.commands import session
from l10n.commands.domains import needed_catalog, translated_domains
from l10n.commands.engines import Engines
from l10n.engines.chain import Chain
from l10n.errors import EngineError
from l10n.model.catalog import Catalog
from l10n.model.locale import canonical
from l10n.model.memory import Memory
from l10n.model.memory_unit import Languages
from l10n.model.provenance import Origin
from l10n.settings import Settings
from l10n.steps.draft import Drafting, draft
from l10n.steps.draft_plan import Pivot, Plan, plan_drafts
from l10n.workspace import Workspace
from l10n.workspace.memory import TranslationMemory

Progress = Callable[[str, str, int, int], None]
"""Told (locale, domain, messages done, messages in all) after each batch."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one catalog."""

    locale: str
    domain: str
    path: str
    engine: str
    """The engines that were to draft it, the preferred one first: `openai, argos`."""
    plan: Plan
    drafting: Drafting | None = None
    """None in a dry run."""
    error: EngineError | None = None
    """Why messages wait or failed, where that is the engine's fault."""
    pivot: str = ""
    """The locale whose texts messages wait for, where it is not the engine's fault."""


@dataclass
class Drafter:
    """Holds the engines of a run, so that each is made once, and what a locale's people have written already."""

    workspace: Workspace
    engines: Engines
    engine: str = ""
    """Use this engine for every locale, whatever l10n.toml says."""
    refresh: bool = False
    write: bool = True
    missing: list[str] = field(default_factory=list)
    """Catalogs that `sync` has still to make."""
    _memories: dict[tuple[str, str], Memory] = field(default_factory=dict)

    def engine_names(self, locale: str, domain: str) -> tuple[str, ...]:
        """Who drafts a domain of a locale, the preferred one first; none for nobody."""
        return (self.engine,) if self.engine else self.workspace.settings.locale(locale).engines(domain)

    def has_engine(self, locale: str) -> bool:
        """True where somebody drafts any of a locale's domains."""
        return bool(self.engine or self.workspace.settings.locale(locale).engine)

    def domains(self, locale: str, articles: list[str] | None) -> list[str]:
        """The domains of a locale that somebody drafts: all of them, or of the articles named."""
        known = translated_domains(self.workspace, locale, articles)
        return [domain for domain in known if self.engine_names(locale, domain)]

    def outcomes(self, locale: str, articles: list[str] | None, progress: Progress) -> Iterator[Outcome]:
        """Draft every catalog of a locale; what is not there yet goes to `missing`, unless it was asked for by name."""
        for domain in self.domains(locale, articles):
            catalog = (
                needed_catalog(self.workspace, locale, domain)
                if articles
                else self.workspace.load_catalog(locale, domain)
            )
            if catalog is None:
                self.missing.append(self.workspace.shown(self.workspace.catalog_path(locale, domain)))
            else:
                yield self._outcome(locale, domain, catalog, progress)

    def close(self) -> None:
        self.engines.close()
        if "_outside" in self.__dict__:  # it was asked
            self._outside.close()

    @cached_property
    def _outside(self) -> TranslationMemory:
        return session.memory(self.workspace)

    def _outcome(self, locale: str, domain: str, catalog: Catalog, progress: Progress) -> Outcome:
        source = self.workspace.settings.source_language(domain)
        engine = self.engines.chain(self.engine_names(locale, domain))
        pivot = self._pivot(locale, domain, source)
        origins, errors = _origins(engine, locale, [pivot.locale, source] if pivot else [source])
        plan = plan_drafts(
            catalog,
            locale=locale,
            source_language=source,
            origins=origins,
            memory=self._memory(locale, source),
            pivot=pivot,
            accepted=engine.names,
            refresh=self.refresh,
        )
        blamed = errors.get(pivot.locale if pivot else source) if plan.waiting else None
        drafting = None
        if self.write:
            drafting = draft(
                catalog, plan.jobs, engine, locale=locale, domain=domain, at=session.now(),
                terms=self.workspace.load_glossary(locale),
                progress=lambda done: progress(locale, domain, done, len(plan.jobs)),
            )  # fmt: skip
            if drafting.entries:
                self.workspace.save_catalog(locale, domain, drafting.catalog, drafting.entries)
        return Outcome(
            locale=locale,
            domain=domain,
            path=self.workspace.shown(self.workspace.catalog_path(locale, domain)),
            engine=", ".join(engine.names),
            plan=plan,
            drafting=drafting,
            error=(drafting and drafting.error) or blamed or (engine.setback if plan.jobs else None),
            pivot=pivot.locale if pivot and plan.waiting and not blamed else "",
        )

    def _memory(self, locale: str, source: str) -> Memory:
        if (locale, source) not in self._memories:
            workspace = self.workspace
            domains = [domain for domain in workspace.domains() if workspace.settings.source_language(domain) == source]
            catalogs = [workspace.load_catalog(locale, domain) for domain in domains]
            languages = Languages(source, locale)
            self._memories[locale, source] = Memory(
                (catalog for catalog in catalogs if catalog),
                lambda text: self._outside.exact(languages, text, outside=True),
            )
        return self._memories[locale, source]

    def _pivot(self, locale: str, domain: str, source: str) -> Pivot | None:
        settings = self.workspace.settings.locale(locale)
        if not settings.pivot or canonical(settings.pivot) == source:
            return None
        tag = canonical(settings.pivot)
        catalog = self.workspace.load_catalog(tag, domain)
        return Pivot(locale=tag, catalog=catalog or Catalog(), least=settings.pivot_state)


def _origins(engine: Chain, locale: str, languages: list[str]) -> tuple[Mapping[str, Origin], dict[str, EngineError]]:
    """The languages that an engine can translate from, and why it cannot from the others."""
    origins: dict[str, Origin] = {}
    errors: dict[str, EngineError] = {}
    for language in languages:
        try:
            origins[language] = engine.origin(language, locale)
        except EngineError as error:
            errors[language] = error
    return origins, errors


def pivots_first(settings: Settings, locales: list[str]) -> list[str]:
    """The locales in an order in which a pivot is drafted before what is drafted from it."""
    ordered: list[str] = []

    def add(tag: str, above: tuple[str, ...]) -> None:
        pivot = settings.locale(tag).pivot
        if pivot and canonical(pivot) in locales and canonical(pivot) not in above:
            add(canonical(pivot), (*above, tag))
        if tag not in ordered:
            ordered.append(tag)

    for tag in locales:
        add(tag, (tag,))
    return ordered
