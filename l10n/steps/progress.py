"""How far a locale is with a template: messages and source words by state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from l10n.model.catalog import Catalog
from l10n.model.state import State, standing
from l10n.segmentation.words import count_words

_STATES = tuple(State)  # an enumeration takes much longer to go through


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Counts for one template, or for several added up. Words are those of the source: they don't move with a draft."""

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


def added_up(counts: Iterable[Progress]) -> Progress:
    """Of many templates, or of none."""
    messages, words = dict.fromkeys(_STATES, 0), dict.fromkeys(_STATES, 0)
    for one in counts:
        for state, number in one.messages.items():
            if number:
                messages[state] += number
                words[state] += one.words[state]
    return Progress(messages=messages, words=words)


def tally(wanted: Mapping[bytes, int], found: Mapping[bytes, State]) -> Progress:
    """`progress`, where messages are only known by their keys: their words, and the states they have (`po.states`)."""
    messages, words = dict.fromkeys(_STATES, 0), dict.fromkeys(_STATES, 0)
    for key, count in wanted.items():
        state = found.get(key, State.NEW)
        messages[state] += 1
        words[state] += count
    return Progress(messages=messages, words=words)


def progress(template: Catalog, catalog: Catalog | None) -> Progress:
    """Count what the template asks for by what the catalog has for it.

    A message that the catalog lacks is new: a catalog cut short must not look finished.
    """
    messages, words = dict.fromkeys(_STATES, 0), dict.fromkeys(_STATES, 0)
    found = catalog.by_key if catalog else {}
    for wanted in template.live:
        message = found.get(wanted.key)
        state = standing(message).counted if message else State.NEW
        messages[state] += 1
        words[state] += count_words(wanted.msgid)
    return Progress(messages=messages, words=words)
