"""Where on a captured page the head ends, where related cards stand, and where the foot begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from l10n.formats.readers.items import DATA, Item
from l10n.formats.readers.shapes import HEADLINE, SENTENCE, stems
from l10n.model.article import AI_REPORT
from l10n.model.reading import CHROME

RELATED = frozenset({"related-heading"})
BOXES = frozenset({"read-also", "most-read"})
FOOT = frozenset({"footer", "cookie-heading", "cookie-text", "cookie-dismiss", "cookie-accept", "cookie-reject-all"})
_CLUSTER = 3
_LAST_CARDS = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Lines [start, end) that are teasers of other articles."""

    start: int
    end: int
    doubt: int | None = None
    """The first line that may be the story going on."""


def find_foot(items: Sequence[Item], title: int) -> int:
    """Where the page's foot begins: below it a short line is a label, whatever its language.

    It is the first sign of a foot, or the first cluster of chrome, after the last text that is more than a label.
    """
    tail = len(items)
    while tail > title + 1 and not _ends_tail(items[tail - 1]):
        tail -= 1
    for i in range(tail, len(items)):
        cluster = items[i : i + _CLUSTER]
        if items[i].opens(FOOT) or _is_copyright(items[i]):
            return i
        if len(cluster) == _CLUSTER and all(item.kind == CHROME for item in cluster):
            return i
    return len(items)


def find_runs(items: Sequence[Item], start: int, foot: int, pictures: set[int]) -> list[Run]:
    """The teasers between `start` and the foot: below a heading that announces them, or below chrome in twos."""
    runs: list[Run] = []
    at = start
    while at < foot:
        run = _run_at(items, at, start, foot, pictures)
        if run is None:
            at += 1
        else:
            runs.append(run)
            at = max(run.end, at + 1)
    return runs


def _run_at(items: Sequence[Item], at: int, start: int, foot: int, pictures: set[int]) -> Run | None:
    item = items[at]
    if item.answer == "card":
        return Run(at, next((i for i in range(at, foot) if items[i].is_text and items[i].answer != "card"), foot))
    if item.opens(RELATED | BOXES):
        return _announced(items, at, foot, strong=item.opens(RELATED))
    if AI_REPORT in item.badges and any(items[i].shape == SENTENCE for i in range(start, at) if items[i].is_text):
        return Run(_back_to_card_start(items, at, pictures), foot)
    if item.kind == CHROME and not item.badges:
        texts = [i for i in range(at + 1, foot) if items[i].is_text]
        if texts[:2] == [at + 1, at + 2] and {items[i].shape for i in texts[:2]} == {HEADLINE}:
            return _announced(items, at, foot, strong=False)
        if texts[:1] == [at + 1] and _opens_badged_cards(items, at, foot, texts, pictures):
            return Run(at + 1, foot)
        if texts[:1] == [at + 1] and not any(piece.group for piece in item.pieces):
            return _perhaps_announced(items, at, foot, texts)
    return None


def _opens_badged_cards(items: Sequence[Item], label: int, foot: int, texts: list[int], pictures: set[int]) -> bool:
    """Below it comes a picture or a headline, soon a badge, and later more badges: cards, whatever the label says."""
    badges = [i for i in range(label + 1, foot) if items[i].badges and i - 1 not in pictures]
    soon = len(badges) > 1 and sum(i < badges[0] for i in texts) <= 2
    return soon and (texts[0] in pictures or items[texts[0]].shape == HEADLINE)


def _perhaps_announced(items: Sequence[Item], label: int, foot: int, texts: list[int]) -> Run | None:
    """Below a label nobody knows: headlines and sentences in turn, to the foot, are cards or a story with headings."""
    if items[texts[0]].answer == "card":
        return Run(label + 1, foot)
    if items[texts[0]].answer or items[texts[0]].shape != HEADLINE or not _alternates(items, texts):
        return None
    return Run(label + 1, foot, texts[0])


def _announced(items: Sequence[Item], heading: int, foot: int, *, strong: bool) -> Run:
    """How far the teasers below a heading reach: `Related articles` fills its page, a box is soon over."""
    limit = next((i for i in range(heading + 1, foot) if items[i].opens(RELATED | BOXES)), foot)
    texts = [i for i in range(heading + 1, limit) if items[i].is_text]
    for i in texts:
        if items[i].answer == "body":
            return Run(heading + 1, i)
    if any(items[i].answer == "card" for i in texts):
        return Run(heading + 1, limit)
    leading = 0
    while leading < len(texts) and items[texts[leading]].shape == HEADLINE:
        leading += 1
    rest = texts[leading:]
    if len(texts) - _last_labelled(items, heading, limit, texts) > _LAST_CARDS and any(
        items[i].badges for i in range(heading + 1, limit)
    ):
        return Run(heading + 1, limit, texts[-_LAST_CARDS])
    badges = any(items[i].badges for i in range(heading + 1, limit))
    if not rest or badges or _alternates(items, texts):
        return Run(heading + 1, limit)
    sentences = 0
    while sentences < len(rest) and items[rest[sentences]].shape == SENTENCE:
        sentences += 1
    if strong:
        unclear = leading > 0 and sentences > 2
        return Run(heading + 1, limit, rest[0] if unclear else None)
    if leading > 1 and stems(items[texts[leading - 1]].text) & stems(items[rest[0]].text):
        return Run(heading + 1, texts[leading - 1])
    if leading and (sentences > 1 or _goes_on(items, heading, texts[leading - 1], rest[0])):
        return Run(heading + 1, rest[0])
    return Run(heading + 1, limit, rest[0])


def _last_labelled(items: Sequence[Item], heading: int, limit: int, texts: list[int]) -> int:
    """How many texts there are up to the last one near a badge or a headline."""
    marks = [i for i in range(heading, limit) if items[i].badges or (items[i].is_text and items[i].shape == HEADLINE)]
    return sum(i < max(marks, default=heading) for i in texts) + 1


def _alternates(items: Sequence[Item], texts: list[int]) -> bool:
    """Two headlines or more, and never more than one sentence between them."""
    shapes = [items[i].shape for i in texts]
    pairs = pairwise(shapes)
    return shapes.count(HEADLINE) > 1 and all((a, b) != (SENTENCE, SENTENCE) for a, b in pairs)


def _goes_on(items: Sequence[Item], heading: int, headline: int, sentence: int) -> bool:
    """The sentence is about what the story above is about, and has nothing of the headline's."""
    about = stems(items[sentence].text)
    story = set().union(*(stems(item.text) for item in items[:heading] if item.is_text))
    return not about & stems(items[headline].text) and len(about & story) > 1


def _back_to_card_start(items: Sequence[Item], badge: int, pictures: set[int]) -> int:
    """From a badge in the middle of a card, up over its headline and its picture."""
    at = badge
    if items[at - 1].is_text and items[at - 1].shape == HEADLINE:
        at -= 1
    if at >= 2 and at - 2 in pictures:
        at -= 2
    return at


def _ends_tail(item: Item) -> bool:
    return bool(item.badges) or item.opens(RELATED | BOXES) or (item.is_text and item.shape != HEADLINE)


def _is_copyright(item: Item) -> bool:
    return item.kind == DATA and item.pieces[0].context == "copyright"
