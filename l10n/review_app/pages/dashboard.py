"""The front page: how far each locale is, article by article."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from l10n.commands.domains import translated_domains
from l10n.errors import InvalidInputError
from l10n.formats.writers.html import language_name
from l10n.model.catalog import ARTICLES
from l10n.model.state import State
from l10n.review_app.bars import bar
from l10n.review_app.desk import address_name
from l10n.review_app.visit import Visit
from l10n.steps.progress import Progress, added_up, progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One catalog: its figures, or why there are none."""

    name: str
    title: str
    counts: Progress | None
    fault: str = ""

    @property
    def waiting(self) -> int:
        """Messages that no reviewer has vouched for."""
        messages = self.counts.messages.items() if self.counts else ()
        return sum(count for state, count in messages if state.rank < State.REVIEWED.rank)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A locale, its catalogs, and their sum."""

    tag: str
    language: str
    lines: list[Line]
    total: Progress


def dashboard(visit: Visit) -> Response:
    """One block a locale. A catalog that cannot be read says so in its place, and hides no other."""
    titles = {slug: visit.workspace.load_article(slug).title for slug in visit.workspace.article_slugs()}
    blocks = []
    for tag in visit.workspace.settings.locales:
        lines = [_line(visit, tag, domain, titles) for domain in translated_domains(visit.workspace, tag)]
        total = added_up(line.counts for line in lines if line.counts)
        blocks.append(Block(tag=tag, language=language_name(tag), lines=lines, total=total))
    return visit.page(
        "dashboard.html.j2",
        blocks=blocks,
        has_texts=any(line.counts or line.title or line.fault for block in blocks for line in block.lines),
        article_language=visit.workspace.settings.article_language,
        bar=lambda counts: bar(counts, visit.words),
    )


def _line(visit: Visit, tag: str, domain: str, titles: dict[str, str]) -> Line:
    name = address_name(domain)
    title = titles[name] if domain.startswith(ARTICLES) else ""
    try:
        catalog = visit.workspace.load_catalog(tag, domain)
        template = visit.workspace.load_template(domain) or catalog
    except InvalidInputError as error:
        return Line(name=name, title=title, counts=None, fault=error.message)
    return Line(name=name, title=title, counts=progress(template, catalog) if template and catalog else None)
