"""The messages that wait, one of them in hand."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.commands.console import plural
from l10n.commands.review.reading import Place
from l10n.commands.speech import _
from l10n.segmentation.words import count_words


class Queue:
    """Messages in the order in which they are shown; one that is skipped comes again at the end, once."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = list(places)
        self._count = len(self._places)
        self._at = 0
        self.skipped: set[Place] = set()

    @property
    def is_done(self) -> bool:
        return self._at >= len(self._places)

    @property
    def current(self) -> Place:
        """The message in hand, until the queue is done."""
        return self._places[self._at]

    @property
    def position(self) -> str:
        """`3 of 17 · 214 words left`, what was skipped among them."""
        words = sum(count_words(place.key.msgid) for place in set(self._places[self._at :]))
        where = (
            _("{at} of {count}", at=self._at + 1, count=self._count) if self._at < self._count else _("skipped before")
        )
        return _("{where} · {words} left", where=where, words=plural(words, "word"))

    def go_on(self) -> None:
        self._at += 1

    def put_off(self) -> None:
        """Have the message in hand come again at the end, unless it has been put off before."""
        if self.current not in self.skipped:
            self.skipped.add(self.current)
            self._places.append(self.current)

    def go_back(self) -> bool:
        """To the message before; False where this is the first."""
        is_first = self._at == 0
        self._at -= not is_first
        return not is_first

    def go_to(self, place: Place) -> None:
        """Back to a message that was in hand before."""
        self._at = self._places.index(place)
