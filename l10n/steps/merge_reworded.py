"""An edit of a translation whose source was reworded on the other side follows it to the new source, as stale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from l10n.model.message import Message, MessageKey


def follow_reworded(merged: Mapping[MessageKey, Message], was: Mapping[MessageKey, Message]) -> list[Message]:
    """The stale messages of `merged`, with the newer text of the message that they were reworded from.

    Such a message says in `#|` what its source was, and holds the text that this source had in the base. It stays
    fuzzy: the newer text was written for the old source too.
    """
    newer = {
        key: message
        for key, message in merged.items()
        if message.obsolete and message.has_text and key in was and message.msgstr != was[key].msgstr
    }
    followed = []
    for message in merged.values():
        source = _reworded_from(message)
        if source in newer and message.is_fuzzy and message.msgstr == was[source].msgstr:
            followed.append(replace(message, msgstr=newer[source].msgstr))
    return followed


def _reworded_from(message: Message) -> MessageKey | None:
    previous = message.previous
    if previous is None or previous.msgid is None:
        return None
    return MessageKey(previous.msgctxt, previous.msgid)
