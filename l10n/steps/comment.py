"""What a person has to say about a message, about some words of its translation, or to another comment."""

from __future__ import annotations

from l10n.errors import InvalidInputError
from l10n.model.comment import Comment, identified, span_of
from l10n.model.message import Message
from l10n.model.provenance import Actor
from l10n.model.state import seal
from l10n.segmentation.printable import is_printable

LIMIT = 10_000
"""Characters of one comment; a page and a half of print."""


def comment(
    message: Message,
    text: str,
    *,
    domain: str,
    actor: Actor,
    at: str,
    quote: str = "",
    start: int = 0,
    form: int = 0,
    thread: str = "",
    resolves: bool = False,
) -> Comment:
    """The entry to append: signed, and sealed over the message as it stands.

    `quote` are words of the translation (of its plural form `form`), which stand at `start` or, where the text has
    moved meanwhile, elsewhere but only once. `thread` is the id of the comment that this one answers; to settle it
    (`resolves`) needs no words. Raises InvalidInputError for a quote that cannot be found, and for an empty comment.
    """
    span = None
    if quote:
        text_now = message.msgstr[form] if 0 <= form < len(message.msgstr) else ""
        span = span_of(quote, text_now, start)
        if span is None:
            raise InvalidInputError(
                "quote-not-found",
                "the saved translation has {quote!r} nowhere, or more than once.",
                quote=quote[:60],
                hint="Save the text first, or quote some more words of it.",
            )
    return identified(
        Comment(
            domain=domain,
            context=message.msgctxt,
            msgid=message.msgid,
            seal=seal(message),
            by=str(actor),
            at=at,
            text=_cleaned(text, may_be_empty=bool(thread) and resolves),
            quote=quote,
            span=span,
            form=form if quote else 0,
            thread=thread,
            resolves=resolves,
        )
    )


def _cleaned(text: str, *, may_be_empty: bool) -> str:
    """The text without control characters and direction marks, and without blanks around it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(char for char in lines if char in "\n\t" or is_printable(char)).strip()
    if not text and not may_be_empty:
        raise InvalidInputError("comment-empty", "a comment needs a text.", hint="Write what is to be said.")
    if len(text) > LIMIT:
        raise InvalidInputError(
            "comment-too-long",
            "a comment of {count:,} characters is too long.",
            count=len(text),
            limit=LIMIT,
            hint="Stay under {limit:,}.",
        )
    return text
