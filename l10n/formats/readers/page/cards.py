"""Lines of teasers as cards: each has a picture's description, a headline, badges and a summary, or some of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from l10n.formats.readers.page.items import DATA, Item
from l10n.formats.readers.page.shapes import HEADLINE, ITEM, SENTENCE, is_one_sentence, item_text
from l10n.model.article import AI_IMAGE, Card

ALT = "card alt"
HEAD = "card headline"
SUMMARY = "card summary"


@dataclass
class _Draft:
    """A card while its lines are being read."""

    parts: dict[str, str] = field(default_factory=dict)
    badges: list[str] = field(default_factory=list)
    machine_picture: bool = False
    closed: bool = False

    def takes(self, role: str, *, picture_first: bool) -> bool:
        """A part can follow those that are there; parts come in the page's order."""
        if self.closed or role in self.parts or SUMMARY in self.parts:
            return False
        return role != ALT or (not picture_first and HEAD in self.parts) or not self.parts

    def card(self) -> Card:
        badges = [*self.badges, *([AI_IMAGE] if self.machine_picture else [])]
        return Card(
            headline=self.parts.get(HEAD, ""),
            summary=self.parts.get(SUMMARY, ""),
            alt=self.parts.get(ALT, ""),
            badges=tuple(dict.fromkeys(badges)),
        )


def read_cards(items: Sequence[Item], pictures: set[int], *, badges_first: bool) -> tuple[list[Card], dict[int, str]]:
    """The cards in page order, and the role of each line that is text, by its place in `items`.

    `pictures` are places in `items`, as `own_pictures` gives them.
    """
    roles = _roles(items, pictures)
    picture_first = next(iter(roles.values()), "") == ALT
    drafts = [_Draft()]
    waiting: list[str] = []
    for i, item in enumerate(items):
        if i in roles:
            if not drafts[-1].takes(roles[i], picture_first=picture_first):
                drafts.append(_Draft())
            drafts[-1].parts[roles[i]] = item_text(item.text) if roles[i] == HEAD else item.text
            drafts[-1].badges += waiting
            waiting = []
        elif item.badges and i - 1 in roles and roles[i - 1] == ALT and item.is_image_label:
            drafts[-1].machine_picture = True
        elif item.badges and (item.answer == "below" or (badges_first and item.answer != "above")):
            waiting += item.badges
        elif item.badges:
            drafts[-1].badges += item.badges
        elif item.opens(frozenset({"read-more"})):
            drafts[-1].closed = bool(drafts[-1].parts)
    drafts[-1].badges += waiting
    return [draft.card() for draft in drafts if draft.parts], roles


def own_pictures(items: Sequence[Item], pictures: set[int]) -> set[int]:
    """Which of the lines with a picture's label below describe the picture, and which are a summary with its badge.

    Where the first card opens with its headline, a lone sentence between two headlines is a summary.
    """
    texts = [i for i, item in enumerate(items) if item.is_text]
    if not texts or items[texts[0]].shape != HEADLINE or texts[0] in pictures:
        return pictures
    framed = [None, *texts, None]
    lone = {
        here
        for above, here, below in zip(framed, texts, framed[2:], strict=False)
        if above is not None and items[above].shape == HEADLINE and (below is None or items[below].shape == HEADLINE)
    }
    return pictures - lone


def badges_stand_first(items: Sequence[Item], pictures: set[int], *, article_does: bool) -> bool | None:
    """Whether a badge belongs to the text below it; None where the page gives no sign, or signs for both.

    The signs: a badge between a headline and its summary, or before the first text, or after the last one; and the
    order of the article's own title, badge and text.
    """
    marks = "".join(_mark(item, i, items, pictures) for i, item in enumerate(items) if item.kind != DATA).strip(" ")
    marks = marks.replace(" ", "")
    if "B" not in marks:
        return True
    first = 2 * (marks[0] == "B") + 2 * ("HBS" in marks) + (marks[-1] != "B") + article_does
    after = 3 * (marks[-1] == "B")
    return None if first == after else first > after


def _mark(item: Item, at: int, items: Sequence[Item], pictures: set[int]) -> str:
    if item.badges:
        return "" if at - 1 in pictures and item.is_image_label else "B"
    if not item.is_text:
        return " "
    return "H" if item.shape == HEADLINE else "S"


def _roles(items: Sequence[Item], pictures: set[int]) -> dict[int, str]:
    texts = [i for i, item in enumerate(items) if item.is_text]
    roles = {i: ALT if i in pictures else HEAD if items[i].shape in (HEADLINE, ITEM) else SUMMARY for i in texts}
    if not any(role == ALT for role in roles.values()):
        roles |= dict.fromkeys(_unlabelled_pictures(items, texts), ALT)
    return roles


def _unlabelled_pictures(items: Sequence[Item], texts: list[int]) -> list[int]:
    """Descriptions without a label: where every headline has one sentence above it that is no other card's summary."""
    shapes = [items[i].shape for i in texts]
    heads = [k for k, form in enumerate(shapes) if form == HEADLINE]
    if not heads or heads[0] != 1 or shapes[0] != SENTENCE:
        return []
    gaps = [b - a for a, b in pairwise(heads)]
    with_summary = all(gap == 3 for gap in gaps) and len(shapes) - 1 - heads[-1] == 1
    without = all(gap == 2 for gap in gaps) and heads[-1] == len(shapes) - 1
    above = [texts[k - 1] for k in heads]
    sole = all(is_one_sentence(items[i].text) and not items[i + 1].badges for i in above)
    return above if sole and (with_summary or without) else []
