"""The badges that an article may carry: those that there are words for."""

from __future__ import annotations

from collections.abc import Iterable

from l10n.errors import InvalidInputError
from l10n.model.article import Article
from l10n.model.chrome import KNOWN_BADGES, ChromeString


def badges(article: Article, captured: Iterable[ChromeString]) -> dict[str, ChromeString]:
    """Badge texts by id; what every theme must know wins over what was met on a page.

    Raises InvalidInputError, naming it, for a badge of the article that nobody has words for.
    """
    met = (string for string in captured if string.context == "badge")
    known = {badge.id: badge for badge in (*met, *KNOWN_BADGES)}
    for badge in (*article.badges, *(badge for card in article.cards for badge in card.badges)):
        if badge not in known:
            raise InvalidInputError(
                "no-badge-words",
                "nobody has words for the badge {badge!r}.",
                badge=badge,
                sorted=", ".join(sorted(known)),
                hint="Known badges: {sorted}.",
            )
    return known
