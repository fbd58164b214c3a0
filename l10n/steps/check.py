"""Check the translations of a catalog."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import attrgetter

from l10n.checks.background import NO_BACKGROUND, Background, Sources
from l10n.checks.contract import AnyCheck, Check, Fault, Subject
from l10n.checks.sieve import Sieve, sieve_of
from l10n.model.catalog import Catalog
from l10n.model.finding import Finding, Severity
from l10n.model.message import MessageKey
from l10n.model.state import standing

NO_SEVERITIES: Mapping[str, Severity] = {}
_BATCH = 256
"""Texts that a check goes through before the next one does."""


def check(
    catalog: Catalog,
    *,
    locale: str,
    domain: str,
    source_language: str,
    checks: Sequence[AnyCheck],
    background: Background = NO_BACKGROUND,
    severities: Mapping[str, Severity] = NO_SEVERITIES,
    only: Collection[MessageKey] | None = None,
) -> list[Finding]:
    """All findings in the catalog, by message and then by check. Messages without any text are not looked at.

    `severities` are the project's own, by check id. `only` names the messages to look at; None means all. Checks
    that compare a whole locale are passed over: see check_locale.py. A check that fails on a text yields a warning
    that says so: one bad check or text never hides the others.
    """
    subjects = subjects_of(
        catalog, locale=locale, domain=domain, source_language=source_language, background=background, only=only
    )
    return check_subjects(subjects, checks=checks, severities=severities)


def check_subjects(
    subjects: Iterable[Subject], *, checks: Sequence[AnyCheck], severities: Mapping[str, Severity] = NO_SEVERITIES
) -> list[Finding]:
    """As `check`, for texts of however many catalogs: going through few of many at once takes half the time."""
    single = tuple(one for one in checks if isinstance(one, Check))
    return [
        finding_of(one.id, fault, subject, severities)
        for (source_language, locale), texts in groupby(subjects, key=attrgetter("source_language", "locale"))
        for batch in _batches(texts)
        for subject, one, fault in _faults(sieve_of(single, source_language, locale), batch)
    ]


def _batches(texts: Iterator[Subject]) -> Iterator[list[Subject]]:
    return iter(lambda: list(islice(texts, _BATCH)), [])


def subjects_of(
    catalog: Catalog,
    *,
    locale: str,
    domain: str,
    source_language: str,
    background: Background = NO_BACKGROUND,
    only: Collection[MessageKey] | None = None,
) -> Iterator[Subject]:
    """The translated texts of a catalog, in its order."""
    sources = Sources(texts=tuple(message.msgid for message in catalog.live))
    for message in catalog.live:
        if only is None or message.key in only:
            yield from Subject.all_of(
                message,
                source_language=source_language,
                locale=locale,
                domain=domain,
                background=background,
                sources=sources,
            )


def finding_of(check_id: str, fault: Fault, subject: Subject, severities: Mapping[str, Severity]) -> Finding:
    """The fault as a finding, as severe as the project will have it."""
    return Finding(
        check=check_id,
        severity=severities.get(check_id, fault.severity),
        message=fault.text,
        advice=fault.advice,
        locale=subject.locale,
        domain=subject.domain,
        key=subject.message.key,
        state=standing(subject.message).state,
        form=subject.form,
        span=fault.span,
        fix=fault.fix,
    )


def failure(error: Exception) -> Fault:
    """What is said in place of a check that broke: it may be a third party's, and the text anyone's."""
    text = f"The check could not judge this text ({type(error).__name__}: {error})."
    return Fault(Severity.WARNING, text, "Look at the text yourself, and report the check.")


def _faults(sieve: Sieve, batch: Sequence[Subject]) -> list[tuple[Subject, Check, Fault]]:
    """What all checks find in some texts, by text and then by check.

    One check goes through all of its texts before the next one does: it and its tables stay in the processor's cache.
    """
    found = [(subject, one, fault) for one, seen in sieve.sift(batch) for subject, fault in _faults_of(one, seen)]
    if len(found) > 1:
        places = {id(subject): at for at, subject in enumerate(batch)}
        found.sort(key=lambda each: places[id(each[0])])
    return found


def _faults_of(check: Check, seen: Sequence[Subject]) -> list[tuple[Subject, Fault]]:
    """The texts are guarded one by one only where the check broke on one of them: a guard each costs as much as most
    checks do."""
    find = check.find
    try:
        return [(subject, fault) for subject in seen for fault in find(subject)]
    except Exception:
        return [(subject, fault) for subject in seen for fault in _guarded(check, subject)]


def _guarded(check: Check, subject: Subject) -> Iterable[Fault]:
    try:
        return list(check.find(subject))
    except Exception as error:
        return [failure(error)]
