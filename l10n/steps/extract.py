"""An article into its template: what there is to translate, with a word to the translator on each message."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.model.article import Article
from l10n.model.catalog import Catalog, article_domain
from l10n.model.header import template_header
from l10n.model.message import Message, MessageKey
from l10n.segmentation import article as roles
from l10n.segmentation.article import split

_NOTES = {
    roles.TITLE: "The headline of the article.",
    roles.LEAD: "The first paragraph, which stands out on the page.",
    roles.IMAGE_ALT: "Describes a picture for readers who do not see it.",
    roles.CAPTION: "Stands below a picture.",
    "heading": "A heading within the article.",
    "quote": "Quoted text.",
    "table cell": "A cell of a table: keep it brief.",
    roles.CARD_HEADLINE: "The headline of a related article, as its card shows it.",
    roles.CARD_ALT: "Describes the picture on the card of a related article, for readers who do not see it.",
    roles.CARD_SUMMARY: "The summary on the card of a related article.",
}
"""By role; what has no note here is running text."""


def extract(article: Article) -> Catalog:
    """The template of an article: one message for each (role, text), in reading order.

    A note says what the text is for, and never where it stands: a paragraph put on top changes no other entry
    (law 1). The same text twice in one role is one message with the notes of both.
    """
    messages = tuple(
        Message(msgctxt=key.msgctxt, msgid=key.msgid, extracted=tuple(notes)) for key, notes in noted(article).items()
    )
    return Catalog(header=template_header(article_domain(article.slug), article.lang), messages=messages)


def noted(article: Article) -> dict[MessageKey, list[str]]:
    """The messages of an article in the order of their template, each with its notes."""
    notes: dict[MessageKey, list[str]] = {}
    for unit in split(article):
        notes.setdefault(unit.key, [_NOTES[unit.context]] if unit.context in _NOTES else [])
    for key, note in _card_notes(article):
        if note not in notes[key]:
            notes[key].append(note)
    return notes


def _card_notes(article: Article) -> Iterator[tuple[MessageKey, str]]:
    """Which related article an alt text or a summary belongs to, by its headline."""
    for card in article.cards:
        note = f"The card's headline: {' '.join(card.headline.split())}"
        if card.headline and card.alt:
            yield MessageKey(roles.CARD_ALT, card.alt), note
        if card.headline and card.summary:
            yield MessageKey(roles.CARD_SUMMARY, card.summary), note
