"""Which commits changed a message."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from l10n.model.message import Message, MessageKey
from l10n.model.revision import Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A commit after which the message read differently, or was marked differently."""

    revision: Revision
    message: Message | None
    """As the commit left it; None where the commit took it away."""


def edits(key: MessageKey, revisions: Iterable[Revision]) -> list[Edit]:
    """The commits that changed text or fuzzy mark of a message, oldest first, as `revisions` are."""
    found: list[Edit] = []
    before: object = None
    for revision in revisions:
        message = revision.catalog.by_key.get(key)
        now = None if message is None else (message.msgstr, message.is_fuzzy)
        if now != before:
            found.append(Edit(revision=revision, message=message))
        before = now
    return found
