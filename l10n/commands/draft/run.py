"""Drafting catalog after catalog, each saved whole: what `l10n draft` does, without its words."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import cached_property

from l10n.commands import session
from l10n.commands.domains import needed_catalog, translated_domains
from l10n.commands.draft.answering import Answered, Answering
from l10n.commands.draft.engines import Engines
from l10n.commands.draft.executors import InlineExecutor
from l10n.commands.draft.remembered import Remembered
from l10n.engines.chain import Chain
from l10n.errors import EngineError
from l10n.model.catalog import ARTICLES, Catalog
from l10n.model.glossary import kept_terms
from l10n.model.ledger import LedgerEntry
from l10n.model.locale import canonical
from l10n.model.memory_unit import Languages
from l10n.model.provenance import Origin
from l10n.model.state import State
from l10n.settings import Settings
from l10n.steps.article_names import article_names
from l10n.steps.draft import Drafting, draft
from l10n.steps.draft_plan import Pivot, Plan, plan_drafts
from l10n.workspace import Workspace

_TOGETHER = 16
"""Catalogs whose texts go to the machines together: a batch of many sentences is worth several small ones. The
groups are the same whatever is drafted already, so that a run that was killed goes on with the same portions."""


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


@dataclass(frozen=True, kw_only=True)
class _Planned:
    """A catalog and what is to be drafted in it."""

    locale: str
    domain: str
    catalog: Catalog
    engine: Chain
    plan: Plan
    blamed: EngineError | None
    pivot: str


@dataclass
class Drafter:
    """Holds the engines of a run, so that each is made once, and what a locale's people have written already."""

    workspace: Workspace
    engines: Engines
    engine: str = ""
    """Use this engine for every locale, whatever l10n.toml says."""
    refresh: bool = False
    write: bool = True
    executor: Executor = field(default_factory=InlineExecutor)
    ahead: int = 0
    """How many groups of catalogs are handed over before the first is waited for."""
    progress: Callable[[int], None] = lambda words: None
    missing: list[str] = field(default_factory=list)
    """Catalogs that `sync` has still to make."""
    _recorded: dict[str, set[tuple[str, str, str]]] = field(default_factory=dict)

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

    @cached_property
    def _remembered(self) -> Remembered:
        return Remembered(self.workspace)

    @cached_property
    def _answering(self) -> Answering:
        return Answering(executor=self.executor, journal=self.workspace.journal(), progress=self.progress)

    def outcomes(self, locale: str, articles: list[str] | None) -> Iterator[Outcome]:
        """Draft every catalog of a locale; what is not there yet goes to `missing`, unless it was asked for by name."""
        domains = self.domains(locale, articles)
        begun: deque[list[_Planned]] = deque()
        for start in range(0, len(domains), _TOGETHER):
            begun.append(self._begin(locale, domains[start : start + _TOGETHER], is_named=bool(articles)))
            if len(begun) > self.ahead:
                yield from map(self._finish, begun.popleft())
        for group in begun:
            yield from map(self._finish, group)

    def close(self, *, is_done: bool) -> None:
        """Let go of the engines and the memory; `is_done` where every answer has reached its catalog."""
        self.engines.close()
        self._remembered.close()
        if is_done and self.write:
            self.workspace.journal().clear()

    def _begin(self, locale: str, domains: list[str], *, is_named: bool) -> list[_Planned]:
        """Plan a group of catalogs, and hand their texts over together."""
        group: list[_Planned] = []
        for domain in domains:
            load = needed_catalog if is_named else Workspace.load_catalog
            catalog = load(self.workspace, locale, domain)
            if catalog is None:
                self.missing.append(self.workspace.shown(self.workspace.catalog_path(locale, domain)))
            else:
                group.append(self._planned(locale, domain, catalog))
        if self.write:
            texts: dict[tuple[tuple[str, ...], Origin, str], list[str]] = {}
            for one in group:
                for job in one.plan.jobs:
                    if not job.is_remembered:
                        texts.setdefault((one.engine.names, job.origin, job.language), []).extend(job.texts)
            keep = kept_terms(self.workspace.records.load_glossary(locale))
            for (names, origin, language), its_texts in texts.items():
                self._answering.ask(self.engines.chain(names), origin, its_texts, language, locale, keep)
        return group

    def _planned(self, locale: str, domain: str, catalog: Catalog) -> _Planned:
        source = self.workspace.settings.source_language(domain)
        languages = Languages(source, locale)
        engine = self.engines.chain(self.engine_names(locale, domain))
        pivot = self._pivot(locale, domain, source)
        origins, errors = _origins(engine, locale, [pivot.locale, source] if pivot else [source])
        plan = plan_drafts(
            catalog,
            locale=locale,
            source_language=source,
            origins=origins,
            memory=self._remembered.texts(languages),
            sentences=self._remembered.sentences(languages),
            pivot=pivot,
            accepted=engine.names,
            refresh=self.refresh,
        )
        blamed = errors.get(pivot.locale if pivot else source) if plan.waiting else None
        waits_for = pivot.locale if pivot and plan.waiting and not blamed else ""
        return _Planned(
            locale=locale, domain=domain, catalog=catalog, engine=engine, plan=plan, blamed=blamed, pivot=waits_for
        )

    def _finish(self, planned: _Planned) -> Outcome:
        """Wait for the answers to a catalog's texts, and save it with them."""
        locale, domain = planned.locale, planned.domain
        drafting, error = None, planned.blamed
        if self.write:
            answered = Answered(self._answering, planned.engine, planned.plan.jobs)
            drafting = draft(
                planned.catalog, planned.plan.jobs, answered, locale=locale, domain=domain, at=session.now(),
                terms=self.workspace.records.load_glossary(locale), names=self._names(planned),
            )  # fmt: skip
            error = answered.error or error
            if drafting.entries:
                entries = self._unrecorded(locale, drafting.entries)
                self.workspace.save_catalog(locale, domain, drafting.catalog, entries)
        return Outcome(
            locale=locale,
            domain=domain,
            path=self.workspace.shown(self.workspace.catalog_path(locale, domain)),
            engine=", ".join(planned.engine.names),
            plan=planned.plan,
            drafting=drafting,
            error=error or (planned.engine.setback if planned.plan.jobs else None),
            pivot=planned.pivot,
        )

    def _names(self, planned: _Planned) -> list[str]:
        """The names of an article. Words of an interface have none: they are short, and all begin with a capital."""
        if not planned.domain.startswith(ARTICLES) or not planned.plan.jobs:
            return []
        source = self.workspace.settings.source_language(planned.domain)
        terms = self.workspace.records.load_glossary(planned.locale)
        found = article_names(planned.catalog.live, terms, source_language=source, locale=planned.locale)
        return [name for name, _ in found]

    def _unrecorded(self, locale: str, entries: Iterable[LedgerEntry]) -> list[LedgerEntry]:
        """What does not stand in the ledger yet: a run that was killed may have come that far."""
        if locale not in self._recorded:
            self._recorded[locale] = {
                (one.seal, one.origin, one.text)
                for one in self.workspace.records.load_ledger(locale)
                if one.state is State.DRAFT
            }
        known = self._recorded[locale]
        return [one for one in entries if (one.seal, one.origin, one.text) not in known]

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
