"""Comments: what people say to each other about a message, or about some words of its translation."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import NamedTuple

from l10n.model.message import MessageKey

ID_LENGTH = 12


class Span(NamedTuple):
    """The characters [start, end) of a translation, counted as Unicode code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One line of `catalogs/<locale>/comments.jsonl`. Lines are only ever added.

    A comment belongs to a message, not to a text: it stays when the translation is edited. Where the source changes,
    sync adds the line once more under the new one, with the same id.
    """

    id: str = ""
    """A hash of what was said where, by whom and when: a line that a merge by union wrote twice is one comment."""
    domain: str
    context: str | None = None
    msgid: str
    seal: str
    """Of the message when this was said."""
    by: str
    """Actor, as `Name <address>`."""
    at: str
    """ISO 8601, UTC, to the minute."""
    text: str = ""
    quote: str = ""
    """The words of the translation that it is about; empty for the whole message."""
    span: Span | None = None
    """Where the quote stood."""
    form: int = 0
    """Which plural form the quote is taken from."""
    thread: str = ""
    """The id of the comment that this one answers; empty for one that begins a thread."""
    resolves: bool = False
    """With this answer the thread is done, until somebody answers again."""

    @property
    def key(self) -> MessageKey:
        return MessageKey(self.context, self.msgid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A comment and its answers, oldest first, beside the message as it is now."""

    first: Comment
    answers: tuple[Comment, ...] = ()
    span: Span | None = None
    """Where the quoted words stand in the translation now; None where they do not, or nothing was quoted."""

    @property
    def is_open(self) -> bool:
        return not (self.answers and self.answers[-1].resolves)

    @property
    def is_detached(self) -> bool:
        """The words it quotes are no longer there."""
        return bool(self.first.quote) and self.span is None


def identified(comment: Comment) -> Comment:
    """The comment with its id."""
    said = (
        comment.domain, comment.context or "", comment.msgid, comment.by, comment.at,
        comment.text, comment.quote, str(comment.span), comment.thread, str(comment.resolves),
    )  # fmt: skip
    return replace(comment, id=hashlib.sha256("\0".join(said).encode()).hexdigest()[:ID_LENGTH])


def span_of(quote: str, text: str, start: int) -> Span | None:
    """Where the quoted words stand in a text: at `start`, or in the only other place; None for neither."""
    if not text.startswith(quote, max(start, 0)):
        if text.count(quote) != 1:
            return None
        start = text.index(quote)
    return Span(start, start + len(quote))
