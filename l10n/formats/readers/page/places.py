"""What each line of a captured page is, by where it stands: the pass that looks at neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from l10n.errors import InvalidInputError
from l10n.formats.readers.page.cards import badges_stand_first, own_pictures, read_cards
from l10n.formats.readers.page.foot import find_foot
from l10n.formats.readers.page.items import DATA, Item
from l10n.formats.readers.page.known import Piece
from l10n.formats.readers.page.language import HALF
from l10n.formats.readers.page.page import LABEL_WORDS, Page, stands_in_chrome
from l10n.formats.readers.page.runs import BOXES, RELATED, Run, find_runs
from l10n.formats.readers.page.shapes import HEADLINE, ITEM, SENTENCE
from l10n.formats.readers.page.story import place_story
from l10n.formats.readers.page.title import describes_picture, find_pictures, find_title, names_site
from l10n.model.reading import BODY, UNSURE


def place(items: Sequence[Item]) -> Page:
    """Every line in its place. Raises InvalidInputError for a page without a story or without a title."""
    items = _lists_together(items)
    sure, unsure = find_pictures(items)
    if not any(item.is_text and item.shape == SENTENCE for i, item in enumerate(items) if i not in sure):
        raise InvalidInputError(
            "no-article-in-page", "there is no article in it: no paragraph in the language of the articles."
        )
    title = find_title(items, sure | unsure)
    if title is None:
        raise InvalidInputError(
            "no-title",
            "the article has no title.",
            hint="Put the title on a line of its own above the first paragraph.",
        )
    foot = find_foot(items, title)
    runs = find_runs(items, title + 1, foot, sure)
    teasers = {i for run in runs for i in range(run.start, run.end)}
    pictures = sure | {i for i in unsure if i < title or i in teasers}
    page = Page(list(items), title, pictures, {title: "title"})
    _place_head(page)
    for i in unsure - pictures:
        page.ask(i, "Is it the caption of the picture whose label is below it, or a paragraph?", "caption", "body")
    for run in runs:
        _place_cards(page, run)
    story = [i for i in range(title + 1, foot) if i not in teasers and items[i].is_text]
    place_story(page, story)
    for i in range(foot, len(items)):
        if items[i].is_text:
            _place_foot_line(page, i)
    page.questions.sort(key=lambda question: question.line)
    return page


def _lists_together(items: Sequence[Item]) -> list[Item]:
    """A list is in one language: `Opened in 1994` speaks for the `Cost 230 million kroner` below it."""
    placed = list(items)
    for listed, group in groupby(range(len(items)), lambda i: items[i].shape == ITEM and not items[i].answer):
        places = list(group)
        kinds = {items[i].kind for i in places}
        scores = [items[i].score for i in places]
        if listed and kinds - {BODY} and BODY in kinds and sum(scores) >= HALF * len(scores):
            for i in places:
                if items[i].kind == UNSURE or items[i].reason.startswith("language"):
                    placed[i] = replace(items[i], kind=BODY, pieces=(), score=HALF, reason="the list it is in")
    return placed


def _place_head(page: Page) -> None:
    """Above the title stands the picture of the article, boxes of teasers, and the site's own labels."""
    title = page.items[page.title].text
    own = page.title
    while own and (not page.items[own - 1].is_text or own - 1 in page.pictures):
        own -= 1
    for run in find_runs(page.items, 0, own, page.pictures):
        announced = run.start > 0 and page.items[run.start - 1].opens(RELATED | BOXES)
        if announced or all(page.items[i].shape == HEADLINE for i in range(run.start, own) if page.items[i].is_text):
            _place_cards(page, run)
    sentences = [i for i in range(own) if i not in page.roles and page.items[i].shape == SENTENCE]
    for i in range(page.title):
        item = page.items[i]
        if not item.is_text or i in page.roles:
            continue
        if i in page.pictures:
            page.roles[i] = page.picture_role(i)
        elif item.kind == BODY and (describes_picture(item.text) or sentences == [i]):
            page.roles[i] = "image alt"
        elif title.casefold() in item.text.casefold():
            page.items[i] = replace(
                item, kind=DATA, pieces=(Piece(item.text, "", "page title"),), reason="the title again"
            )
        elif len(item.text.split()) <= LABEL_WORDS or names_site(item.text):
            page.label(i, "above the title")
        elif item.answer:
            page.roles[i] = "paragraph"
        else:
            page.ask(i, "It stands above the title. Is it the article's, or the site's?", "body", "chrome")


def _place_unsure_teaser(page: Page, run: Run, at: int) -> None:
    """A short line among teasers is a headline if a known heading announces it, or others stand around it."""
    here = run.start + at
    item, heading = page.items[here], page.items[run.start - 1]
    listed = all(above.is_text and above.line.close for above in page.items[run.start : here + 1])
    announced = any(piece.id == piece.group for piece in heading.pieces) and (at == 0 or listed)
    last = not any(below.is_text for below in page.items[here + 1 : run.end])
    ends = last and at > 0 and page.items[here - 1].line.close and not item.line.close
    if ends and len(item.text.split()) <= LABEL_WORDS and item.score < HALF:
        page.label(here, "set off from the teasers above")
    elif not announced and stands_in_chrome(page.items, here):
        page.label(here, "chrome around it")
    elif not announced and item.score < HALF and not _stands_among(page.items, here, run):
        page.ask(here, "Is it the headline of another article, or the site's?", "card", "chrome")


def _stands_among(items: Sequence[Item], at: int, run: Run) -> bool:
    """Teasers on both sides, or one directly above it."""
    above, below = (run.start <= i < run.end and items[i].kind == BODY for i in (at - 1, at + 1))
    return above and (below or items[at].line.close) and items[at].score >= -HALF


def _place_cards(page: Page, run: Run) -> None:
    for at in range(run.end - run.start):
        if page.items[run.start + at].kind == UNSURE and not page.items[run.start + at].answer:
            _place_unsure_teaser(page, run, at)
    items = page.items[run.start : run.end]
    pictures = own_pictures(items, {i - run.start for i in page.pictures if run.start <= i < run.end})
    between = page.items[page.title + 1 : page.title + 3]
    article_does = any(item.badges for item in between)
    first = badges_stand_first(items, pictures, article_does=article_does)
    if first is None:
        for i, item in enumerate(items):
            if item.badges and not item.answer and not (i - 1 in pictures and item.is_image_label):
                page.ask(run.start + i, "Does this badge belong to the text above it or below it?", "above", "below")
    page.teasers |= set(range(run.start, run.end))
    cards, roles = read_cards(items, pictures, badges_first=first is not False)
    page.cards += cards
    page.roles = {run.start + i: role for i, role in roles.items()} | page.roles
    if run.doubt is not None and page.items[run.doubt].is_text and not page.items[run.doubt].answer:
        page.ask(run.doubt, "Is it the teaser of another article, or does the article go on here?", "card", "body")


def _place_foot_line(page: Page, at: int) -> None:
    item = page.items[at]
    if len(item.text.split()) <= LABEL_WORDS or item.kind == UNSURE:
        page.label(at, "in the foot of the page")
    else:
        page.ask(at, "It stands in the foot of the page. Is it the article's, or the site's?", "body", "chrome")
