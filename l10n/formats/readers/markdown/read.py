"""Markdown that a person brings: an article as it was written, or a page in Markdown with the article in it."""

from __future__ import annotations

import re
from dataclasses import replace

from l10n.errors import InvalidInputError
from l10n.formats.readers.markdown.article import parse
from l10n.formats.readers.markdown.page import holds_chrome, read_page
from l10n.formats.readers.page.language import SCANDINAVIAN
from l10n.model.article import Article
from l10n.model.reading import Reading, ReadingOptions

_FRONT = re.compile(r"---[ \t]*\n.*?^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIRST_HEADING = re.compile(r"\s*(?:# +(?P<marked>.+?)(?: +#+)?|(?P<underlined>[^\n]+)\n=+) *(?:\n+|\Z)")
_LANG = re.compile(r"^lang\s*:", re.MULTILINE)
_NO_TITLE = "-"


def read(text: str, options: ReadingOptions) -> Reading:
    """The article; and the chrome and questions, where wordings of a site stand in it or its title is not on top.

    Raises InvalidInputError for text without an article or without a title, and what `parse` does.
    """
    if not text.strip():
        raise InvalidInputError("no-text", "there is no text in it.")
    text = text.replace("\r\n", "\n")
    fence = _FRONT.match(text)
    start = fence.end() if fence else 0
    front = parse(f"{text[:start]}# {_NO_TITLE}\n", slug="") if fence or not text.startswith("---\n") else None
    if front is None:
        return Reading(article=parse(text, slug=""))
    body, title = text[start:], front.title if front.title != _NO_TITLE else ""
    lang = front.lang if _LANG.search(text, 0, start) else options.article_language
    if lang.partition("-")[0] in SCANDINAVIAN or (
        not holds_chrome(body, options) and (title or _FIRST_HEADING.match(body))
    ):
        return Reading(article=_without_repeats(replace(parse(text, slug=""), lang=lang)))
    reading = read_page(body, title, text.count("\n", 0, start) + 1, options)
    if reading.article is None:
        return reading
    article = replace(
        front,
        lang=lang,
        title=title or reading.article.title,
        badges=front.badges or reading.article.badges,
        images=front.images or reading.article.images,
        cards=front.cards or reading.article.cards,
        body=reading.article.body,
    )
    return replace(reading, article=_without_repeats(article))


def _without_repeats(article: Article) -> Article:
    """A body that opens with the title, or the lead, of its front matter would show it twice."""
    body = article.body
    heading = _FIRST_HEADING.match(body)
    if heading and (heading["marked"] or heading["underlined"]).strip() == article.title:
        body = body[heading.end() :]
    first, _, rest = body.partition("\n\n")
    if article.lead and " ".join(first.split()) == " ".join(article.lead.split()):
        body = rest.lstrip("\n")
    return replace(article, body=body)
