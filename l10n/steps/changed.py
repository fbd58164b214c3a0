"""Which messages of a catalog are not what they were."""

from __future__ import annotations

from l10n.model.catalog import Catalog
from l10n.model.message import Message, MessageKey


def changed(old: Catalog, new: Catalog) -> frozenset[MessageKey]:
    """Keys of live messages that are new, read differently in source or translation, or are fuzzy no longer or now.

    Comments, references and the order of messages are no changes.
    """
    return frozenset(
        message.key
        for message in new.live
        if (before := old.by_key.get(message.key)) is None or _text(before) != _text(message)
    )


def _text(message: Message) -> tuple[str | None, tuple[str, ...], bool]:
    return message.msgid_plural, message.msgstr, message.is_fuzzy
