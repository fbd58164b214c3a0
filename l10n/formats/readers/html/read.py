"""An HTML page: its elements say what is story and what is site; where they do not, the language does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lxml.etree import _Element

from l10n.errors import InvalidInputError
from l10n.formats.readers.html.areas import SITE, area, own_language, within
from l10n.formats.readers.html.blocks import Block, blocks, is_cut_off, parse_page
from l10n.formats.readers.html.figures import in_figure, label_pictures, place_figure
from l10n.formats.readers.html.teasers import cards_of, teaser_places
from l10n.formats.readers.html.title import declared_titles, story_root, title_block
from l10n.formats.readers.page.items import Item, as_chrome, sort
from l10n.formats.readers.page.known import KnownChrome
from l10n.formats.readers.page.language import SCANDINAVIAN
from l10n.formats.readers.page.lines import Line, split_badges
from l10n.formats.readers.page.page import Page, stands_in_chrome
from l10n.formats.readers.page.result import answered
from l10n.formats.readers.page.shapes import HEADLINE, SENTENCE
from l10n.formats.readers.page.story import reads_on
from l10n.model.reading import BODY, CHROME, UNSURE, Reading, ReadingOptions

_CUT_OFF = "the page has no end (</html>): it may be cut off, and the article with it."
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_PROSE = ("p", "table", "li", "blockquote", "td", "th", "dd", "dt", "pre", *_HEADINGS)


def read(text: str, options: ReadingOptions) -> Reading:
    """The article and the chrome; questions, and no article, where a passage could be either.

    Raises InvalidInputError for a page without an article or without a title.
    """
    known = KnownChrome(options.known)
    root = parse_page(text)
    found = [part for block in blocks(root) for part in _apart(block, known)]
    if not found:
        raise InvalidInputError("no-text", "there is no text in it.")
    titles = declared_titles(root)
    reading = answered(lambda options: _place(found, titles, known, options), options)
    return replace(reading, warnings=(_CUT_OFF,)) if is_cut_off(text) else reading


def _apart(block: Block, known: KnownChrome) -> list[Block]:
    """`Les også: <a>Oil falls</a>` is a heading and a headline; a caption may end in a badge."""
    label, colon, rest = block.text.partition(": ")
    if colon and rest and any(piece.context == "heading" for piece in known.pieces(label)):
        return [replace(block, text=f"{label}:", markup="", links=()), replace(block, text=rest, markup="")]
    text, badges = split_badges(block.text, known)
    if badges and not block.is_picture:
        return [
            replace(block, text=text, markup=block.markup.removesuffix(badges).rstrip()),
            replace(block, text=badges),
        ]
    return [block]


def _place(found: Sequence[Block], titles: Sequence[str], known: KnownChrome, options: ReadingOptions) -> Page:
    numbers = _numbers(found)
    items = [_item(block, number, known, options) for block, number in zip(found, numbers, strict=True)]
    title = title_block(found, titles)
    story = story_root(
        [block for block, item in zip(found, items, strict=True) if item.is_text],
        found[title] if title is not None else None,
    )
    if story is None:
        raise InvalidInputError(
            "no-article-in-page",
            "there is no article in it: no paragraph in the language of the articles outside its menus and footers.",
        )
    if title is None:
        title = _add_title(found, items, titles, story)
        found = [*found[:title], replace(found[title], text=titles[0], markup="", links=()), *found[title:]]
    page = Page(items, title, set(), {title: "title"})
    page.items[title] = replace(page.items[title], kind=BODY, pieces=())
    teasers, doubts = teaser_places(found, items, story, title)
    page.teasers |= teasers
    article_does = any(item.badges for item in items[title + 1 : title + 3])
    page.cards, roles = cards_of(found, items, teasers, article_does=article_does)
    page.roles |= roles
    for i in doubts:
        page.ask(i, "Is it the teaser of another article, or does the article go on here?", "card", "body")
    rest = [i for i, item in enumerate(page.items) if i not in teasers and i != title and item.is_text]
    last = max((i for i in rest if items[i].shape == SENTENCE and area(found[i].element) != SITE), default=title)
    for i in rest:
        _place_block(page, i, found, story, within_story=range(title, last))
    label_pictures(page, found)
    return page


def _item(block: Block, number: int, known: KnownChrome, options: ReadingOptions) -> Item:
    """As in a capture; where its own language is unclear, the `lang` around the text decides.

    A clear language outvotes it: templates name one for a whole part, with teasers in another inside.
    """
    item = sort(Line((number,), block.text, False), known, options)
    lang = own_language(block.element).partition("-")[0].replace("no", "nb")
    if item.kind == UNSURE and lang == options.article_language:
        item = replace(item, kind=BODY, score=1.0, reason=f'lang="{lang}"')
    elif item.kind == UNSURE and lang:
        item = as_chrome(item, f'lang="{lang}"')
    elif item.reason.startswith("language") and options.article_language in SCANDINAVIAN:
        item = replace(item, kind=UNSURE, pieces=())
    form = HEADLINE if within(block.element, *_HEADINGS) is not None else item.shape
    return replace(item, markup=block.markup, shape=form)


def _place_block(page: Page, at: int, found: Sequence[Block], story: _Element, *, within_story: range) -> None:
    item, block = page.items[at], found[at]
    inside = block.element is story or any(node is story for node in block.element.iterancestors())
    prose = within(block.element, *_PROSE) is not None
    if item.answer:
        page.roles[at] = _role(block)
    elif area(block.element) == SITE or (not inside and (item.shape == HEADLINE or block.is_picture)):
        page.label(at, "in a part of the page that is the site's")
    elif not inside:
        page.ask(at, "It stands outside the article. Is it the article's, or the site's?", "body", "chrome")
    elif in_figure(block):
        place_figure(page, at, found)
    elif item.kind == UNSURE and item.shape == HEADLINE and _is_in_site_box(page, at, found, story):
        page.label(at, "in a box of the site")
    elif at < within_story.start or (item.shape != SENTENCE and not prose):
        page.label(at, "neither a paragraph nor a heading")
    elif _role(block) == "paragraph" and item.shape == HEADLINE and _is_label(page, at):
        page.label(at, "chrome around it")
    elif (
        _role(block) == "paragraph" and item.shape == HEADLINE and not (at in within_story and reads_on(page.items, at))
    ):
        page.ask(at, "It is short, and no heading. Is it the article's, or the site's?", "body", "chrome")
    else:
        page.roles[at] = _role(block)
        if item.kind == UNSURE:
            page.items[at] = replace(item, reason=f"a {page.roles[at]} of the article")


def _is_label(page: Page, at: int) -> bool:
    return page.items[at].kind == UNSURE and stands_in_chrome(page.items, at)


def _is_in_site_box(page: Page, at: int, found: Sequence[Block], story: _Element) -> bool:
    """The smallest part of the story that holds it and more is the site's own: a podcast, a poll."""
    for node in found[at].element.iterancestors():
        if node is story:
            return False
        inside = [i for i, block in enumerate(found) if node in (block.element, *block.element.iterancestors())]
        if len(inside) > 1:
            kinds = {page.items[i].kind for i in inside}
            return CHROME in kinds and BODY not in kinds
    return False


