"""Exact memory: what people have made of the very same text elsewhere in the project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from l10n.model.catalog import Catalog
from l10n.model.memory_unit import MemoryUnit
from l10n.model.message import Message
from l10n.model.state import State, standing

SHORT = 4
"""Words. Below this a text means one thing in one role and another elsewhere ("Share", "Reject")."""


class Memory:
    """Translations by source text. Only fresh texts that a person wrote or accepted are remembered.

    Where one text was translated in two ways, the better vouched for wins, then the project's own, then the one
    met first. What a person signed and the source no longer has (obsolete entries) counts where nothing living does:
    a list item that became a paragraph is such a text.
    """

    def __init__(
        self, catalogs: Iterable[Catalog], imported: Callable[[str], Sequence[MemoryUnit]] = lambda text: ()
    ) -> None:
        """`catalogs` are of one locale and one source language; their order decides ties.

        `imported` gives the units of a text that come from outside the project.
        """
        self._imported = imported
        self._in_role: dict[tuple[str | None, str], tuple[State, str]] = {}
        self._anywhere: dict[str, tuple[State, str]] = {}
        gone: list[Message] = []
        for catalog in catalogs:
            for message in catalog.live:
                self._remember(message)
            gone.extend(catalog.obsolete_by_key.values())
        living = set(self._in_role), set(self._anywhere)
        for message in gone:
            if message.key not in living[0] and message.msgid not in living[1] and standing(message).is_untouched:
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
        is_long = len(message.msgid.split()) >= SHORT
        theirs = [unit for unit in self._imported(message.msgid) if not is_unseen(unit)]
        in_role = [(unit.state, unit.target) for unit in theirs if unit.role == message.msgctxt]
        anywhere = [(unit.state, unit.target) for unit in theirs]
        for own, others in (
            (self._in_role.get(message.key), in_role),
            (self._anywhere.get(message.msgid) if is_long else None, anywhere if is_long else []),
        ):
            found = [*([own] if own else []), *others]
            if found:
                return max(found, key=lambda known: known[0].rank)[1]
        return None


def is_unseen(unit: MemoryUnit) -> bool:
    """A machine wrote it, and no reviewer has seen it: to repeat it would hide the machine."""
    return unit.origin is not None and unit.origin.is_machine and unit.state.rank < State.REVIEWED.rank
