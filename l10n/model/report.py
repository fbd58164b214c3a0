"""What a report says of a finding beside the finding itself: where it stands, and how to know it again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from l10n.model.dismissal import Dismissal
from l10n.model.finding import Category, Finding

_FINGERPRINT_LENGTH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A check, as reports describe it."""

    id: str
    title: str
    category: Category
    about: str
    page: str
    """Its whole page, in Markdown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A finding in its file."""

    finding: Finding
    path: str
    """Of the catalog, relative to the project, with `/`."""
    line: int
    """Where the entry's msgid (or msgctxt) stands, from 1."""
    seal: str
    """Of the text as it stands: the id by which people name the message."""
    repeat: int = 0
    """How many findings of this check on this message come before it."""
    is_changed: bool = False
    """The message is not what it was in the revision that this run is held against."""
    dismissal: Dismissal | None = None
    """Somebody has said that this is no fault, and the text is still the one they said it of."""

    @property
    def is_blocking(self) -> bool:
        """True for an error in a text that counts as translated, unless it was dismissed."""
        return self.finding.is_blocking and self.dismissal is None

    @property
    def fingerprint(self) -> str:
        """The same for the same finding in another run, whatever moved in the file or changed in the text.

        Of path, msgctxt, msgid, check and repeat, and of no line number.
        """
        key = self.finding.key
        said = (self.path, key.msgctxt or "", key.msgid, self.finding.check, str(self.repeat))
        return hashlib.sha256("\0".join(said).encode()).hexdigest()[:_FINGERPRINT_LENGTH]
