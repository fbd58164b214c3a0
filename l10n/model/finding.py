"""A finding: what a check says of one message."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from l10n.model.message import MessageKey
from l10n.model.state import State


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
    advice: str = ""
    """What to do about it."""
    locale: str
    domain: str
    key: MessageKey
    state: State
    """How the text stood: a fault in what nobody vouches for yet stops nothing."""
    span: tuple[int, int] | None = None
    """Where in the translation, as [start, end) in characters; None where it is about what is missing."""

    @property
    def is_blocking(self) -> bool:
        """True for an error in a text that counts as translated."""
        return self.severity is Severity.ERROR and self.state.rank >= State.TRANSLATED.rank
