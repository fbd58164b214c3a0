"""A page whose lines have their places, as a reading: the same for captures and for HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from l10n.formats.readers.page.assemble import article, chrome_strings
from l10n.formats.readers.page.items import Item
from l10n.formats.readers.page.language import site_language
from l10n.formats.readers.page.page import Page
from l10n.model.reading import BODY, CHROME, UNSURE, LineVerdict, Reading, ReadingOptions


def answered(place: Callable[[ReadingOptions], Page], options: ReadingOptions) -> Reading:
    """Place the lines; where questions are left and one answer is given for all, give it, and place them again."""
    page = place(options)
    if options.answer_all:
        answers = {q.line: options.answer_all for q in page.questions if options.answer_all in q.choices}
        page = place(replace(options, answers={**answers, **options.answers})) if answers else page
    return _reading(page, options)


def _reading(page: Page, options: ReadingOptions) -> Reading:
    pieces = [piece for item in page.items if item.kind == CHROME for piece in item.pieces]
    site = site_language(
        [piece.text for piece in pieces if "en" not in piece.langs],
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
        for number in item.line.numbers:
            yield LineVerdict(
                line=number,
                text=item.text,
                verdict=verdict,
                role=role,
                lang=_lang(item, site, options),
                confidence=round(abs(item.score), 2),
                reason=item.reason,
            )


def _lang(item: Item, site: str, options: ReadingOptions) -> str:
    if item.is_text:
        return options.article_language
    if item.kind != CHROME:
        return ""
    return "en" if item.pieces[0].langs == {"en"} else site
