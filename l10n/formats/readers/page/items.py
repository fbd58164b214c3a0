"""Every line of a capture by itself: known chrome, page data, or a language and a shape."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.formats.readers.page.known import KnownChrome, Piece, ai_badge, heading_group, is_trade_word
from l10n.formats.readers.page.language import MARGIN, margin
from l10n.formats.readers.page.lines import Line, credit, is_credit
from l10n.formats.readers.page.menus import is_menu, labels
from l10n.formats.readers.page.naming import slug
from l10n.formats.readers.page.shapes import MARKS, SENTENCE, is_site_talk, item_text, page_data, shape
from l10n.model.article import AI_IMAGE, Image
from l10n.model.reading import BODY, CHROME, UNSURE, ReadingOptions

DATA = "data"
"""The kind of a line that belongs to the site and is no string of its interface."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line and what can be said of it without its neighbours."""

    line: Line
    kind: str
    """BODY, CHROME, DATA, or UNSURE."""
    shape: str
    pieces: tuple[Piece, ...] = ()
    """Of chrome: the strings it holds. Of DATA: one piece whose context is its role."""
    score: float = 1.0
    """Of the language: 1 for surely the article's, -1 for surely the site's; 1 where something else decided."""
    reason: str = ""
    answer: str = ""
    """What a person said of the line."""
    markup: str = ""
    """The text as Markdown inline, where the page had markup in it."""
    image: Image | None = None
    """The picture that the text describes, where the page shows it."""

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def number(self) -> int:
        return self.line.numbers[0]

    @property
    def is_text(self) -> bool:
        """It may be the article's: nothing has made it chrome yet."""
        return self.kind in (BODY, UNSURE)

    @property
    def badges(self) -> tuple[str, ...]:
        return tuple(piece.id for piece in self.pieces if piece.context == "badge")

    @property
    def is_image_label(self) -> bool:
        """It says who or what made the picture that the line above describes."""
        return self.badges == (AI_IMAGE,) or (self.kind == DATA and self.pieces[0].context == "credit")

    def opens(self, groups: frozenset[str]) -> bool:
        """One of its strings is of these groups."""
        return any(piece.group in groups for piece in self.pieces)


def sort(line: Line, known: KnownChrome, options: ReadingOptions) -> Item:
    """The order is what is surest first: a person's word, known wordings, page data, then the language."""
    text = line.text
    form = shape(text)
    answer = options.answers.get(line.numbers[0], "")
    pieces = known.pieces(text)
    if answer in (BODY, "title", "card", "caption"):
        return Item(line=line, kind=BODY, shape=form, reason="you said so", answer=answer)
    if answer == CHROME:
        return Item(line=line, kind=CHROME, shape=form, pieces=pieces or (_piece(text),), reason="you said so")
    if pieces:
        return Item(line=line, kind=CHROME, shape=form, pieces=pieces, reason="known chrome", answer=answer)
    named = credit(text)
    if ai_badge(named):
        return Item(
            line=line, kind=CHROME, shape=form, pieces=known.pieces(named) or (_piece(named),), reason="a credit"
        )
    if is_menu(line, known):
        pieces = tuple(piece for part in labels(line) for piece in known.pieces(part) or (_piece(part),))
        return Item(line=line, kind=CHROME, shape=form, pieces=pieces, reason="a row of labels")
    if _is_labelled(text, known, options):
        return Item(line=line, kind=CHROME, shape=form, pieces=(_piece(text),), reason="known label")
    data = "credit" if is_credit(text) else page_data(text)
    if form == MARKS or data:
        role = data or "marks"
        return Item(line=line, kind=DATA, shape=form, pieces=(Piece(text, "", role),), reason=f"a {role}")
    if options.article_language == "en" and is_site_talk(text):
        langs = frozenset({"en"})
        return Item(line=line, kind=CHROME, shape=form, pieces=(_piece(text, langs),), reason="the site speaking")
    score = margin(text, options.article_language)
    trade = is_trade_word(text) and (score < MARGIN or " " not in text)
    if trade or (score < 0 and heading_group(text)):
        return Item(line=line, kind=CHROME, shape=form, pieces=(_piece(text),), score=score, reason="words of a site")
    if abs(score) < MARGIN or (score < 0 and " " not in item_text(text)):
        return Item(line=line, kind=UNSURE, shape=form, score=score, reason="language unclear")
    kind, name = (BODY, options.article_language) if score > 0 else (CHROME, "Scandinavian")
    pieces = () if kind == BODY else tuple(_piece(part) for part in labels(line))
    return Item(line=line, kind=kind, shape=form, pieces=pieces, score=score, reason=f"language: {name}")


def _is_labelled(text: str, known: KnownChrome, options: ReadingOptions) -> bool:
    """`Stikkord: Svalbard`: what follows a label that is not English too, and is no English itself."""
    label, _, rest = text.partition(": ")
    langs = [piece.langs for piece in known.pieces(label)] if rest else []
    return bool(langs) and all("en" not in each for each in langs) and margin(rest, options.article_language) < MARGIN


def as_chrome(item: Item, reason: str) -> Item:
    """The item as chrome, for a reason its neighbours gave."""
    langs = frozenset({"en"}) if item.kind == BODY else frozenset()
    return Item(line=item.line, kind=CHROME, shape=item.shape, pieces=(_piece(item.text, langs),), reason=reason)


def _piece(text: str, langs: frozenset[str] = frozenset()) -> Piece:
    """A string nobody knew: its role from what it says and how it looks."""
    words = text.casefold()
    badge = ai_badge(text)
    if badge:
        return Piece(text, badge, "badge", langs)
    if " " in text and any(word in words for word in ("informasjonskaps", "cookie", "kakor")):
        context = "cookie text" if shape(text) == SENTENCE else "cookie heading"
        name = context.replace(" ", "-")
        return Piece(text, name, context, langs, name)
    group = heading_group(text)
    if group:
        return Piece(text, slug(text), "heading", langs, group)
    return Piece(text, slug(text), "label", langs)
