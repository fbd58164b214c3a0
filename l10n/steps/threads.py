"""The comments on a message, in threads, with the words they are about found again in the text as it is now."""

from __future__ import annotations

from collections.abc import Iterable

from l10n.model.comment import Comment, Span, Thread, span_of
from l10n.model.message import Message, source_before


def threads(message: Message, domain: str, comments: Iterable[Comment]) -> list[Thread]:
    """Every thread on this message and on the source that it was before, in the order in which they were begun."""
    keys = {message.key, source_before(message)}
    about = {one.id: one for one in comments if one.domain == domain and one.key in keys}
    in_time = sorted(about.values(), key=lambda one: one.at)
    return [
        Thread(
            first=first,
            answers=tuple(one for one in in_time if one.thread == first.id),
            span=_place(first, message),
        )
        for first in in_time
        if not first.thread
    ]


def _place(comment: Comment, message: Message) -> Span | None:
    if comment.span is None or comment.form >= len(message.msgstr):
        return None
    return span_of(comment.quote, message.msgstr[comment.form], comment.span.start)
