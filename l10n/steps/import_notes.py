"""Notes that a translator wrote in another tool, as comments on the messages they are about."""

from __future__ import annotations

from collections.abc import Iterable

from l10n.errors import InvalidInputError
from l10n.model.arrival import Arrival
from l10n.model.comment import Comment
from l10n.model.exchange import Note
from l10n.model.message import Message
from l10n.model.provenance import Actor
from l10n.steps.comment import LIMIT, comment

_NO_NAMES = frozenset({"", "translator", "general", "target", "source"})
"""How tools call a note whose writer they do not name."""


def import_notes(
    found: Iterable[tuple[Message, Arrival]], known: Iterable[Comment], *, domain: str, actor: Actor, at: str
) -> list[Comment]:
    """Comments to add, signed by who imports; the name that the file gives stands before the words.

    What was said of a message already is not said again, and an empty note says nothing.
    """
    said = {(one.key, one.text) for one in known if one.domain == domain}
    added: list[Comment] = []
    for message, arrival in found:
        for note in arrival.notes:
            try:
                one = comment(message, _words(note), domain=domain, actor=actor, at=at)
            except InvalidInputError:
                continue
            if (one.key, one.text) not in said:
                said.add((one.key, one.text))
                added.append(one)
    return added


def _words(note: Note) -> str:
    text = note.text.strip()
    named = text if not text or note.category in _NO_NAMES else f"{note.category}: {text}"
    return named[:LIMIT]
