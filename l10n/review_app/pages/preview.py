"""The page as it would be published now, with everything outlined that is not a vouched-for translation."""

from __future__ import annotations

from importlib.resources import files

from starlette.responses import HTMLResponse, Response

from l10n.commands.policy import policy
from l10n.commands.sources import Sources
from l10n.errors import UsageError
from l10n.formats.writers.contract import Publication
from l10n.formats.writers.html import language_name, render
from l10n.model.locale import canonical
from l10n.review_app.visit import Visit
from l10n.steps.publish import Edition


def preview(visit: Visit) -> Response:
    """Our page around the built one: its verdict, and what the outlines mean."""
    edition = _edition(visit)
    bundle = edition.bundle
    return visit.page(
        "preview.html.j2",
        name=bundle.slug,
        locale=bundle.locale,
        title=bundle.source.title,
        title_language=bundle.source.lang,
        language=language_name(bundle.locale),
        verdict=edition.verdict,
        fell_back=sum(passage.fell_back for passage in bundle.passages.values()),
        drafts=sum(passage.is_draft for passage in bundle.passages.values()),
    )


def built_page(visit: Visit) -> Response:
    """The very page that `build` writes, with a style for the outlines; its own policy names that style by hash."""
    edition = _edition(visit)
    outlines = (files("l10n") / "review_app" / "static" / "outlines.css").read_text(encoding="utf-8")
    locales = list(visit.workspace.settings.locales)
    sources = _sources(visit, edition.bundle.locale)
    publication = Publication(bundle=edition.bundle, site=sources.site, locales=tuple(locales), theme=sources.theme)
    page = render(publication, extra_style=outlines)
    return HTMLResponse(page.html, headers={"Content-Security-Policy": "frame-ancestors 'self'; base-uri 'none'"})


def _edition(visit: Visit) -> Edition:
    workspace, name = visit.workspace, visit.path("name")
    workspace.settings.locale(visit.path("locale"))
    if name not in workspace.article_slugs():
        raise UsageError(
            "no-such-article", "There is no such article to preview.", hint="The chrome is seen around an article."
        )
    return _sources(visit, canonical(visit.path("locale"))).editions(name, frozenset(workspace.settings.locales))[0]


def _sources(visit: Visit, tag: str) -> Sources:
    return Sources(visit.workspace, {tag: policy(visit.workspace.settings, tag)})
