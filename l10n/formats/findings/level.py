"""How grave a finding is where a program decides by it."""

from __future__ import annotations

from collections.abc import Iterable

from l10n.model.finding import Severity
from l10n.model.report import Reported

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.HINT)


def level(reported: Reported) -> Severity:
    """Its severity; but an error that blocks nothing, in a draft that nobody vouches for, is a warning."""
    severity = reported.finding.severity
    return Severity.WARNING if severity is Severity.ERROR and not reported.is_blocking else severity


def most_important_first(reported: Iterable[Reported]) -> list[Reported]:
    """What blocks, then warnings, then hints; in each the messages that were changed first, else as they come."""
    return sorted(reported, key=lambda one: (_ORDER.index(level(one)), not one.is_changed))


def sentence(reported: Reported) -> str:
    """What is wrong and what to do."""
    return f"{reported.finding.message} {reported.finding.advice}".rstrip()
