"""A page in Markdown, with its badges, related articles and cookie banner: the article is taken out of it.

What is left is the source as it was written: only whole lines go.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from l10n.formats.readers.markdown.blocks import ITEM, OTHER, PARAGRAPH, PICTURE, MarkdownBlock, blocks
from l10n.formats.readers.page.items import Item, sort
from l10n.formats.readers.page.known import KnownChrome
from l10n.formats.readers.page.lines import Line
from l10n.formats.readers.page.page import LABEL_WORDS, Page
from l10n.formats.readers.page.places import place
from l10n.formats.readers.page.result import answered
from l10n.formats.readers.page.shapes import HEADLINE, MARKS, SENTENCE, shape
from l10n.formats.readers.page.shapes import ITEM as LIST_ITEM
from l10n.model.article import Article, Image
from l10n.model.reading import BODY, CHROME, UNSURE, Reading, ReadingOptions

_FOOTNOTE = re.compile(r"(?:\[\^[^\]]+\])+$")
_STORY = ("paragraph", "heading", "list item")


def holds_chrome(body: str, options: ReadingOptions) -> bool:
    """A wording of a site stands in it as a block of its own. A language alone is no sign: people are quoted."""
    known = KnownChrome(options.known)
    return any(known.pieces(block.text) for block in blocks(body, known) if block.kind not in (OTHER, PICTURE))


def read_page(body: str, title: str, first_line: int, options: ReadingOptions) -> Reading:
    """The article and the chrome, or questions; `title` is what the front matter says, the body begins on `first_line`.

    Raises InvalidInputError for a page without an article or without a title.
    """
    known = KnownChrome(options.known)
    found = blocks(body, known)
    at = _title(found, title)

    def page(options: ReadingOptions) -> Page:
        items = [_item(block, first_line, known, options) for block in found]
        if at is not None:
            items[at] = replace(items[at], kind=BODY, pieces=(), shape=HEADLINE, answer="title")
        elif title:
            line = Line((0,), title, False)
            items.insert(0, Item(line=line, kind=BODY, shape=HEADLINE, answer="title", reason="front matter"))
        return place(_amid_story(items))

    reading = answered(page, options)
    if reading.article is None:
        return reading
    lines = tuple(line for line in reading.lines if line.line)
    gone = {line.line - first_line for line in lines if line.verdict != BODY or line.role not in _STORY}
    kept = "\n".join("" if i in gone else line for i, line in enumerate(body.split("\n")))
    article = _with_addresses(reading.article, found)
    body = re.sub(r"\n{3,}", "\n\n", kept).strip("\n")
    return replace(reading, lines=lines, article=replace(article, lead="", body=body + "\n" if body else ""))


def _title(found: Sequence[MarkdownBlock], title: str) -> int | None:
    """The heading that says what the front matter does; else the first of the first rank, or one above all text."""
    heads = [i for i, block in enumerate(found) if block.kind in ("h1", "h2", "h3")]
    if title:
        return next((i for i in heads if found[i].text.casefold() == title.casefold()), None)
    first = next((i for i in heads if found[i].kind == "h1"), None)
    text = next((i for i, block in enumerate(found) if block.kind == PARAGRAPH and shape(block.text) == SENTENCE), 0)
    return first if first is not None else next((i for i in heads if i < text), None)


def _item(block: MarkdownBlock, first_line: int, known: KnownChrome, options: ReadingOptions) -> Item:
    numbers = tuple(range(first_line + block.start, first_line + block.end))
    item = sort(Line(numbers, block.text, False), known, options)
    if item.answer or item.shape == MARKS:
        return item
    if block.kind in (OTHER, PICTURE):
        return replace(item, kind=BODY, pieces=(), shape=SENTENCE, score=1.0, reason=block.kind)
    if _FOOTNOTE.search(block.text):
        item = replace(item, shape=shape(_FOOTNOTE.sub("", block.text)))
    if block.kind == ITEM and not block.all_link:
        item = replace(item, shape=LIST_ITEM)
    elif block.kind.startswith("h") or block.all_link:
        item = replace(item, shape=HEADLINE)
    label = item.shape == HEADLINE and len(item.text.split()) <= LABEL_WORDS and item.score < 0
    if item.kind == UNSURE and not label:
        return replace(item, kind=BODY, score=1.0, reason="written as the article")
    return item


def _amid_story(items: list[Item]) -> list[Item]:
    """A sentence in the site's language with the story on below it may be a quotation: it waits for a person."""
    last = max((i for i, item in enumerate(items) if item.kind == BODY and item.shape == SENTENCE), default=0)
    return [
        replace(item, kind=UNSURE, pieces=())
        if i < last and item.shape == SENTENCE and item.kind == CHROME and item.reason.startswith("language")
        else item
        for i, item in enumerate(items)
    ]


def _with_addresses(article: Article, found: Sequence[MarkdownBlock]) -> Article:
    """Pictures and cards with the addresses that their text had in the source."""
    addresses = {block.text: block.address for block in found if block.address}
    sources = {block.text: block.address for block in found if block.kind == PICTURE}
    cards = tuple(replace(card, url=addresses.get(card.headline, "")) for card in article.cards)
    return replace(article, cards=cards, images=tuple(_with_source(image, sources) for image in article.images))


def _with_source(image: Image, sources: dict[str, str]) -> Image:
    text = image.alt or image.caption
    return replace(image, alt=text, caption="", src=sources[text]) if text in sources else image
