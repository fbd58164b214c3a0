"""Lines in their places, put together: the article, and the chrome strings around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from l10n.formats.readers.page.items import DATA, Item
from l10n.formats.readers.page.known import Piece
from l10n.formats.readers.page.lines import credit
from l10n.formats.readers.page.markup import as_paragraph, escaped
from l10n.formats.readers.page.naming import with_privacy_link
from l10n.formats.readers.page.page import Page
from l10n.formats.readers.page.shapes import is_numbered, item_text
from l10n.model.article import AI_IMAGE, Article, Image
from l10n.model.chrome import ChromeString
from l10n.model.reading import ReadingOptions
from l10n.segmentation.body import as_inline


def article(page: Page, options: ReadingOptions) -> Article:
    """The article; its first paragraph is the lead."""
    blocks = list(_blocks(page))
    lead = blocks.pop(0)[1] if blocks and blocks[0][0] == "paragraph" else ""
    return Article(
        slug="",
        title=page.items[page.title].text,
        lang=options.article_language,
        lead=lead,
        badges=_badges(page),
        images=tuple(_images(page)),
        cards=tuple(page.cards),
        body=_body(blocks),
    )


def chrome_strings(pieces: Iterable[Piece], site: str) -> tuple[ChromeString, ...]:
    """Each string once, in the order of the page."""
    found = {}
    for piece in pieces:
        text = with_privacy_link(piece.text) if piece.context == "cookie text" else piece.text
        lang = _lang(piece, site)
        found[piece.context, text, lang] = ChromeString(id=piece.id, context=piece.context, text=text, lang=lang)
    return tuple(string for string in found.values() if string.id)


def _lang(piece: Piece, site: str) -> str:
    """The page's language where it knows the words; else English, or the one that does."""
    if not piece.langs or site in piece.langs:
        return site
    return "en" if "en" in piece.langs else min(piece.langs)


def _blocks(page: Page) -> Iterator[tuple[str, str]]:
    """(role, Markdown) of every block of the story."""
    for i, item in enumerate(page.items):
        role = page.roles.get(i, "")
        if role == "paragraph":
            yield role, _paragraph(item)
        elif role == "heading":
            yield role, "## " + (item.markup or escaped(item.text))
        elif role.endswith("list item"):
            mark = "1. " if role.startswith("numbered") or is_numbered(item.text) else "- "
            yield role, mark + (_paragraph(item) if item.markup else as_paragraph(item_text(item.text)))
        elif role == "table":
            yield role, item.markup
        elif role == "quote":
            yield role, "> " + _paragraph(item)


def _paragraph(item: Item) -> str:
    return as_inline(item.markup) if item.markup else as_paragraph(item.text)


def _body(blocks: list[tuple[str, str]]) -> str:
    text = ""
    before = ""
    for role, block in blocks:
        if text:
            text += "\n" if role == before and role.endswith("list item") else "\n\n"
        text += block
        before = role
    return text + "\n" if text else ""


def _badges(page: Page) -> tuple[str, ...]:
    """Of the article itself: outside the cards, and not the label of a picture."""
    own = [
        badge
        for i, item in enumerate(page.items)
        if item.badges and i not in page.teasers and i - 1 not in page.pictures
        for badge in item.badges
    ]
    return tuple(dict.fromkeys(own))


def _images(page: Page) -> Iterator[Image]:
    for i, item in enumerate(page.items):
        role = page.roles.get(i, "")
        if role not in ("image alt", "caption"):
            continue
        if item.image is not None:
            yield item.image
            continue
        label = page.items[i + 1] if i in page.pictures else None
        named = credit(label.text) if label and label.kind == DATA else ""
        texts = {"alt": item.text} if role == "image alt" else {"caption": item.text}
        yield Image(**texts, credit=named, machine_made=bool(label and AI_IMAGE in label.badges))
