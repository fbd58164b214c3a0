"""Markdown as this program reads it: the tokens of a body, and those of a passage on one line."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_NESTING = 100
"""Elements within one another; the parser's own limit of 20 is ten lists, and it drops what is deeper unsaid."""
_PLAIN = re.compile(r"[^\0\n\r\\`*_!\[\]<>&]+")
"""A text without a sign that means anything within a line is a single token, which takes no parser to find."""


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """CommonMark with tables; raw HTML in a body is shown as text, never run."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING}).enable("table")


class Body(NamedTuple):
    """A body, parsed. It is parsed once for all who ask, so none of them may change it."""

    tokens: tuple[Token, ...]
    links: dict[str, Any]
    """Where `[text][name]` finds its target, wherever the body defines it."""

    def copies(self) -> list[Token]:
        """Tokens for whoever puts another text or attribute on them; the tokens within them are still shared."""
        from markdown_it.token import Token

        return [
            Token(
                *(token.type, token.tag, token.nesting, dict(token.attrs), token.map, token.level, token.children),
                *(token.content, token.markup, token.info, token.meta, token.block, token.hidden),
            )  # `Token.copy` does the same, through dataclasses.replace, and takes longer than parsing some bodies
            for token in self.tokens
        ]


@lru_cache(maxsize=4)
def parse_body(body: str) -> Body:
    """The tokens of a body. A build asks for each many times over, for one article after the other."""
    links: dict[str, Any] = {}
    return Body(tuple(parser().parse(body, links)), links)


def parse_inline(text: str, links: dict[str, Any] | None = None) -> list[Token]:
    """The tokens of a passage, which are the caller's own; `links` are those of the body it stands in."""
    if _PLAIN.fullmatch(text):
        from markdown_it.token import Token

        return [Token("text", "", 0, content=text)]
    return parser().parseInline(text, links)[0].children or []
