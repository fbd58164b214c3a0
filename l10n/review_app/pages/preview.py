"""The page as it would be published now, with everything outlined that is not a vouched-for translation."""

from __future__ import annotations

from importlib.resources import files

from starlette.responses import HTMLResponse, Response

from l10n.commands.policy import policy
from l10n.commands.sources import Sources
from l10n.errors import UsageError
from l10n.formats.writers import provenance_html
from l10n.formats.writers.contract import Publication
from l10n.formats.writers.html import language_name, render
from l10n.model.locale import canonical
from l10n.review_app.visit import Visit
from l10n.steps.publish import Edition

_ITS_OWN = {"Content-Security-Policy": "frame-ancestors 'self'; base-uri 'none'"}
"""A built page has a policy of its own in it; this is what that cannot say."""


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
    outlines = (files("l10n") / "review_app" / "static" / "outlines.css").read_text(encoding="utf-8")
    page = render(_publication(visit, _edition(visit)), extra_style=outlines)
    return HTMLResponse(page.html, headers=_ITS_OWN)


def built_provenance(visit: Visit) -> Response:
    """The page that the built one leads to: where each of its texts comes from."""
    edition = _edition(visit)
    publication = _publication(visit, edition)
    page = render(publication)
    html = provenance_html.write(publication.judged(page.chrome, page.body, edition.verdict))
    return HTMLResponse(html, headers=_ITS_OWN)


def built_picture(visit: Visit) -> Response:
    """A picture of the built page. A drawing by someone else runs no script here, not even on a page of its own."""
    pictures = _publication(visit, _edition(visit)).pictures.values()
    shown = {picture.name.removeprefix("images/"): picture for picture in pictures}.get(visit.path("picture"))
    if shown is None:
        return Response(status_code=404)
    policy = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox"}
    return Response(shown.data, media_type=shown.media_type, headers=policy)


def _publication(visit: Visit, edition: Edition) -> Publication:
    """The bundle as it would go out, whatever the gate says."""
    sources = _sources(visit, edition.bundle.locale)
    return Publication(
        bundle=edition.bundle,
        site=sources.site,
        locales=tuple(visit.workspace.settings.locales),
        pictures=sources.pictures(visit.workspace.load_article(edition.bundle.slug)),
        theme=sources.theme,
    )


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
