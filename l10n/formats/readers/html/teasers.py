"""Which blocks of an HTML page are teasers of other articles, and the cards they make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from lxml.etree import _Element

from l10n.formats.readers.html.areas import SITE, TEASERS, area, within
from l10n.formats.readers.html.blocks import Block
from l10n.formats.readers.html.inline import safe_address
from l10n.formats.readers.page.cards import badges_stand_first, read_cards
from l10n.formats.readers.page.foot import find_foot
from l10n.formats.readers.page.items import Item
from l10n.formats.readers.page.page import stands_in_chrome
from l10n.formats.readers.page.runs import BOXES, RELATED, announced_run, has_news
from l10n.formats.readers.page.shapes import HEADLINE, SENTENCE, item_text
from l10n.model.article import Card
from l10n.model.reading import BODY, CHROME, UNSURE

_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ANNOUNCED = RELATED | BOXES
_NO_TEASERS = frozenset({"comments", "newsletter", "cookie-heading", "tags", "facts"})


def teaser_places(
    blocks: Sequence[Block], items: Sequence[Item], story: _Element, title: int
) -> tuple[set[int], list[int]]:
    """Blocks in a part that is named for teasers, or that a heading such as `Related articles` announces.

    And, of those, the first of each run that may be the story going on.
    """
    places = {i for i, block in enumerate(blocks) if area(block.element) == TEASERS}
    places |= {i for i, block in enumerate(blocks) if within(block.element, "aside") is not None and block.links}
    for i in range(1, len(blocks)):
        if i != title and _is_linked_heading(blocks[i]) and (i - 1 in places or items[i - 1].kind == CHROME):
            places.add(i)
    doubts: list[int] = []
    foot = find_foot(items, title)
    for i, item in enumerate(items):
        if i == title or i + 1 == len(blocks):
            continue
        if not item.opens(_ANNOUNCED):
            places |= _linked_list(blocks, items, i)
            if _heads_other_part(blocks[i], item, story):
                parts = _announced_by(blocks[i].element, story)
                places |= {j for j in _within(parts, blocks, i + 1) if items[j].kind == BODY or items[j].badges}
            continue
        parts = _announced_by(blocks[i].element, story)
        below = _within(parts, blocks, i + 1)
        if within(blocks[i].element, "nav", "button") is not None:
            continue
        if blocks[i + 1].element is blocks[i].element:
            places.add(i + 1)
        elif parts:
            places |= below if has_news([items[j] for j in sorted(below)]) else set()
        else:
            run = announced_run(items, i, title if i < title else foot, strong=item.opens(RELATED))
            if not has_news(items[run.start : run.end]):
                continue
            places |= set(takewhile(lambda j: area(blocks[j].element) != SITE, range(run.start, run.end)))
            doubts += [run.doubt] if run.doubt is not None and not items[run.doubt].answer else []
    known = {i for i in places if items[i].badges or (items[i].is_text and not _is_label(blocks, items, i))}
    return known - {title}, doubts


def cards_of(
    blocks: Sequence[Block], items: Sequence[Item], places: set[int], *, article_does: bool
) -> tuple[list[Card], dict[int, str]]:
    """The cards in page order, and the role of every text in them."""
    cards: list[Card] = []
    roles: dict[int, str] = {}
    for group in _groups(blocks, sorted(places)):
        own = [_shaped(items[i], blocks[i], [blocks[j] for j in group]) for i in group]
        pictures = {k for k, i in enumerate(group) if blocks[i].is_picture}
        first = badges_stand_first(own, pictures, article_does=article_does)
        found, own_roles = read_cards(own, pictures, badges_first=first is not False)
        roles |= {group[k]: role for k, role in own_roles.items()}
        cards += [replace(card, url=_address(card, [blocks[i] for i in group])) for card in found]
    return cards, roles


def _announced_by(heading: _Element, story: _Element) -> list[_Element]:
    """What stands under a heading: the rest of its part. In the story's own element only what is sure.

    That is all up to the next heading of its rank; or, below a label that is no heading, a list of links.
    """
    node = heading
    parent = node.getparent()
    while parent is not None and parent is not story and len(_texts(parent)) == len(_texts(node)):
        node, parent = parent, parent.getparent()
    if not _holds(story, heading) or parent is not story:
        return list(node.itersiblings())
    if heading.tag in _LEVELS:
        higher = _LEVELS[: _LEVELS.index(heading.tag) + 1]
        return list(takewhile(lambda sibling: sibling.tag not in higher, node.itersiblings()))
    return list(takewhile(lambda sibling: sibling.tag not in _LEVELS and _is_all_links(sibling), node.itersiblings()))


def _is_label(blocks: Sequence[Block], items: Sequence[Item], at: int) -> bool:
    """One word of no clear language, that leads nowhere and has chrome on both sides."""
    item = items[at]
    alone = item.kind == UNSURE and " " not in item.text and not blocks[at].links and not item.answer
    return alone and stands_in_chrome(items, at)


def _linked_list(blocks: Sequence[Block], items: Sequence[Item], label: int) -> set[int]:
    """The list right below a label of the site, where every entry leads elsewhere: headlines, whatever it says."""
    if items[label].kind != CHROME or items[label].opens(_NO_TEASERS) or area(blocks[label].element) == SITE:
        return set()
    listed = within(blocks[label + 1].element, "ul", "ol")
    if listed is None or _holds(listed, blocks[label].element):
        return set()
    below = _within([listed], blocks, label + 1)
    linked = all(any(text == blocks[i].text for text, _ in blocks[i].links) for i in below)
    return below if linked and len(below) > 1 and has_news([items[i] for i in sorted(below)]) else set()


def _is_linked_heading(block: Block) -> bool:
    """All of it leads elsewhere; below a label of the site it is no heading of the story."""
    return within(block.element, *_LEVELS) is not None and any(text == block.text for text, _ in block.links)


def _heads_other_part(block: Block, item: Item, story: _Element) -> bool:
    """A heading in the site's language outside the story: what it heads, in the story's language, are teasers."""
    other = within(block.element, *_LEVELS) is not None and not _holds(story, block.element)
    return other and item.kind == CHROME and not item.opens(_NO_TEASERS) and area(block.element) != SITE


def _within(parts: Sequence[_Element], blocks: Sequence[Block], start: int) -> set[int]:
    return {j for j in range(start, len(blocks)) if any(_holds(part, blocks[j].element) for part in parts)}


def _groups(blocks: Sequence[Block], places: list[int]) -> list[list[int]]:
    """One group a card where the page puts each in an element of its own; else neighbours together."""
    groups: list[list[int]] = []
    last: _Element | None = None
    for i in places:
        box = _box(blocks[i].element)
        if groups and box is last and (box is not None or groups[-1][-1] == i - 1):
            groups[-1].append(i)
        else:
            groups.append([i])
        last = box
    return groups


def _box(element: _Element) -> _Element | None:
    """The card's own element: the nearest `article` or `li`, or a part whose brothers have headings too."""
    node: _Element | None = element
    while node is not None and node.tag not in ("body", "main"):
        parent = node.getparent()
        if node.tag in ("article", "li"):
            return node
        if parent is not None and node.tag in ("div", "a", "section") and _heads(node):
            brothers = [child for child in parent if child.tag == node.tag]
            if len(brothers) > 1 and all(_heads(child) == 1 for child in brothers):
                return node
        node = parent
    return None


