"""The title of an HTML page and the element that holds its story."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from l10n.formats.readers.html.areas import SITE, STORY, TEASERS, area, within
from l10n.formats.readers.html.blocks import Block
from l10n.formats.readers.page.shapes import SENTENCE, shape

_HEADINGS = ("h1", "h2")


def declared_titles(root: _Element) -> list[str]:
    """What the page's data says the article is called, the surest first: JSON-LD, Open Graph, `<title>`."""
    titles = list(_from_json(root))
    titles += [str(meta.get("content", "")) for meta in root.iter("meta") if meta.get("property") == "og:title"]
    for node in root.iter("title"):
        titles.append(max(re.split(r"\s+[|–—-]\s+", "".join(node.itertext())), key=len))
    return [" ".join(title.split()) for title in titles if title.strip()]


def title_block(blocks: Sequence[Block], titles: Sequence[str]) -> int | None:
    """The place of the heading that is the article's title; None where only the page's data has one."""
    weights = {}
    for i, block in enumerate(blocks):
        heading = within(block.element, *_HEADINGS)
        if heading is not None and not block.is_picture:
            named = any(block.text.casefold() == title.casefold() for title in titles)
            where = area(heading)
            weights[i] = (
                3 * named
                + (heading.tag == "h1") * 1.5
                + (where == STORY)
                - 3 * (where in (SITE, TEASERS))
                + (len(block.text.split()) > 2) * 0.5
            )
    best = max(weights, key=lambda i: weights[i], default=None)
    return best if best is not None and weights[best] >= 1.5 else None


def story_root(blocks: Sequence[Block], title: Block | None) -> _Element | None:
    """The smallest element with the title and most of the running text; None on a page without running text."""
    weights: dict[_Element, int] = {}
    for block in blocks:
        if shape(block.text) == SENTENCE and not block.is_picture and area(block.element) not in (SITE, TEASERS):
            parent = block.element.getparent() if block.element.tag == "p" else block.element
            if parent is not None:
                weights[parent] = weights.get(parent, 0) + len(block.text)
    if not weights:
        return None
    richest = max(weights, key=lambda node: weights[node])
    if title is None:
        return richest
    above = {title.element, *title.element.iterancestors()}
    return next(node for node in (richest, *richest.iterancestors()) if node in above)


def _from_json(root: _Element) -> Iterator[str]:
    for script in root.iter("script"):
        if script.get("type") == "application/ld+json":
            try:
                yield from _headlines(json.loads(script.text or ""))
            except (json.JSONDecodeError, RecursionError):
                continue


def _headlines(data: object) -> Iterator[str]:
    """Headlines of articles at the top of JSON-LD, not of what they mention."""
    entries = data if isinstance(data, list) else [data]
    for entry in entries:
        if isinstance(entry, dict):
            if str(entry.get("@type", "")).endswith(("Article", "BlogPosting")) and isinstance(
                entry.get("headline"), str
            ):
                yield entry["headline"]
            yield from _headlines(entry.get("@graph", []))