def _role(block: Block) -> str:
    if block.element.tag == "table":
        return "table"
    if within(block.element, *_HEADINGS) is not None:
        return "heading"
    entry = within(block.element, "li", "dd", "dt")
    if entry is not None:
        numbered = within(entry, "ol") is not None and within(entry, "ul") is None
        return "numbered list item" if numbered else "list item"
    return "quote" if within(block.element, "blockquote") is not None else "paragraph"


def _add_title(found: Sequence[Block], items: list[Item], titles: Sequence[str], story: _Element) -> int:
    """A title that only the page's data knows, put above the first text of the story."""
    if not titles:
        raise InvalidInputError(
            "no-title", "the article has no title.", hint="A page needs an h1, an og:title or a title element."
        )
    at = next(i for i, block in enumerate(found) if story in (block.element, *block.element.iterancestors()))
    line = Line(items[at].line.numbers, titles[0], False)
    items.insert(at, Item(line=line, kind=BODY, shape=HEADLINE, reason="from the page's data"))
    return at


def _numbers(found: Sequence[Block]) -> list[int]:
    """Line numbers; on a page without line breaks the blocks are counted, for an answer must name one."""
    lines = [block.line for block in found]
    return lines if len(set(lines)) == len(lines) else list(range(1, len(found) + 1))
