"""A page capture: the text of a whole page, as `select all, copy` gives it, told apart line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from l10n.errors import InvalidInputError
from l10n.formats.readers.assemble import article, chrome_strings
from l10n.formats.readers.items import Item, sort
from l10n.formats.readers.known import KnownChrome
from l10n.formats.readers.language import SCANDINAVIAN, site_language
from l10n.formats.readers.lines import split_lines
from l10n.formats.readers.places import Page, place
from l10n.model.reading import BODY, CHROME, UNSURE, LineVerdict, Reading, ReadingOptions


def read(text: str, options: ReadingOptions) -> Reading:
    """The article and the chrome; questions, and no article, where a line could be either.

    Raises InvalidInputError for text without an article or without a title.
    """
    if options.article_language.partition("-")[0] in SCANDINAVIAN:
        raise InvalidInputError(
            f"an article in {options.article_language!r} cannot be told from Scandinavian chrome by its language.",
            hint="Bring it as Markdown or HTML.",
        )
    known = KnownChrome(options.known)
    lines = split_lines(text, known)
    if not lines:
        raise InvalidInputError("there is no text in it.")
    page = place([sort(line, known, options) for line in lines])
    if page.questions and options.answer_all:
        answers = {q.line: options.answer_all for q in page.questions if options.answer_all in q.choices}
        answers = {**answers, **options.answers}
        if len(answers) > len(options.answers):
            return read(text, replace(options, answers=answers))
    pieces = [piece for item in page.items if item.kind == CHROME for piece in item.pieces]
    site = site_language(
        [piece.text for piece in pieces if piece.langs != {"en"}],
        [piece.langs for piece in pieces],
        options.chrome_language,
    )
    return Reading(
        article=None if page.questions else article(page, options),
        chrome=() if page.questions else chrome_strings(pieces, site),
        questions=tuple(page.questions),
        lines=tuple(_verdicts(page, site, options)),
    )


def _verdicts(page: Page, site: str, options: ReadingOptions) -> Iterator[LineVerdict]:
    for i, item in enumerate(page.items):
        role = page.roles.get(i, "") or ", ".join(dict.fromkeys(piece.context for piece in item.pieces))
        verdict = UNSURE if role == UNSURE else BODY if item.is_text else CHROME
        lang = _lang(item, site, options)
        for number in item.line.numbers:
            yield LineVerdict(
                line=number,
                text=item.text,
                verdict=verdict,
                role=role,
                lang=lang,
                confidence=round(item.confidence, 2),
                reason=item.reason,
            )


def _lang(item: Item, site: str, options: ReadingOptions) -> str:
    if item.is_text:
        return options.article_language
    if item.kind != CHROME:
        return ""
    return "en" if item.pieces[0].langs == {"en"} else site
