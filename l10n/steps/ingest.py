"""A reading into what the project keeps: the article under its name, and the chrome added to what was met before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from l10n.model.article import Article
from l10n.model.chrome import ChromeString
from l10n.model.reading import Reading


def ingest(reading: Reading, slug: str, captured: Iterable[ChromeString]) -> tuple[Article, list[ChromeString]]:
    """The article, and all captured chrome; a string met again only learns the name of one more article.

    Raises ValueError for a reading with open questions: there is nothing to keep yet.
    """
    if reading.article is None:
        raise ValueError("a reading with open questions has no article")
    strings = {(s.context, s.text, s.lang): s for s in captured}
    for string in reading.chrome:
        known = strings.get((string.context, string.text, string.lang), string)
        strings[string.context, string.text, string.lang] = replace(
            known, articles=tuple(sorted({*known.articles, slug}))
        )
    return replace(reading.article, slug=slug), list(strings.values())
