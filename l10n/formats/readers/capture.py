"""A page capture: the text of a whole page, as `select all, copy` gives it, told apart line by line."""

from __future__ import annotations

from l10n.errors import InvalidInputError
from l10n.formats.readers.page.items import sort
from l10n.formats.readers.page.known import KnownChrome
from l10n.formats.readers.page.language import SCANDINAVIAN
from l10n.formats.readers.page.lines import split_lines
from l10n.formats.readers.page.page import Page
from l10n.formats.readers.page.places import place
from l10n.formats.readers.page.result import answered
from l10n.model.reading import Reading, ReadingOptions


def read(text: str, options: ReadingOptions) -> Reading:
    """The article and the chrome; questions, and no article, where a line could be either.

    Raises InvalidInputError for text without an article or without a title.
    """
    if options.article_language.partition("-")[0] in SCANDINAVIAN:
        raise InvalidInputError(
            "capture-language",
            "an article in {article_language!r} cannot be told from Scandinavian chrome by its language.",
            article_language=options.article_language,
            hint="Bring it as Markdown or HTML.",
        )
    known = KnownChrome(options.known)
    lines = split_lines(text, known)
    if not lines:
        raise InvalidInputError("no-text", "there is no text in it.")

    def page(options: ReadingOptions) -> Page:
        return place([sort(line, known, options) for line in lines])

    return answered(page, options)
