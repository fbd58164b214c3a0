"""Pictures of an HTML page: each is listed once, with its words, its credit and its label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lxml.etree import _Element

from l10n.formats.readers.html.areas import names, within
from l10n.formats.readers.html.blocks import Block
from l10n.formats.readers.html.inline import safe_address
from l10n.formats.readers.page.items import DATA, Item
from l10n.formats.readers.page.lines import credit, split_credit
from l10n.formats.readers.page.page import Page
from l10n.model.article import AI_IMAGE, Image

_NAMES = frozenset("figure media picture photo image pic img bilde bild billede".split())  # noqa: SIM905 - words
_CAPTIONS = frozenset("caption figcaption bildetekst bildtext billedtekst".split())  # noqa: SIM905 - words
_LONGEST = 400


def in_figure(block: Block) -> bool:
    """It is a picture, or words of one."""
    return block.is_picture or _figure(block.element) is not None or _is_caption(block.element)


def place_figure(page: Page, at: int, found: Sequence[Block]) -> None:
    """A picture stands where the first of its words stands; the others only add to it."""
    block = found[at]
    first = at if block.is_picture else _picture_of(page, at, found)
    if first is None:
        text, named = split_credit(page.items[at].text)
        page.items[at] = replace(page.items[at], image=Image(caption=text, credit=named))
        page.roles[at] = "caption"
    elif first == at:
        source = block.element.get("src") or block.element.get("data-src")
        page.items[at] = replace(page.items[at], image=Image(alt=block.text, src=safe_address(source)))
        page.roles[at] = "image alt"
    else:
        text, named = split_credit(page.items[at].text)
        _add(page, first, caption=text, credit=named)
        page.roles[at] = "image caption"


def label_pictures(page: Page, found: Sequence[Block]) -> None:
    """A credit or a badge in a figure, or right below a picture, is the picture's and not the article's."""
    for i, item in enumerate(page.items):
        if page.roles.get(i - 1, "") not in ("image alt", "caption", "image caption") and i - 1 not in page.pictures:
            continue
        at = max((j for j in range(i) if page.items[j].image), default=None)
        if at is not None and item.badges == (AI_IMAGE,):
            page.pictures.add(i - 1)
            _add(page, at, machine_made=True)
        elif at is not None and _is_credit(item):
            page.pictures.add(i)
            _add(page, at, credit=credit(item.text))


def _is_credit(item: Item) -> bool:
    return item.kind == DATA and item.pieces[0].context == "credit"


def _picture_of(page: Page, at: int, found: Sequence[Block]) -> int | None:
    """The picture with words in this figure; or, of a caption without one, the picture just above."""
    figure = _figure(found[at].element)
    for i in range(at - 1, -1, -1):
        if page.items[i].image is None:
            continue
        same = figure is not None and _figure(found[i].element) is figure
        return i if same or (figure is None and i >= at - 2) else None
    return None


def _add(page: Page, at: int, *, caption: str = "", credit: str = "", machine_made: bool = False) -> None:
    image = page.items[at].image or Image()
    joined = " ".join(text for text in (image.caption, caption) if text)
    image = replace(
        image, caption=joined, credit=image.credit or credit, machine_made=image.machine_made or machine_made
    )
    page.items[at] = replace(page.items[at], image=image)


def _figure(element: _Element) -> _Element | None:
    """A `figure`, or a part that its class calls a picture and that holds little else."""
    figure = within(element, "figure", "picture")
    if figure is not None:
        return within(figure, "figure") if within(figure, "figure") is not None else figure
    node: _Element | None = element
    while node is not None and node.tag not in ("article", "main", "body", "p", "li"):
        holds = node.tag not in ("img", "amp-img") and next(node.iter("img", "amp-img"), None) is not None
        if holds and names(node) & _NAMES and len("".join(node.itertext())) < _LONGEST:
            return node
        node = node.getparent()
    return None


def _is_caption(element: _Element) -> bool:
    return bool(names(element) & _CAPTIONS)
