"""The checks of a project, run on portions of its catalogs: here, or in a process beside this one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from l10n.checks.contract import Check, CollectionCheck
from l10n.errors import InvalidInputError
from l10n.formats.po import Document
from l10n.model.catalog import Catalog
from l10n.model.collector import collector_at_rest
from l10n.model.finding import Finding
from l10n.model.message import MessageKey
from l10n.model.report import Reported
from l10n.model.state import seal
from l10n.steps.check import check, subjects_of
from l10n.steps.check_locale import check_locale
from l10n.steps.check_signatures import check_signatures
from l10n.steps.dismissals import Dismissals
from l10n.workspace.checking import background, wanted_checks
from l10n.workspace.project import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """Some messages of a catalog, few enough to share the work fairly."""

    locale: str
    domain: str
    start: int = 0
    stop: int | None = None
    """Of the live messages, in the order of the file."""
    only: frozenset[MessageKey] | None = None
    """Of these, only such as have one of these keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was found in a portion."""

    portion: Portion
    reported: tuple[Reported, ...] = ()
    broken: InvalidInputError | None = None
    """Why the catalog could not be read."""
    exists: bool = True
    texts: int = 0
    """How many messages there were to look at."""

    @property
    def was_read(self) -> bool:
        return self.exists and self.broken is None


class Checkup:
    """A project with its checks, ready to look at one portion after the other."""

    def __init__(self, workspace: Workspace, chosen: tuple[str, ...] = ()) -> None:
        """`chosen` are ids of checks; none means all that the project wants. Raises UsageError for an unknown one."""
        self.workspace = workspace
        self.checks = wanted_checks(workspace, list(chosen))
        self._has_signatures = not chosen
        self._background = cache(lambda locale: background(workspace, locale))
        self._dismissals = cache(lambda locale: dismissals(workspace, locale))
        self._ledger = cache(workspace.records.load_ledger)
        self._last: tuple[tuple[str, str], Document | None] | None = None

    @property
    def compares(self) -> bool:
        """True where there is a check that needs a whole locale."""
        return any(isinstance(one, CollectionCheck) for one in self.checks)

    def look(self, portion: Portion) -> Looked:
        """All findings in a portion, in the order of the file, but for those that come of comparing."""
        locale, domain = portion.locale, portion.domain
        try:
            document = self._document(locale, domain)
        except InvalidInputError as error:
            return Looked(portion=portion, broken=error)
        if document is None:
            return Looked(portion=portion, exists=False)
        catalog = document.catalog
        part = _part(catalog, portion)
        findings = check(
            catalog,
            locale=locale,
            domain=domain,
            source_language=self.workspace.settings.source_language(domain),
            checks=[one for one in self.checks if isinstance(one, Check)],
            background=self._background(locale),
            severities=self.workspace.settings.checks.severity,
            only=None if part is catalog else part.by_key.keys(),
        )
        if self._has_signatures:
            findings += self._signatures(part, locale, domain)
        return Looked(
            portion=portion, reported=tuple(self._reported(findings, document)), texts=sum(1 for _ in part.live)
        )

    def compare(self, locale: str, domains: Iterable[str], shown: Iterable[Portion]) -> list[Reported]:
        """What only a whole locale shows, as far as it is about a message of the portions to be shown."""
        documents: dict[str, Document] = {}
        for domain in domains:
            try:
                if document := self.workspace.read_document(locale, domain):
                    documents[domain] = document
            except InvalidInputError:
                continue  # whoever looks at it says so
        subjects = (
            subject
            for domain, document in documents.items()
            for subject in subjects_of(
                document.catalog,
                locale=locale,
                domain=domain,
                source_language=self.workspace.settings.source_language(domain),
                background=self._background(locale),
            )
        )
        found = check_locale(subjects, checks=self.checks, severities=self.workspace.settings.checks.severity)
        whole = {portion.domain: portion for portion in shown if portion.locale == locale}
        return [
            reported
            for domain, portion in whole.items()
            if domain in documents
            for reported in self._reported(
                [one for one in found if one.domain == domain and (portion.only is None or one.key in portion.only)],
                documents[domain],
            )
        ]

    def _document(self, locale: str, domain: str) -> Document | None:
        """The catalog's file; the last one is kept, for the portions of a large one come one after the other."""
        if self._last is None or self._last[0] != (locale, domain):
            self._last = ((locale, domain), self.workspace.read_document(locale, domain))
        return self._last[1]

    def _signatures(self, catalog: Catalog, locale: str, domain: str) -> list[Finding]:
        """Reviews by people who may not review; it is no check that a project can switch off."""
        settings = self.workspace.settings
        return check_signatures(
            catalog,
            locale=locale,
            domain=domain,
            reviewers=settings.locale(locale).reviewers,
            four_eyes=settings.review.four_eyes,
            ledger=self._ledger(locale),
        )

    def _reported(self, findings: list[Finding], document: Document) -> Iterator[Reported]:
        lines = document.lines_of({finding.key for finding in findings})
        seen: Counter[tuple[MessageKey, str]] = Counter()
        for finding in findings:
            repeat = seen[finding.key, finding.check]
            seen[finding.key, finding.check] += 1
            message = document.catalog.by_key[finding.key]
            yield Reported(
                finding=finding,
                path=self.workspace.shown(self.workspace.catalog_path(finding.locale, finding.domain)),
                line=lines[finding.key],
                seal=seal(message),
                repeat=repeat,
                dismissal=self._dismissals(finding.locale).of(finding, message),
            )


def dismissals(workspace: Workspace, locale: str) -> Dismissals:
    """The locale's dismissals, with the rules for who may dismiss."""
    return Dismissals(
        workspace.records.load_dismissals(locale),
        reviewers=workspace.settings.locale(locale).reviewers,
        four_eyes=workspace.settings.review.four_eyes,
        ledger=workspace.records.load_ledger(locale),
    )


def _part(catalog: Catalog, portion: Portion) -> Catalog:
    """The portion's messages; the very catalog where that is all of them."""
    if portion.start == 0 and portion.stop is None and portion.only is None:
        return catalog
    messages = islice(catalog.live, portion.start, portion.stop)
    return Catalog(messages=tuple(one for one in messages if portion.only is None or one.key in portion.only))


@cache
def _checkup(root: Path, chosen: tuple[str, ...]) -> Checkup:
    return Checkup(Workspace(root), chosen)


def look_at(root: Path, chosen: tuple[str, ...], portion: Portion) -> Looked:
    """`Checkup.look` in a process beside this one, which makes its checks ready once."""
    with collector_at_rest():
        return _checkup(root, chosen).look(portion)


def compare_at(
    root: Path, chosen: tuple[str, ...], locale: str, domains: list[str], shown: list[Portion]
) -> list[Reported]:
    """`Checkup.compare` in a process beside this one."""
    with collector_at_rest():
        return _checkup(root, chosen).compare(locale, domains, shown)
