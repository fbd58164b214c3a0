"""An article without some of its passages, and without a hole where they were."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from l10n.model.article import Article, Card
from l10n.model.message import MessageKey
from l10n.segmentation import article as roles
from l10n.segmentation.body import passages
from l10n.segmentation.tokens import parse_body

if TYPE_CHECKING:
    from markdown_it.token import Token

IsGone = Callable[[MessageKey], bool]


def without(article: Article, is_gone: IsGone) -> Article:
    """The article without the passages that are gone, and what cannot stand without them. The title stays.

    An image goes with its description, a card with all its words. In the body, a block goes as a whole: a paragraph,
    a heading, an item of a list with what is in it, a row of a table (with its head, the table), a quotation.
    """

    def kept(role: str, text: str) -> str:
        return "" if text and is_gone(MessageKey(role, text)) else text

    return replace(
        article,
        lead=kept(roles.LEAD, article.lead),
        images=tuple(
            replace(image, caption=kept(roles.CAPTION, image.caption))
            for image in article.images
            if not image.alt or kept(roles.IMAGE_ALT, image.alt)
        ),
        body=_body(article.body, is_gone),
        cards=tuple(card for whole in article.cards if (card := _card(whole, kept))),
    )


def _card(card: Card, kept: Callable[[str, str], str]) -> Card | None:
    """The card with the words it keeps; None where it had words and keeps none but a picture's."""
    left = replace(
        card,
        headline=kept(roles.CARD_HEADLINE, card.headline),
        summary=kept(roles.CARD_SUMMARY, card.summary),
        alt=kept(roles.CARD_ALT, card.alt),
    )
    words, had = (bool(one.headline or one.summary) for one in (left, card))
    return left if words or (not had and (left.alt or not card.alt)) else None


def _body(body: str, is_gone: IsGone) -> str:
    gone = {place.token for place in passages(body) if is_gone(MessageKey(place.context, place.text))}
    if not gone:
        return body
    tokens = parse_body(body).tokens
    lines = body.split("\n")
    for start, end in reversed(list(_spans(tokens, gone))):
        while end > start and not lines[end - 1].strip():
            end -= 1
        # two blocks that were parted by the one that goes must not run into one
        is_part = _is_between_parts(tokens, start)
        lines[start:end] = [] if is_part else [""]
    text = "\n".join(lines).strip("\n")
    return text + "\n" if text else ""


def _spans(tokens: Sequence[Token], gone: Container[int]) -> Iterator[tuple[int, int]]:
    """The lines of what goes, in order."""
    for at, end in _blocks(tokens):
        parts = list(_parts(tokens, at, end))
        hit = [part for part in parts if _holds(part, gone)]
        inside = {index for part in hit for index in range(*part)}
        if any(index in gone and index not in inside for index in range(at, end)) or (hit and len(hit) == len(parts)):
            hit = [(at, end)]
        for first, _ in hit:
            lines = tokens[first].map
            if lines:
                yield lines[0], lines[1]


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First token of each block of the body, and the one behind its last."""
    yield from _siblings(tokens, 0, len(tokens))


def _parts(tokens: Sequence[Token], at: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a block that may go alone: items of a list, rows below a table's head."""
    if tokens[at].type in ("bullet_list_open", "ordered_list_open"):
        yield from _siblings(tokens, at + 1, end - 1)
    elif tokens[at].type == "table_open":
        for first, last in _siblings(tokens, at + 1, end - 1):
            if tokens[first].type == "tbody_open":
                yield from _siblings(tokens, first + 1, last - 1)


def _siblings(tokens: Sequence[Token], at: int, end: int) -> Iterator[tuple[int, int]]:
    start, depth = at, 0
    for index in range(at, end):
        depth += tokens[index].nesting
        if depth == 0:
            yield start, index + 1
            start = index + 1


def _holds(span: tuple[int, int], gone: Container[int]) -> bool:
    return any(index in gone for index in range(*span))


def _is_between_parts(tokens: Sequence[Token], line: int) -> bool:
    """True where a part of a block begins at this line that another stands before: a blank line would divide it."""
    for at, end in _blocks(tokens):
        starts = [lines[0] for first, _ in _parts(tokens, at, end) if (lines := tokens[first].map)]
        is_below_head = tokens[at].type == "table_open"
        if line in (starts if is_below_head else starts[1:]):
            return True
    return False
