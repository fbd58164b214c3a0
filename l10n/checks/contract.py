"""What every check promises: one message in, findings out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from l10n.model.finding import Finding, Severity
from l10n.model.message import Message
from l10n.model.state import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One live, translated message, with all that a check may know of it."""

    message: Message
    standing: Standing
    locale: str
    source_language: str
    domain: str

    def finding(self, check: str, severity: Severity, text: str, span: tuple[int, int] | None = None) -> Finding:
        """A finding about this message."""
        return Finding(
            check=check,
            severity=severity,
            message=text,
            locale=self.locale,
            domain=self.domain,
            key=self.message.key,
            span=span,
        )


class Check(Protocol):
    """A pure function of one message. A correct translation yields nothing: a false alarm is a fault."""

    id: str
    """Stable, short, lower case: `numbers`."""
    title: str
    """What it looks for, in a line."""

    def __call__(self, subject: Subject) -> Iterable[Finding]: ...
