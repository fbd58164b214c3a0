"""Exact memory: what people have made of the very same text elsewhere in the project."""

from __future__ import annotations

from collections.abc import Iterable

from l10n.model.catalog import Catalog
from l10n.model.message import Message
from l10n.model.state import State, standing

_SHORT = 4
"""Words. Below this a text means one thing in one role and another elsewhere ("Share", "Reject")."""


class Memory:
    """Translations by source text. Only fresh texts that a person wrote or accepted are remembered.

    Where one text was translated in two ways, the better vouched for wins, then the one met first.
    """

    def __init__(self, catalogs: Iterable[Catalog]) -> None:
        """`catalogs` are of one locale and one source language; their order decides ties."""
        self._in_role: dict[tuple[str | None, str], tuple[State, str]] = {}
        self._anywhere: dict[str, tuple[State, str]] = {}
        for catalog in catalogs:
            for message in catalog.live:
                self._remember(message)

    def _remember(self, message: Message) -> None:
        found = standing(message)
        if found.state.rank < State.TRANSLATED.rank or not found.is_fresh or message.msgid_plural is not None:
            return
        known = (found.state, message.text)
        here, there = self._in_role.get(message.key), self._anywhere.get(message.msgid)
        if here is None or here[0].rank < known[0].rank:
            self._in_role[message.key] = known
        if there is None or there[0].rank < known[0].rank:
            self._anywhere[message.msgid] = known

    def find(self, message: Message) -> str | None:
        """The remembered translation: of the same role first, and for short texts of the same role only."""
        if message.msgid_plural is not None:
            return None
        found = self._in_role.get(message.key)
        if found is None and len(message.msgid.split()) >= _SHORT:
            found = self._anywhere.get(message.msgid)
        return found[1] if found else None
