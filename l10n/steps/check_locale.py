"""Check what only a whole locale shows: one source with two translations, one word with three."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from l10n.checks.contract import AnyCheck, CollectionCheck, Fault, Subject
from l10n.model.finding import Finding, Severity
from l10n.steps.check import NO_SEVERITIES, failure, finding_of


def check_locale(
    subjects: Iterable[Subject], *, checks: Sequence[AnyCheck], severities: Mapping[str, Severity] = NO_SEVERITIES
) -> list[Finding]:
    """The findings of the checks that compare, by check; the others are passed over: see check.py.

    `subjects` are all texts of one locale, as `subjects_of` gives them for each catalog. They are gone through only
    where there is such a check. One that fails yields a warning on the first text.
    """
    comparing = [one for one in checks if isinstance(one, CollectionCheck)]
    texts = [subject for subject in subjects if subject.target] if comparing else []
    return [
        finding_of(one.id, fault, subject, severities) for one in comparing for subject, fault in _guarded(one, texts)
    ]


def _guarded(check: CollectionCheck, texts: list[Subject]) -> Iterator[tuple[Subject, Fault]]:
    try:
        yield from list(check.find(texts))
    except Exception as error:
        if texts:
            yield texts[0], failure(error)
