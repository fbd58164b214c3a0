"""Check the translations of a catalog."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from l10n.checks.contract import Check, Fault, Subject
from l10n.model.catalog import Catalog
from l10n.model.finding import Finding, Severity
from l10n.model.message import Message
from l10n.model.state import standing


def check(
    catalog: Catalog, *, locale: str, domain: str, source_language: str, checks: Sequence[Check]
) -> list[Finding]:
    """All findings in the catalog, by message and then by check. Messages without any text are not looked at.

    A check that fails on a text yields a warning that says so: one bad check or text never hides the others.
    """
    return [
        Finding(
            check=one.id,
            severity=fault.severity,
            message=fault.text,
            advice=fault.advice,
            locale=locale,
            domain=domain,
            key=message.key,
            state=standing(message).state,
            span=fault.span,
        )
        for message in catalog.live
        for subject in _subjects(message, locale=locale, domain=domain, source_language=source_language)
        for one in checks
        for fault in _guarded(one, subject)
    ]


def _subjects(message: Message, *, locale: str, domain: str, source_language: str) -> Iterator[Subject]:
    """One for each plural form, or one; none for a message that is not translated at all."""
    if not any(message.msgstr):
        return
    for form, target in enumerate(message.msgstr):
        source = message.msgid_plural if form and message.msgid_plural is not None else message.msgid
        yield Subject(
            source=source,
            target=target,
            source_language=source_language,
            locale=locale,
            domain=domain,
            message=message,
            form=form,
        )


def _guarded(check: Check, subject: Subject) -> list[Fault]:
    if not subject.target and check.id != "empty":
        return []
    try:
        return list(check.find(subject))
    except Exception as error:  # a check may be a third party's, and the text anyone's
        text = f"The check could not judge this text ({type(error).__name__}: {error})."
        return [Fault(Severity.WARNING, text, "Look at the text yourself, and report the check.")]
