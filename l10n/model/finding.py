"""A finding: what a check says of one message."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from l10n.model.message import MessageKey


class Severity(StrEnum):
    """An error stops a gate; a warning wants a look; a hint may be wrong."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault in one message, in words a translator can act on."""

    check: str
    """The stable id of the check: `numbers`."""
    severity: Severity
    message: str
    """One sentence: what is wrong, with the words it is about."""
    locale: str
    domain: str
    key: MessageKey
    span: tuple[int, int] | None = None
    """Where in the translation, as [start, end) in characters; None where it is about what is missing."""
