"""How far a catalog is: messages and source words by state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from l10n.model.catalog import Catalog
from l10n.model.state import State, standing
from l10n.segmentation.words import count_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Counts of one catalog, or of several added up. Words are those of the source: they don't move with a draft."""

    messages: Mapping[State, int]
    words: Mapping[State, int]

    @property
    def total_words(self) -> int:
        return sum(self.words.values())

    @property
    def total_messages(self) -> int:
        return sum(self.messages.values())

    def percent(self, least: State) -> float:
        """The share of words in at least this state; 100 for a catalog without words."""
        done = sum(count for state, count in self.words.items() if state.rank >= least.rank)
        return 100.0 * done / self.total_words if self.total_words else 100.0

    def __add__(self, other: Progress) -> Progress:
        return Progress(
            messages={state: self.messages[state] + other.messages[state] for state in State},
            words={state: self.words[state] + other.words[state] for state in State},
        )


NOTHING = Progress(messages=dict.fromkeys(State, 0), words=dict.fromkeys(State, 0))


def progress(catalog: Catalog) -> Progress:
    """Count the live messages of a catalog."""
    messages, words = dict.fromkeys(State, 0), dict.fromkeys(State, 0)
    for message in catalog.live:
        state = standing(message).state
        messages[state] += 1
        words[state] += count_words(message.msgid)
    return Progress(messages=messages, words=words)
