"""Markdown of passages into HTML that is safe to publish: tags and links from a list, all else is text.

Articles and catalogs are written by others. Raw HTML in them is shown as text (the parser's option), and what the
parser wrote is then held against the list below, so that a fault in either still lets nothing through.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from l10n.segmentation.body import passages
from l10n.segmentation.tokens import parse_body, parse_inline, parser

if TYPE_CHECKING:
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token

    from l10n.model.bundle import Passage
    from l10n.model.picture import Picture

_PICTURES = "pictures"
"""Where the renderer finds the files that come with a bundle."""
_SCHEMES = {"http", "https", "mailto"}
_TAGS = {
    "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td",
    "pre", "code", "hr", "br", "em", "strong", "a", "span", "img",
}  # fmt: skip
_EVERYWHERE = {"lang", "dir", "data-state"}
_ATTRIBUTES = {
    "*": _EVERYWHERE,
    "a": {"href", "title"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "span": {"class", "role", "aria-hidden", "aria-label"},
}

Attributes = Callable[["Passage"], Mapping[str, str]]
"""The attributes that say what stands there: language, direction, state."""


def inline(text: str, links: Mapping[str, str] | None = None) -> str:
    """Markdown inline as HTML. A link whose target is one of the names in `links` leads to that address."""
    return _inline(text, tuple((links or {}).items()))


@lru_cache(maxsize=4096)
def _inline(text: str, named: tuple[tuple[str, str], ...]) -> str:
    """Remembered: the words around articles are the same on every page."""
    links = dict(named)
    tokens = parser().parseInline(text)
    for token in tokens[0].children or ():
        target = token.attrGet("href")
        if target in links:
            token.attrSet("href", links[str(target)])
    return _clean(_rendered(tokens))


def body(
    source: str,
    text_of: Callable[[str, str], Passage],
    attributes: Attributes,
    mark: Callable[[Passage], str],
    pictures: Mapping[str, Picture] | None = None,
) -> str:
    """A body as HTML, each passage of the source in its place replaced by what stands for it.

    The structure is the source's own: a translation is put in as inline text, and cannot open a heading or a list.
    """
    parsed = parse_body(source)
    tokens = parsed.copies()
    for place in passages(source):
        passage = text_of(place.context, place.text)
        if place.context == "image alt":
            text = described(tokens[place.token], passage)
        else:
            text = parse_inline(passage.text, parsed.links)
        _put(tokens, place.token, text, attributes(passage), str(mark(passage)))
    level_headings(tokens)
    return _clean(_rendered(tokens, pictures))


@lru_cache(maxsize=256)
def plain(text: str) -> str:
    """Markdown inline as plain text, on one line. Remembered: a title or a lead is asked for by every format."""
    return " ".join("".join(map(_plain, parse_inline(text))).split())


def _plain(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return "".join(map(_plain, token.children)) if token.children else token.content


def safe_url(url: str) -> str:
    """The address if a page may link to it: http, https, mailto or relative. Else nothing."""
    stripped = "".join(sign for sign in url if sign > " ")
    try:
        scheme = urlsplit(stripped).scheme
    except ValueError:
        return ""
    return stripped if scheme in _SCHEMES or (not scheme and ":" not in stripped.partition("/")[0]) else ""


def elsewhere(url: str) -> str:
    """The address of a picture on another host, which a page may link to and never loads; else nothing."""
    safe = safe_url(url)
    return safe if urlsplit(safe).scheme in ("http", "https") else ""


def attributes_text(attributes: Mapping[str, str]) -> str:
    """` lang="nb" data-state="draft"`, escaped, with a blank before each."""
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())


def _put(tokens: list[Token], at: int, text: list[Token], says: Mapping[str, str], mark: str) -> None:
    """Put a passage's text into an inline token, and what is to be said of it on the element around it."""
    around = tokens[at - 1]
    if around.hidden:  # the paragraph of a tight list item leaves no element behind that could say it
        before, after = (f"<span{attributes_text(says)}>", "</span>") if says else ("", "")
        tokens[at].children = [_html(before), *text, _html(mark + after)]
    else:
        for name, value in says.items():
            around.attrSet(name, value)
        tokens[at].children = [*text, _html(mark)]


def described(token: Token, passage: Passage) -> list[Token]:
    """The inline tokens of a picture that stands alone, with another description."""
    text = parse_inline(escape_markdown(passage.text))
    return [child.copy(children=text) if child.type == "image" else child for child in token.children or ()]


def escape_markdown(text: str) -> str:
    """Plain text as Markdown that renders to the same text."""
    return "".join("\\" + sign if sign in "\\`*_[]<>&!" else sign for sign in text)


def _html(text: str) -> Token:
    from markdown_it.token import Token

    return Token("html_inline", "", 0, content=text)


def level_headings(tokens: Sequence[Token]) -> None:
    """Headings below the page's own h1, and no level skipped: a screen reader's outline has no holes."""
    level = 1
    for token in tokens:
        if token.type == "heading_open":
            level = min(max(2, int(token.tag[1])), level + 1)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{level}"


def _rendered(tokens: Sequence[Token], pictures: Mapping[str, Picture] | None = None) -> str:
    return str(_renderer().render(tokens, parser().options, {_PICTURES: pictures or {}}))


@lru_cache(maxsize=1)
def _renderer() -> RendererHTML:
    from markdown_it.renderer import RendererHTML

    renderer = RendererHTML()
    renderer.rules["image"] = _placeholder  # type: ignore[assignment]  # any function of these arguments will do
    return renderer


def _placeholder(tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """A picture whose file is there, or else its description: a page asks no other host for anything."""
    alt = escape(_renderer().renderInlineAsText(tokens[index].children, options, env))
    source = str(tokens[index].attrGet("src") or "")
    if file := env[_PICTURES].get(source):
        return f'<img src="{escape(file.name)}" alt="{alt}">'
    address = escape(elsewhere(source))
    if alt and address:
        return f'<a href="{address}"><span class="plate" role="img" aria-label="{alt}">{alt}</span></a>'
    return f'<span class="plate" role="img" aria-label="{alt}">{alt}</span>' if alt else ""


def _clean(html: str) -> str:
    import nh3

    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None, strip_comments=True)
