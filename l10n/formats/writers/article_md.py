"""A bundle's article as Markdown with front matter, for site generators: Hugo, Astro, Eleventy, MkDocs, Sphinx.

What its page says of the text stands above it in words, and marks stand beside the passages they are about, because
Markdown can carry neither an attribute nor a style (docs/decisions/0023).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from l10n.formats.writers import front_matter, markup
from l10n.formats.writers import portable_markdown as md
from l10n.formats.writers.contract import Publication
from l10n.formats.writers.disclosure import Disclosure
from l10n.formats.writers.notices import notices
from l10n.formats.writers.wording import LABELS, Wording, filled, marks
from l10n.model.article import Card, Image
from l10n.model.bundle import Passage
from l10n.model.message import MessageKey
from l10n.segmentation.body import passages
from l10n.segmentation.tokens import parse_body, parse_inline, parser

if TYPE_CHECKING:
    from markdown_it.token import Token

_BADGES = {
    "ai-image": MessageKey("badge", "Bilde generert av AI"),
    "ai-report": MessageKey("badge", "Rapportert av AI"),
}


def write(publication: Publication) -> str:
    """Front matter, notices, lead, pictures, body, related articles. The title stands in the front matter alone, as
    generators want it, labelled in words where a machine made it."""
    page = _Page(publication)
    told = publication.disclosure
    parts = [part for part in page.parts(told) if part]
    return front_matter.write(publication, told) + "\n" + "\n\n".join(parts) + "\n"


class _Page:
    """The parts of one article."""

    def __init__(self, publication: Publication) -> None:
        self.publication = publication
        self.bundle, self.source = publication.bundle, publication.bundle.source
        self.words = Wording(publication)

    def parts(self, told: Disclosure) -> Iterator[str]:
        yield self._notices(told)
        yield self._badges(self.source.head_badges)
        if self.source.lead:
            yield md.guard(self._passage(self.words.passage("lead", self.source.lead)))
        for image in self.source.images:
            yield from self._image(image)
        yield self._body()
        if self.source.cards:
            yield f"## {self._chrome(MessageKey('heading', 'Relaterte artikler'))}"
            yield "\n".join(f"-   {self._card(card)}" for card in self.source.cards)

    def _notices(self, told: Disclosure) -> str:
        lines = [md.guard(self._chrome(key, **places)) for key, places in notices(told)]
        shown = {"◇": told.has_machine_mark, "○": told.has_older_mark}
        lines += [f"{glyph} {self._chrome(label)}" for label, glyph in LABELS.items() if shown[glyph]]
        return "\n>\n".join(f"> {line}" for line in lines)

    def _image(self, image: Image) -> Iterator[str]:
        alt = self.words.passage("image alt", image.alt) if image.alt else None
        shown = md.picture(image.src, alt.text if alt else "", self.publication.pictures)
        yield md.guard(_marked(shown, alt) if alt else shown)
        caption = self.words.passage("caption", image.caption) if image.caption else None
        below = [_marked(md.escape(caption.text), caption)] if caption else []
        if image.credit and image.machine_made:
            below.append(md.escape(image.credit))
        elif image.credit:
            below.append(self._chrome(MessageKey("label", "Foto: {name}"), name=image.credit))
        below += [self._badges(("ai-image",))] if image.machine_made else []
        yield md.guard(" ".join(below))

    def _card(self, card: Card) -> str:
        """A teaser on one line; the description of its picture only where there is nothing else to read."""
        headline = self.words.passage("card headline", card.headline) if card.headline else None
        summary = self.words.passage("card summary", card.summary) if card.summary else None
        alt = self.words.passage("card alt", card.alt) if card.alt and not (headline or summary) else None
        texts = [
            _marked(md.link(md.escape(text.text), card.url if at == 0 else ""), text)
            for at, text in enumerate(text for text in (headline, summary, alt) if text)
        ]
        if headline:
            texts[0] = f"**{texts[0]}**"
        return md.guard(" ".join([*texts, *([self._badges(card.badges)] if card.badges else [])]))

    def _body(self) -> str:
        """The source's own structure, each passage replaced by what stands for it."""
        parsed = parse_body(self.source.body)
        tokens = parsed.copies()
        for place in passages(self.source.body):
            passage = self.words.passage(place.context, place.text)
            if place.context == "image alt":
                text = markup.described(tokens[place.token], passage)
            else:
                text = parse_inline(passage.text, parsed.links)
            tokens[place.token].children = [*text, *_mark(passage)]
        markup.level_headings(tokens)
        return md.document(tokens, self.publication.pictures)

    def _badges(self, ids: tuple[str, ...]) -> str:
        found = [self._chrome(_BADGES[id_]) if id_ in _BADGES else self._passage(self.bundle.badge(id_)) for id_ in ids]
        return " · ".join(f"*{text}*" for text in found)

    def _chrome(self, key: MessageKey, **places: object) -> str:
        passage = self.words.chrome(key)
        return self._passage(passage, filled(passage, **places))  # type: ignore[arg-type]  # what notices() yields

    def _passage(self, passage: Passage, text: str = "") -> str:
        return _marked(_inline(text or passage.text, tuple(self.publication.site.links.items())), passage)


@lru_cache(maxsize=4096)
def _inline(text: str, named: tuple[tuple[str, str], ...]) -> str:
    """A text on one line, its named links led to their addresses. Remembered: chrome is the same in every article."""
    links = dict(named)
    tokens = parser().parseInline(text)
    for token in tokens[0].children or ():
        target = str(token.attrGet("href") or "")
        if target in links:
            token.attrSet("href", links[target])
    return md.passage(tokens)


def _marked(text: str, passage: Passage) -> str:
    signs = "" if passage.key in LABELS else "".join(f" {glyph}" for glyph, _ in marks(passage))
    return text + signs


def _mark(passage: Passage) -> list[Token]:
    from markdown_it.token import Token

    return [Token("text", "", 0, content=f" {glyph}") for glyph, _ in marks(passage)]
