"""What is kept of messages that left the template: all that someone wrote, once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from l10n.model.message import Message, MessageKey
from l10n.model.state import CARRIED, CONFLICT_PREFIX, State, is_record_line, standing
from l10n.steps.carry import retired


def retire(leaving: Iterable[Message], staying: Sequence[Message]) -> list[Message]:
    """Obsolete entries for the messages that leave.

    A copy that sync itself made and nobody touched is let go where its words stand in what stays: a stale copy,
    under the source that it was made for; the half of a split, in the paragraph that is whole again. So a source
    that is edited ten times does not leave ten copies of one translation, and a revert leaves no trace.
    """
    known = {(key, message.msgstr) for message in staying for key in (message.key, _made_for(message))}
    live = [message for message in staying if not message.obsolete]
    return [
        retired(message)
        for message in leaving
        if _has_words(message) and not _is_copy(message, known) and not _is_regrouped_from(message, live)
    ]


def _has_words(message: Message) -> bool:
    return any(message.msgstr) or bool(_notes(message))


def _notes(message: Message) -> set[str]:
    return {line for line in message.comments if not is_record_line(line)}


def _is_copy(message: Message, known: set[tuple[MessageKey, tuple[str, ...]]]) -> bool:
    in_conflict = any(line.startswith(CONFLICT_PREFIX) for line in message.comments)
    return message.previous is not None and not in_conflict and (_made_for(message), message.msgstr) in known


def _is_regrouped_from(message: Message, live: list[Message]) -> bool:
    """True for what a split or a merge left untouched, where all its words stand in live messages."""
    found = standing(message)
    is_carried = found.state is State.STALE or any(line.startswith(CARRIED) for line in message.comments)
    if not (is_carried and found.is_untouched) or found.record.by is not None or _notes(message):
        return False
    if any(message.text in other.text for other in live):
        return True
    rest = message.text
    for part in sorted((other.text for other in live if other.text), key=len, reverse=True):
        rest = rest.replace(part, "", 1)
    return not rest.strip()


def _made_for(message: Message) -> MessageKey:
    """The source that a text was made for: its own, or the one that `#|` remembers."""
    if message.previous is None or message.previous.msgid is None:
        return message.key
    return MessageKey(message.previous.msgctxt, message.previous.msgid)
