"""A bundle as a page. Everything it needs is in it: no style, script, font or picture comes from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from l10n.formats.writers import jsonld
from l10n.formats.writers.contract import Publication
from l10n.formats.writers.head import head
from l10n.formats.writers.listing import Listed
from l10n.formats.writers.site import Site
from l10n.formats.writers.theme import DEFAULT, LANGUAGE, Theme
from l10n.formats.writers.wording import DRAFT_LABEL, Wording
from l10n.model.locale import facts
from l10n.model.manifest import ManifestBundle
from l10n.model.message import MessageKey


@dataclass(frozen=True, slots=True)
class Page:
    """A page, with the chrome it used and the article's body in it."""

    html: str
    chrome: frozenset[MessageKey]
    body: Markup


def render(publication: Publication, *, extra_style: str = "") -> Page:
    """The article's page. `extra_style` is CSS of ours for a page that is only looked at, as a preview is."""
    bundle, its_theme = publication.bundle, publication.theme
    words = Wording(publication)
    body = words.body()
    html = its_theme.render(
        "article.html.j2",
        bundle=bundle,
        source=bundle.source,
        site=publication.site,
        siblings=[
            {"locale": tag, "name": language_name(tag), "direction": facts(tag).direction}
            for tag in publication.locales
        ],
        head_badges=bundle.source.head_badges,
        disclosure=publication.disclosure,
        dateline=publication.dateline,
        pictures=publication.pictures,
        head=head(publication),
        linked_data=Markup(jsonld.in_html(publication)),  # noqa: S704 - escaped there
        body=body,
        **words.functions(),
        **its_theme.assets(extra_style),
    )
    return Page(html, frozenset(words.used), body)


def render_index(pages: Iterable[Listed], *, site: Site, language: str, theme: Theme = DEFAULT) -> str:
    """The list of all pages, by article."""
    articles: dict[str, list[ManifestBundle]] = {}
    for page in pages:
        articles.setdefault(page.bundle.article, []).append(page.bundle)
    return theme.render(
        "index.html.j2",
        articles=articles.items(),
        site=site,
        language=language,
        direction=facts(language).direction,
        language_name=language_name,
        draft_label=DRAFT_LABEL.msgid,
        theme_language=LANGUAGE,
        has_draft=any(page.title_is_draft for listed in articles.values() for page in listed),
        **theme.assets(),
    )


def language_name(tag: str) -> str:
    """A language as it heads a menu line: `Norsk bokmål`. CLDR has it as it stands in a sentence."""
    name = facts(tag).name
    return name[:1].upper() + name[1:]
