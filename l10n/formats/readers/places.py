"""What each line of a captured page is, by where it stands: the pass that looks at neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from l10n.errors import InvalidInputError
from l10n.formats.readers.cards import badges_stand_first, own_pictures, read_cards
from l10n.formats.readers.items import DATA, Item, as_chrome
from l10n.formats.readers.known import Piece
from l10n.formats.readers.shapes import HEADLINE, ITEM, SENTENCE
from l10n.formats.readers.title import describes_picture, find_pictures, find_title
from l10n.formats.readers.zones import BOXES, FOOT, RELATED, Run, find_foot, find_runs
from l10n.model.article import Card
from l10n.model.reading import BODY, UNSURE, Question

_LABEL_WORDS = 4
_HALF = 0.25


@dataclass
class Page:
    """A page whose lines find their places one after the other."""

    items: list[Item]
    title: int
    pictures: set[int]
    roles: dict[int, str] = field(default_factory=dict)
    """Of the lines that are text."""
    teasers: set[int] = field(default_factory=set)
    """Lines among the cards, badges too."""
    cards: list[Card] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def ask(self, at: int, question: str, *choices: str) -> None:
        item = self.items[at]
        self.roles[at] = UNSURE
        self.questions.append(Question(line=item.number, text=item.text, question=question, choices=choices))

    def label(self, at: int, reason: str) -> None:
        self.items[at] = as_chrome(self.items[at], reason)


def place(items: Sequence[Item]) -> Page:
    """Every line in its place. Raises InvalidInputError for a page without a story or without a title."""
    sure, unsure = find_pictures(items)
    if not any(item.is_text and item.shape == SENTENCE for i, item in enumerate(items) if i not in sure):
        raise InvalidInputError("there is no article in it: no paragraph in the language of the articles.")
    title = find_title(items, sure | unsure)
    if title is None:
        raise InvalidInputError(
            "the article has no title.", hint="Put the title on a line of its own above the first paragraph."
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
    _place_story(page, story)
    for i in range(foot, len(items)):
        if items[i].is_text:
            _place_foot_line(page, i)
    page.questions.sort(key=lambda question: question.line)
    return page


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
            page.roles[i] = _picture_role(page, i)
        elif item.kind == BODY and (describes_picture(item.text) or sentences == [i]):
            page.roles[i] = "image alt"
        elif title.casefold() in item.text.casefold():
            page.items[i] = replace(
                item, kind=DATA, pieces=(Piece(item.text, "", "page title"),), reason="the title again"
            )
        elif len(item.text.split()) <= _LABEL_WORDS:
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
    if not announced and _stands_in_chrome(page.items, here):
        page.label(here, "chrome around it")
    elif not announced and item.score < _HALF and not _stands_among(page.items, here, run):
        page.ask(here, "Is it the headline of another article, or the site's?", "card", "chrome")


def _stands_among(items: Sequence[Item], at: int, run: Run) -> bool:
    """Teasers on both sides, or one directly above it."""
    above, below = (run.start <= i < run.end and items[i].kind == BODY for i in (at - 1, at + 1))
    return above and (below or items[at].line.close)


def _picture_role(page: Page, at: int) -> str:
    """Above a badge stands what a screen reader is told; above a credit, what everybody reads."""
    return "image alt" if page.items[at + 1].badges else "caption"


def _place_cards(page: Page, run: Run) -> None:
    items = page.items[run.start : run.end]
    pictures = own_pictures(items, {i - run.start for i in page.pictures if run.start <= i < run.end})
    between = page.items[page.title + 1 : page.title + 3]
    article_does = any(item.badges for item in between)
    first = badges_stand_first(items, pictures, article_does=article_does)
    if first is None:
        for i, item in enumerate(items):
            if item.badges and not item.answer and not (i - 1 in pictures and item.is_image_label):
                page.ask(run.start + i, "Does this badge belong to the text above it or below it?", "above", "below")
    for i, item in enumerate(items):
        if item.kind == UNSURE and not item.answer:
            _place_unsure_teaser(page, run, i)
    items = page.items[run.start : run.end]
    page.teasers |= set(range(run.start, run.end))
    cards, roles = read_cards(items, pictures, badges_first=first is not False)
    page.cards += cards
    page.roles = {run.start + i: role for i, role in roles.items()} | page.roles
    if run.doubt is not None and not page.items[run.doubt].answer:
        page.ask(run.doubt, "Is it the teaser of another article, or does the article go on here?", "card", "body")


def _place_story(page: Page, story: list[int]) -> None:
    """Paragraphs, headings between them, lists, pictures."""
    sentences = [i for i in story if page.items[i].shape != HEADLINE and i not in page.pictures]
    first, last = sentences[0], sentences[-1]
    for at, i in enumerate(story):
        item = page.items[i]
        if i in page.roles:
            continue
        if i in page.pictures:
            page.roles[i] = _picture_role(page, i)
        elif item.answer == "body":
            page.roles[i] = _story_role(item, heading=i < last)
        elif item.kind == UNSURE and _stands_in_chrome(page.items, i):
            page.label(i, "chrome around it")
        elif item.kind == UNSURE and not _reads_on(page.items, i):
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
            page.roles[i] = _story_role(item, heading=True)
            if item.kind == UNSURE:
                page.items[i] = replace(item, reason="the article around it")


def _story_role(item: Item, *, heading: bool) -> str:
    if item.shape == ITEM:
        return "list item"
    return "heading" if item.shape == HEADLINE and heading else "paragraph"


def _place_standfirst(page: Page, at: int) -> None:
    """Between the title and the first paragraph: a standfirst has the length of one."""
    if len(page.items[at].text.split()) > _LABEL_WORDS:
        page.roles[at] = "paragraph"
    else:
        page.roles[at] = "heading"


def _place_unsure(page: Page, at: int, first: int) -> None:
    item = page.items[at]
    if at < first and item.shape == HEADLINE and len(item.text.split()) <= _LABEL_WORDS and item.text.istitle():
        page.items[at] = replace(
            item, kind=DATA, pieces=(Piece(item.text, "", "byline"),), reason="a name below the title"
        )
    else:
        page.ask(at, "Its language is unclear. Is it the article's, or the site's?", "body", "chrome")


def _reads_on(items: Sequence[Item], at: int) -> bool:
    """The article is on both sides; or on one, and half of the evidence a language needs."""
    sides = [0 <= i < len(items) and items[i].kind == BODY for i in (at - 1, at + 1)]
    return all(sides) or (any(sides) and items[at].score >= _HALF)


def _stands_in_chrome(items: Sequence[Item], at: int) -> bool:
    """A short line with chrome on both sides; or on one, and half of the evidence a language needs.

    Names have no language (their score is 0): they may be a heading, whatever is around them.
    """
    item = items[at]
    if len(item.text.split()) > _LABEL_WORDS or item.shape != HEADLINE or item.score == 0 or item.score >= _HALF:
        return False
    sides = [not 0 <= i < len(items) or not items[i].is_text for i in (at - 1, at + 1)]
    return all(sides) or (any(sides) and item.score < -_HALF - 0.05)


def _below_foot(page: Page, at: int, story: list[int], place: int) -> bool:
    """A lone last sentence under signs of the foot."""
    between = page.items[story[place - 1] + 1 : at]
    signs = any(item.opens(FOOT) or (item.kind == DATA and item.pieces[0].context == "copyright") for item in between)
    return signs and place + 1 == len(story)


def _place_foot_line(page: Page, at: int) -> None:
    item = page.items[at]
    if len(item.text.split()) <= _LABEL_WORDS or item.kind == UNSURE:
        page.label(at, "in the foot of the page")
    else:
        page.ask(at, "It stands in the foot of the page. Is it the article's, or the site's?", "body", "chrome")
