"""Where on a captured page teasers of other articles stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from l10n.formats.readers.page.items import Item
from l10n.formats.readers.page.language import HALF
from l10n.formats.readers.page.shapes import HEADLINE, ITEM, SENTENCE, stems
from l10n.model.article import AI_REPORT
from l10n.model.reading import CHROME

RELATED = frozenset({"related-heading"})
BOXES = frozenset({"read-also", "most-read"})
_LAST_CARDS = 4


@dataclass(frozen=True, slots=True)
class Run:
    """Lines [start, end) that are teasers of other articles."""

    start: int
    end: int
    doubt: int | None = None
    """The first line that may be the story going on."""


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
        run = announced_run(items, at, foot, strong=item.opens(RELATED))
        return run if has_news(items[run.start : run.end]) else None
    if item.kind != CHROME or not any(items[i].is_text and items[i].shape == SENTENCE for i in range(start, at)):
        return None
    if not item.badges:
        return _unannounced(items, at, foot, pictures)
    card = _back_to_card_start(items, at, pictures)
    return Run(card, foot) if AI_REPORT in item.badges and card < at else None


def _unannounced(items: Sequence[Item], label: int, foot: int, pictures: set[int]) -> Run | None:
    """Below other chrome: two headlines in a row, or badged cards, or what may be cards or may be the story."""
    foot = next((i for i in range(label + 1, foot) if items[i].opens(RELATED | BOXES)), foot)
    texts = [i for i in range(label + 1, foot) if items[i].is_text]
    if texts[:1] != [label + 1]:
        return None
    if texts[1:2] == [label + 2] and _are_headlines(items[label + 1 : label + 3]):
        return announced_run(items, label, foot, strong=False)
    if _opens_badged_cards(items, label, foot, texts, pictures):
        return Run(label + 1, foot)
    if not any(piece.group for piece in items[label].pieces):
        return _perhaps_announced(items, label, foot, texts)
    return None


def has_news(items: Sequence[Item]) -> bool:
    """`Mest lest` above `Lagret` is a menu, for nothing in it has the length of a headline."""
    texts = [item for item in items if item.is_text]
    return not texts or any(len(item.text.split()) > 2 or item.answer == "card" for item in texts)


def _are_headlines(items: Sequence[Item]) -> bool:
    """They look it, and one has the length of it: `Spotify`, `Apple Podcasts` are no news."""
    looks = all(item.shape == HEADLINE and item.score > -HALF for item in items)
    return looks and any(len(item.text.split()) > 2 for item in items)


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


def announced_run(items: Sequence[Item], heading: int, foot: int, *, strong: bool) -> Run:
    """How far the teasers below a heading reach: `Related articles` fills its page, a box is soon over."""
    limit = next((i for i in range(heading + 1, foot) if items[i].opens(RELATED | BOXES)), foot)
    whole = Run(heading + 1, limit)
    texts = [i for i in range(heading + 1, limit) if items[i].is_text]
    told = next((i for i in texts if items[i].answer == "body"), None)
    if told is not None:
        return Run(heading + 1, told)
    if texts and items[texts[0]].shape == ITEM:
        return Run(heading + 1, next((i for i in texts if items[i].shape != ITEM), limit))
    if any(items[i].answer == "card" for i in texts) or _alternates(items, texts):
        return whole
    if any(items[i].badges for i in range(heading + 1, limit)):
        return replace(whole, doubt=_after_cards(items, whole, texts))
    leading = list(takewhile(lambda i: items[i].shape == HEADLINE, texts))
    rest = texts[len(leading) :]
    if not rest:
        return whole
    sentences = list(takewhile(lambda i: items[i].shape == SENTENCE, rest))
    if strong:
        return replace(whole, doubt=rest[0] if leading and len(sentences) > 2 else None)
    if len(leading) > 1 and stems(items[leading[-1]].text) & stems(items[rest[0]].text):
        return Run(heading + 1, leading[-1])
    if leading and _is_set_off(items, heading, [*leading, rest[0]]):
        return Run(heading + 1, rest[0])
    if leading and (len(sentences) > 1 or _goes_on(items, heading, leading[-1], rest[0])):
        return Run(heading + 1, rest[0])
    return replace(whole, doubt=rest[0])


def _is_set_off(items: Sequence[Item], heading: int, texts: list[int]) -> bool:
    """The headlines stand line on line below their heading, and a blank line ends them."""
    *headlines, below = texts
    return (
        headlines[-1] - heading == len(headlines)
        and all(items[i].line.close for i in headlines)
        and not items[below].line.close
    )


def _after_cards(items: Sequence[Item], run: Run, texts: list[int]) -> int | None:
    """Where many sentences follow on the last badge or headline, the first that needs not be its card's."""
    marks = (i for i in range(run.start, run.end) if items[i].badges or (i in texts and items[i].shape == HEADLINE))
    last = max(marks, default=run.start)
    after = [i for i in texts if i > last]
    return after[1] if len(after) > _LAST_CARDS else None


def _alternates(items: Sequence[Item], texts: list[int]) -> bool:
    """Two headlines or more, and never more than one sentence between them."""
    shapes = [items[i].shape for i in texts]
    return shapes.count(HEADLINE) > 1 and (SENTENCE, SENTENCE) not in pairwise(shapes)


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
