"""The texts of an article page as a reader meets them: the article's own, with the chrome around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from l10n.model.article import AI_IMAGE, Article
from l10n.model.catalog import CHROME, article_domain
from l10n.model.chrome import ChromeString
from l10n.model.message import MessageKey
from l10n.model.publishing import CONSENT_ROLES
from l10n.segmentation import article as roles
from l10n.segmentation.body import passages

Place = tuple[str, MessageKey]
"""A domain, and a message of it."""
_HEADING = "heading"


def reading_order(article: Article, *, theme: Iterable[MessageKey], badges: Mapping[str, ChromeString]) -> list[Place]:
    """Every text of the page once, where it is met first. `theme` are the words that the theme may put around it.

    Notices and labels, which a page shows only in some states, are left to the chrome's own list.
    """
    return list(dict.fromkeys(_places(article, list(theme), badges)))


def _places(article: Article, theme: list[MessageKey], badges: Mapping[str, ChromeString]) -> Iterator[Place]:
    own = article_domain(article.slug)

    def texts(*units: tuple[str, str]) -> Iterator[Place]:
        return ((own, MessageKey(role, text)) for role, text in units if text)

    def labels(ids: Iterable[str]) -> Iterator[Place]:
        return ((CHROME, badges[badge].key) for badge in ids if badge in badges)

    yield from ((CHROME, key) for key in theme if key.msgctxt in CONSENT_ROLES)
    yield from texts((roles.TITLE, article.title))
    yield from labels(article.badges)
    yield from texts((roles.LEAD, article.lead))
    for image in article.images:
        yield from texts((roles.IMAGE_ALT, image.alt), (roles.CAPTION, image.caption))
        yield from labels([AI_IMAGE] if image.machine_made else [])
    yield from texts(*_body(article.body))
    if article.cards:
        yield from ((CHROME, key) for key in theme if key.msgctxt == _HEADING)
    for card in article.cards:
        yield from texts((roles.CARD_ALT, card.alt), (roles.CARD_HEADLINE, card.headline))
        yield from labels(card.badges)
        yield from texts((roles.CARD_SUMMARY, card.summary))


@lru_cache(maxsize=64)
def _body(body: str) -> tuple[tuple[str, str], ...]:
    """Role and text of its passages; a page is looked at far more often than its article is edited."""
    return tuple((passage.context, passage.text) for passage in passages(body))
