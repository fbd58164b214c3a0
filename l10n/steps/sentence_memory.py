"""Exact memory by the sentence: what people made of the very same sentence in another text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from l10n.model.catalog import Catalog
from l10n.model.memory import SHORT, is_unseen
from l10n.model.memory_unit import MemoryUnit
from l10n.model.message import Message
from l10n.model.state import State, standing
from l10n.segmentation.alignment import aligned, sentences
from l10n.segmentation.placeholders import difference
from l10n.steps.mend import Frame

_WORD = re.compile(r"\w{3,}")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a sentence stands: the role of its text, and its neighbours (empty at an end, None where nobody said)."""

    role: str | None
    before: str | None = None
    after: str | None = None

    def likeness(self, other: _Place) -> int:
        """How much of the context is the same: each neighbour counts two, the role one."""
        return 2 * (self.before == other.before) + 2 * (self.after == other.after) + (self.role == other.role)


@dataclass(frozen=True, slots=True)
class _Known:
    place: _Place
    state: State
    translation: str


class SentenceMemory:
    """Sentences of texts that a person wrote or accepted, where it is clear which sentence of the translation is whose.

    Of several translations the one in the most alike context wins: the same neighbours, then the same role; then the
    better vouched for, then the project's own, then the one met first. Short sentences are taken in their role only.
    """

    def __init__(
        self,
        catalogs: Iterable[Catalog],
        imported: Callable[[str], Sequence[MemoryUnit]] = lambda text: (),
        *,
        source_language: str,
        locale: str,
    ) -> None:
        """`catalogs` are of this locale and source language; they are read when the first sentence is looked for.

        `imported` gives the units of a text that come from outside the project.
        """
        self._catalogs = catalogs
        self._imported = imported
        self._languages = source_language, locale
        self._pairs: dict[int, list[tuple[str, _Known]]] = {}

    def filled(self, frame: Frame, role: str | None) -> Frame:
        """The frame of a text in this role, with what is known in its holes."""
        found = [
            kept if kept is not None else self._find(sentence, place)
            for sentence, place, kept in zip(frame.sentences, _places(frame.sentences, role), frame.kept, strict=True)
        ]
        remembered = sum(new is not None and old is None for new, old in zip(found, frame.kept, strict=True))
        return replace(frame, kept=tuple(found), remembered=frame.remembered + remembered)

    def _find(self, sentence: str, place: _Place) -> str | None:
        theirs = [unit for unit in self._imported(sentence) if not is_unseen(unit)]
        known = [*self._known(sentence), *(_Known(_Place(unit.role), unit.state, unit.target) for unit in theirs)]
        if len(sentence.split()) < SHORT:
            known = [one for one in known if one.place.role == place.role]
        best = max(known, key=lambda one: (place.likeness(one.place), one.state.rank), default=None)
        return best.translation if best else None

    def _known(self, sentence: str) -> Iterator[_Known]:
        if not self._vouched:
            return
        holders = (self._holders.get(word, []) for word in _WORD.findall(sentence))
        for at in min(holders, key=len, default=[]):
            message, state = self._vouched[at]
            if sentence in message.msgid:
                if at not in self._pairs:
                    self._pairs[at] = list(self._aligned(message, state))
                yield from (known for text, known in self._pairs[at] if text == sentence)

    def _aligned(self, message: Message, state: State) -> Iterator[tuple[str, _Known]]:
        translations = aligned(message.msgid, message.text, *self._languages)
        theirs = sentences(message.msgid, self._languages[0]) if translations else []
        for sentence, place, text in zip(theirs, _places(theirs, message.msgctxt), translations or [], strict=True):
            if difference(sentence, text) == ([], []):
                yield sentence, _Known(place, state, text)

    @cached_property
    def _vouched(self) -> list[tuple[Message, State]]:
        found = []
        for message in (message for catalog in self._catalogs for message in catalog.live):
            if message.msgid_plural is None and message.has_text and not message.is_fuzzy:
                its = standing(message)
                if its.state.rank >= State.TRANSLATED.rank and its.is_fresh:
                    found.append((message, its.state))
        return found

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        """Words → the texts that have them: splitting every text into sentences would take as long as drafting."""
        holders: dict[str, list[int]] = defaultdict(list)
        for at, (message, _) in enumerate(self._vouched):
            for word in set(_WORD.findall(message.msgid)):
                holders[word].append(at)
        return holders


def _places(theirs: Sequence[str], role: str | None) -> list[_Place]:
    around = ["", *theirs, ""]
    return [_Place(role, before, after) for before, after in zip(around, around[2:], strict=False)]
