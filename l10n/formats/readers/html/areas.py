"""What an HTML page says of its own parts: by elements, roles and the names authors give to classes."""

from __future__ import annotations

import re

from lxml.etree import _Element

SITE = "site"
TEASERS = "teasers"
STORY = "story"
_DATA_LENGTH = 120

_SITE_TAGS = frozenset(
    """
    nav footer button form dialog menu select label input
    """.split()  # noqa: SIM905 - words in lines, not in a column
)
_SITE_ROLES = frozenset(
    """
    navigation banner contentinfo dialog alertdialog alert search menu menubar toolbar button form tablist
    """.split()  # noqa: SIM905 - words in lines, not in a column
)
_SITE_NAMES = frozenset(
    """
    cookie cookies consent gdpr share sharing social newsletter subscribe subscription advert ad ads
    advertisement annonse reklame breadcrumb breadcrumbs menu nav navbar navigation footer masthead topbar
    byline author tags badge badges label paywall login toolbar comments skip banner timestamp dateline
    """.split()  # noqa: SIM905 - words in lines, not in a column
)
_TEASER_NAMES = frozenset(
    ["related", "recommended", "recommendations", "teasers", "teaser", "readmore", "mostread", "popular"]
)
_TEASER_PAIRS = frozenset({"read-also", "read-more", "most-read", "more-stories", "les-ogsa", "also-read"})
_DATA_NAMES = frozenset(["byline", "author", "timestamp", "credit"])
"""Of `p` too: it is a paragraph of the story by its tag, and not by its name."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def area(element: _Element) -> str:
    """SITE, TEASERS or STORY, by the nearest ancestor that says; an empty string where none does."""
    node: _Element | None = element
    while node is not None:
        own = _own_area(node)
        if own:
            return own
        node = node.getparent()
    return ""


def _own_area(node: _Element) -> str:
    own = names(node)
    if own & _TEASER_NAMES or any(pair in _joined(node) for pair in _TEASER_PAIRS):
        return TEASERS
    if node.tag in _SITE_TAGS or node.get("role", "") in _SITE_ROLES:
        return SITE
    if node.tag == "header" and node.find(".//h1") is None:
        return SITE
    if node.tag not in ("body", "html", "main", "article", "h1", "p") and own & _SITE_NAMES and not _has_story(node):
        return SITE
    if node.tag == "p" and own & _DATA_NAMES and len("".join(node.itertext())) < _DATA_LENGTH:
        return SITE
    if node.tag == "article" or node.get("itemprop") == "articleBody":
        return STORY
    return ""


def within(element: _Element, *tags: str) -> _Element | None:
    """The nearest of the element and its ancestors that has one of these tags."""
    node: _Element | None = element
    while node is not None and node.tag not in tags:
        node = node.getparent()
    return node


def is_hidden(node: _Element) -> bool:
    return node.get("hidden") is not None or bool(_HIDDEN.search(node.get("style", "")))


def own_language(element: _Element) -> str:
    """The language that an element, or a part of the page around it, names; the page's own name counts for nothing.

    Site templates set `<html lang>` once, for articles in every language.
    """
    node: _Element | None = element
    while node is not None and node.tag not in ("html", "body"):
        lang = node.get("lang") or node.get("{http://www.w3.org/XML/1998/namespace}lang")
        if lang:
            return str(lang)
        node = node.getparent()
    return ""


def _has_story(node: _Element) -> bool:
    """A wrapper whose class only mentions the site's parts: `page has-footer`."""
    return node.find(".//h1") is not None or sum(len("".join(p.itertext())) > 100 for p in node.iter("p")) > 2


def _joined(node: _Element) -> str:
    return f"{node.get('class', '')} {node.get('id', '')}".lower().replace("_", "-")


def names(node: _Element) -> set[str]:
    """The words of the class and id: `articleFooter cookie-banner` has article, footer, cookie and banner."""
    text = f"{node.get('class', '')} {node.get('id', '')}"
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", text)}