def _heads(node: _Element) -> int:
    return sum(1 for child in node.iter(*_LEVELS))


def _shaped(item: Item, block: Block, group: Sequence[Block]) -> Item:
    """Where a card has a heading, that is its headline, and other text its summary."""
    heads = [b for b in group if within(b.element, *_LEVELS) is not None]
    if not heads or not item.is_text:
        return item
    return replace(item, shape=HEADLINE if block in heads else SENTENCE)


def _address(card: Card, group: Sequence[Block]) -> str:
    """Where the headline leads, or else whatever link the card has."""
    own = [block for block in group if item_text(block.text) in (card.headline, card.summary, card.alt)]
    links = [link for block in own for link in block.links]
    named = [address for text, address in links if text == card.headline]
    around = [within(block.element, "a") for block in own]
    outer = [safe_address(node.get("href")) for node in around if node is not None]
    return next((address for address in (*named, *outer, *(address for _, address in links)) if address), "")


def _texts(node: _Element) -> str:
    return "".join("".join(node.itertext()).split())


def _is_all_links(node: _Element) -> bool:
    linked = sum(len(_texts(link)) for link in node.iter("a"))
    return linked > 0 and linked >= 0.8 * len(_texts(node))


def _holds(node: _Element, element: _Element) -> bool:
    return element is node or any(parent is node for parent in element.iterancestors())
