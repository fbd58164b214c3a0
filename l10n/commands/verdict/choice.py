"""Which messages a verdict on many is about: by name, state, origin and findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from l10n.checks.contract import Subject
from l10n.commands.console import plural
from l10n.commands.domains import domain_of, needed_catalog, translated_domains
from l10n.errors import UsageError
from l10n.model.catalog import Catalog
from l10n.model.conflict import conflicting_texts, with_theirs
from l10n.model.finding import Finding, Severity
from l10n.model.message import Message, MessageKey
from l10n.model.state import State, standing
from l10n.model.suggestion import suggestion_of, taken
from l10n.steps.check import check, subjects_of
from l10n.steps.check_locale import check_locale
from l10n.steps.select import find_among
from l10n.workspace import Workspace
from l10n.workspace.checking import background, wanted_checks
from l10n.workspace.checkup import dismissals

Text = Callable[[Message], Message]
Place = tuple[str, MessageKey]
"""A domain, and a message of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the command line says of the messages that are meant. A message must fit all that is said."""

    articles: list[str] | None = None
    messages: list[str] = field(default_factory=list)
    """Ids, roles, or parts of texts."""
    states: list[State] = field(default_factory=list)
    origins: list[str] = field(default_factory=list)
    """`argos`, `argos en_nb`, `human`."""
    checks: list[str] = field(default_factory=list)
    """Only messages with findings of these checks; with `clean`, only those without."""
    clean: bool = False
    """Only messages without errors and warnings, of any check or of those named."""
    all_articles: bool = False

    @property
    def is_narrow(self) -> bool:
        return bool(self.messages or self.states or self.origins or self.checks or self.clean)


def catalogs_of(workspace: Workspace, locale: str, choice: Choice) -> dict[str, Catalog]:
    """The catalogs to choose from, by domain: those named, which must be there, or all that are."""
    if choice.articles:
        domains = dict.fromkeys(domain_of(workspace, name) for name in choice.articles)
        return {domain: needed_catalog(workspace, locale, domain) for domain in domains}
    loaded = {domain: workspace.load_catalog(locale, domain) for domain in translated_domains(workspace, locale)}
    return {domain: catalog for domain, catalog in loaded.items() if catalog}


def choose(
    workspace: Workspace, locale: str, catalogs: Mapping[str, Catalog], choice: Choice, text: Text | None
) -> dict[str, list[MessageKey]]:
    """Domain → the messages that are meant, each once. Raises UsageError for a message or check that is not there,
    and for a named message that has not what `text` is to take."""
    if choice.messages:
        named = [find_among(catalogs, wanted) for wanted in choice.messages]
        for _, message in named:
            _check_has(message, text)
        places: Iterable[Place] = dict.fromkeys((domain, message.key) for domain, message in named)
    else:
        places = [
            (domain, message.key)
            for domain, catalog in catalogs.items()
            for message in catalog.live
            if _has(message, text)
        ]
    chosen: dict[str, list[MessageKey]] = {domain: [] for domain in catalogs}
    for domain, key in places:
        if _fits(catalogs[domain].by_key[key], choice):
            chosen[domain].append(key)
    if choice.checks or choice.clean:
        found = _found(workspace, locale, catalogs, choice)
        chosen = {
            domain: [key for key in keys if ((domain, key) in found) is not choice.clean]
            for domain, keys in chosen.items()
        }
    return chosen


def _has(message: Message, text: Text | None) -> bool:
    """True where there is a text to judge: the one that stands there, or the one that is to be taken."""
    if text is with_theirs:
        return len(conflicting_texts(message)) == 1
    if text is taken:
        return suggestion_of(message) is not None
    return standing(message).state is not State.NEW


def _check_has(message: Message, text: Text | None) -> None:
    if text is with_theirs and (others := len(conflicting_texts(message))) != 1:
        raise UsageError(
            "several-suggestions",
            "{msgid!r} has {texts}; --theirs is for messages with one.",
            msgid=message.msgid[:60],
            texts=plural(others, "other text"),
            hint="l10n review shows the texts; keep the right one in a PO editor." if others else "",
        )
    if text is taken and suggestion_of(message) is None:
        raise UsageError(
            "no-suggestion",
            "Nothing is suggested for {msgid!r}.",
            msgid=message.msgid[:60],
            hint="Ask for it: l10n draft",
        )


def _fits(message: Message, choice: Choice) -> bool:
    found = standing(message)
    origin = str(found.origin or "").casefold()
    wanted = [name.casefold() for name in choice.origins]
    is_state = not choice.states or found.state in choice.states
    return is_state and (not wanted or any(origin == name or origin.startswith(f"{name} ") for name in wanted))


def _found(workspace: Workspace, locale: str, catalogs: Mapping[str, Catalog], choice: Choice) -> set[Place]:
    """Where the checks find something; for `clean`, an error or a warning.

    Hints may be wrong, so they spoil nothing; but who asks for the findings of a check means all of them. What was
    dismissed is no finding.
    """
    checks, severities = wanted_checks(workspace, choice.checks or None), workspace.settings.checks.severity
    known = background(workspace, locale)
    findings: list[Finding] = []
    subjects: list[Subject] = []
    for domain in translated_domains(workspace, locale):
        catalog = catalogs.get(domain) or workspace.load_catalog(locale, domain)
        if catalog is None:
            continue
        language = workspace.settings.source_language(domain)
        subjects += subjects_of(catalog, locale=locale, domain=domain, source_language=language, background=known)
        if domain in catalogs:
            findings += check(
                catalog, locale=locale, domain=domain, source_language=language,
                checks=checks, background=known, severities=severities,
            )  # fmt: skip
    findings += check_locale(subjects, checks=checks, severities=severities)
    silent = dismissals(workspace, locale)
    return {
        (one.domain, one.key)
        for one in findings
        if (not choice.clean or one.severity is not Severity.HINT)
        and (one.domain not in catalogs or silent.of(one, catalogs[one.domain].by_key[one.key]) is None)
    }
