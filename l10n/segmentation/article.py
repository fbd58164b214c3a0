"""An article into messages, and translations back into an article: `join(split(a)) == a` (law 9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from l10n.model.article import Article, Card, Image
from l10n.model.message import MessageKey
from l10n.segmentation.body import passages, replace_passages

TITLE = "title"
LEAD = "lead"
IMAGE_ALT = "image alt"
CAPTION = "caption"
CARD_ALT = "card alt"
CARD_HEADLINE = "card headline"
CARD_SUMMARY = "card summary"

Translate = Callable[[str, str], str]
"""(role, source text) → the text to put in its place."""


class Unit(NamedTuple):
    """One translatable text of an article, with its role."""

    context: str
    text: str

    @property
    def key(self) -> MessageKey:
        return MessageKey(self.context, self.text)


def split(article: Article) -> list[Unit]:
    """All translatable texts in reading order. The same text in the same role twice is listed twice."""
    units = [Unit(TITLE, article.title), Unit(LEAD, article.lead)]
    for image in article.images:
        units += [Unit(IMAGE_ALT, image.alt), Unit(CAPTION, image.caption)]
    units += [Unit(passage.context, passage.text) for passage in passages(article.body)]
    for card in article.cards:
        units += [Unit(CARD_HEADLINE, card.headline), Unit(CARD_ALT, card.alt), Unit(CARD_SUMMARY, card.summary)]
    return [unit for unit in units if unit.text]


def join(article: Article, translate: Translate, *, lang: str) -> Article:
    """The article with every unit's text replaced, in the given language; what is no text stays as it is."""

    def put(context: str, text: str) -> str:
        return translate(context, text) if text else text

    def put_image(image: Image) -> Image:
        return replace(image, alt=put(IMAGE_ALT, image.alt), caption=put(CAPTION, image.caption))

    def put_card(card: Card) -> Card:
        return replace(
            card,
            headline=put(CARD_HEADLINE, card.headline),
            alt=put(CARD_ALT, card.alt),
            summary=put(CARD_SUMMARY, card.summary),
        )

    texts = {passage: put(passage.context, passage.text) for passage in passages(article.body)}
    return replace(
        article,
        lang=lang,
        title=put(TITLE, article.title),
        lead=put(LEAD, article.lead),
        images=tuple(map(put_image, article.images)),
        cards=tuple(map(put_card, article.cards)),
        body=replace_passages(article.body, texts),
    )
