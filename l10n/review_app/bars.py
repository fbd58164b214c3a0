"""How far a catalog is, as a stacked bar and in words."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.model.state import State
from l10n.review_app.words import Words, marked
from l10n.steps.progress import Progress

_PARTS = (
    ("reviewed", marked("godkjent"), (State.REVIEWED, State.FINAL)),
    ("translated", marked("oversatt"), (State.TRANSLATED,)),
    ("draft", marked("maskinutkast"), (State.DRAFT,)),
    ("mend", marked("å rette"), (State.STALE, State.REJECTED)),
    ("new", marked("uten tekst"), (State.NEW,)),
)
"""The parts of a bar, the best first, and the states that each holds; each has a pattern of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One stretch of the bar, from `start`, `width` wide, in percent."""

    kind: str
    label: str
    words: int
    start: float
    width: float


def bar(progress: Progress, words: Words) -> list[Part]:
    """The parts that have any words."""
    parts: list[Part] = []
    done = 0
    for kind, label, states in _PARTS:
        count = sum(progress.words[state] for state in states)
        if count:
            start, width = (round(100 * n / progress.total_words, 3) for n in (done, count))
            parts.append(Part(kind=kind, label=words(label), words=count, start=start, width=width))
        done += count
    return parts
