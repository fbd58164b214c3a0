"""The lines between the title and the foot that are no teasers: the article's own, or chrome among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from l10n.errors import InvalidInputError
from l10n.formats.readers.page.foot import FOOT
from l10n.formats.readers.page.items import DATA, Item
from l10n.formats.readers.page.known import Piece
from l10n.formats.readers.page.language import HALF
from l10n.formats.readers.page.page import LABEL_WORDS, Page, stands_in_chrome
from l10n.formats.readers.page.shapes import HEADLINE, ITEM, SENTENCE
from l10n.formats.readers.page.title import describes_picture
from l10n.model.reading import BODY, CHROME, UNSURE


def place_story(page: Page, story: list[int]) -> None:
    """Paragraphs, headings between them, lists, pictures."""
    sentences = [i for i in story if page.items[i].shape != HEADLINE and i not in page.pictures]
    if not sentences and page.questions:
        return
    if not sentences:
        raise InvalidInputError(
            "no-article-in-page", "there is no article in it: below its title stand only related cards."
        )
    first, last = sentences[0], sentences[-1]
    for at, i in enumerate(story):
        item = page.items[i]
        if i in page.roles:
            continue
        if i in page.pictures:
            page.roles[i] = page.picture_role(i)
        elif item.answer == "body":
            page.roles[i] = _story_role(page, i, heading=i < last)
        elif item.kind == UNSURE and item.shape == ITEM and page.roles.get(i - 1) in ("list item", "paragraph"):
            page.roles[i] = "list item"
        elif item.kind == UNSURE and stands_in_chrome(page.items, i):
            page.label(i, "chrome around it")
        elif item.kind == UNSURE and not reads_on(page.items, i):
            _place_unsure(page, i, first)
        elif i < first and item.shape == HEADLINE:
            _place_standfirst(page, i)
        elif item.shape == HEADLINE and (i > last or at + 1 == len(story)):
            page.ask(i, "A heading with nothing below it. Whose is it?", "body", "chrome")
        elif item.shape == SENTENCE and i > first and _below_foot(page, i, story, at):
            page.ask(i, "It stands below the foot of the page. Is it the article's, or the site's?", "body", "chrome")
        elif i == first and describes_picture(item.text) and i != last:
            page.roles[i] = "image alt"
        else:
            page.roles[i] = _story_role(page, i, heading=True)
            if item.kind == UNSURE:
                page.items[i] = replace(item, reason="the article around it")


def _story_role(page: Page, at: int, *, heading: bool) -> str:
    item = page.items[at]
    if item.shape == ITEM:
        return "paragraph" if _is_speech(page, at) else "list item"
    return "heading" if item.shape == HEADLINE and heading else "paragraph"


def _is_speech(page: Page, at: int) -> bool:
    """`– We will win, she said.` is how Nordic papers quote; one dash alone makes no list."""
    beside = [page.items[i] for i in (at - 1, at + 1) if 0 <= i < len(page.items)]
    return page.items[at].text.startswith(("–", "-")) and not any(item.shape == ITEM for item in beside)


def _place_standfirst(page: Page, at: int) -> None:
    """Between the title and the first paragraph: a standfirst has the length of one."""
    if len(page.items[at].text.split()) > LABEL_WORDS:
        page.roles[at] = "paragraph"
    else:
        page.roles[at] = "heading"


def _place_unsure(page: Page, at: int, first: int) -> None:
    item = page.items[at]
    if _looks_like_name(item) and (at < first or _is_signature(page.items, at)):
        page.items[at] = replace(
            item, kind=DATA, pieces=(Piece(item.text, "", "byline"),), reason="a name below the title or above a date"
        )
    else:
        page.ask(at, "Its language is unclear. Is it the article's, or the site's?", "body", "chrome")


def _looks_like_name(item: Item) -> bool:
    return item.shape == HEADLINE and len(item.text.split()) <= LABEL_WORDS and item.text.istitle()


def _is_signature(items: Sequence[Item], at: int) -> bool:
    """Names line on line, and the date below them."""
    for item in items[at + 1 :]:
        if not item.line.close:
            return False
        if item.kind == DATA:
            return item.pieces[0].context in ("date", "byline")
        if not _looks_like_name(item):
            return False
    return False


def reads_on(items: Sequence[Item], at: int) -> bool:
    """The article is on both sides, or joined to the line; or on one, and half of the evidence a language needs."""
    sides = [0 <= i < len(items) and items[i].kind == BODY for i in (at - 1, at + 1)]
    needed = -HALF if all(sides) or _is_joined_below(items, at) else HALF
    return any(sides) and items[at].score >= needed


def _is_joined_below(items: Sequence[Item], at: int) -> bool:
    """It stands directly on top of a paragraph, and not directly below chrome."""
    item, above, below = items[at], items[at - 1], items[at + 1] if at + 1 < len(items) else None
    joined = below is not None and below.kind == BODY and below.shape == SENTENCE and below.line.close
    return joined and not (item.line.close and above.kind == CHROME)


def _below_foot(page: Page, at: int, story: list[int], place: int) -> bool:
    """A lone last sentence under signs of the foot."""
    between = page.items[story[place - 1] + 1 : at]
    signs = any(item.opens(FOOT) or (item.kind == DATA and item.pieces[0].context == "copyright") for item in between)
    return signs and place + 1 == len(story)
