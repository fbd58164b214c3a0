"""A dismissal: a person's word that what a check says of a text is no fault."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.model.message import MessageKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """One line of `catalogs/<locale>/dismissals.jsonl`. Lines are only ever added.

    It is about one text: once source or translation change, the seal is another, and the finding is back; unless the
    source changed in its quotation marks, dashes, blanks or markup alone.
    """

    seal: str
    """Of the message when this was said: it names source and translation at once."""
    check: str
    """The id of the check."""
    domain: str
    by: str
    """Actor, as `Name <address>`."""
    at: str
    """ISO 8601, UTC, to the minute."""
    why: str
    context: str | None = None
    msgid: str = ""
    said: tuple[str, ...] = ()
    """What the check said of the text, for whoever reads this later."""
    withdrawn: bool = False
    """Takes an earlier dismissal back."""

    @property
    def key(self) -> MessageKey:
        return MessageKey(self.context, self.msgid)
