"""A reading into what the project keeps: the article under its name, and the chrome added to what was met before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from l10n.model.article import Article
from l10n.model.chrome import ChromeString
from l10n.model.reading import Reading


def ingest(reading: Reading, slug: str, captured: Iterable[ChromeString]) -> tuple[Article, list[ChromeString]]:
    """The article, and all captured chrome: a string met again learns the article's name.

    Where the article was read before, a string that is no longer around it forgets the name; without any, it goes.

    Raises ValueError for a reading with open questions: there is nothing to keep yet.
    """
    if reading.article is None:
        raise ValueError("a reading with open questions has no article")
    strings = {(s.context, s.text, s.lang): s for s in captured}
    here = {(s.context, s.text, s.lang): s for s in reading.chrome}
    for key, string in {**here, **strings}.items():
        others = {*string.articles} - {slug}
        if key in here:
            strings[key] = replace(string, articles=tuple(sorted({*others, slug})))
        elif others:
            strings[key] = replace(string, articles=tuple(sorted(others)))
        elif string.articles:
            del strings[key]
    return replace(reading.article, slug=slug), list(strings.values())
