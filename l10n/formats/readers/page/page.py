"""A page on its way to a reading: its lines, and the places they have found so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from l10n.formats.readers.page.items import Item, as_chrome
from l10n.formats.readers.page.language import HALF
from l10n.formats.readers.page.shapes import HEADLINE
from l10n.model.article import Card
from l10n.model.reading import UNSURE, Question

LABEL_WORDS = 4
"""A label of the site has no more."""


@dataclass
class Page:
    """A page whose lines find their places one after the other."""

    items: list[Item]
    title: int
    pictures: set[int]
    roles: dict[int, str] = field(default_factory=dict)
    """Of the lines that are text."""
    teasers: set[int] = field(default_factory=set)
    """Lines among the cards, badges too."""
    cards: list[Card] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def ask(self, at: int, question: str, *choices: str) -> None:
        item = self.items[at]
        self.roles[at] = UNSURE
        self.questions.append(Question(line=item.number, text=item.text, question=question, choices=choices))

    def label(self, at: int, reason: str) -> None:
        self.items[at] = as_chrome(self.items[at], reason)

    def picture_role(self, at: int) -> str:
        """Above a badge stands what a screen reader is told; above a credit, what everybody reads."""
        return "image alt" if self.items[at + 1].badges else "caption"


def stands_in_chrome(items: Sequence[Item], at: int) -> bool:
    """A short line with chrome on both sides; or on one, and half of the evidence a language needs.

    Other lines in doubt, that lean to the site, are no side of their own: `Ja` and `Nei` are together.
    Names have no language (their score is 0): they may be a heading, whatever is around them.
    """
    item = items[at]
    if not _may_be_label(item) or item.score == 0 or item.score >= HALF:
        return False
    above = next((items[i] for i in range(at - 1, -1, -1) if not _leans_to_site(items[i])), None)
    below = next((items[i] for i in range(at + 1, len(items)) if not _leans_to_site(items[i])), None)
    sides = [side is None or not side.is_text for side in (above, below)]
    return all(sides) or (any(sides) and item.score < -HALF - 0.05)


def _may_be_label(item: Item) -> bool:
    return len(item.text.split()) <= LABEL_WORDS and item.shape == HEADLINE


def _leans_to_site(item: Item) -> bool:
    return item.kind == UNSURE and item.score < 0 and not item.answer and _may_be_label(item)
