"""Assemble: what stands beside the bundles of a site, made from what its manifest says of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from l10n.formats.writers import feed
from l10n.formats.writers.head import feed_path, head, label
from l10n.formats.writers.html import render_index
from l10n.formats.writers.listing import listed
from l10n.formats.writers.site import Site
from l10n.formats.writers.sitemap import sitemaps
from l10n.formats.writers.theme import Theme
from l10n.model.dateline import iso
from l10n.model.manifest import ManifestBundle, ManifestGate
from l10n.steps.publish import Edition


def assemble(
    bundles: Sequence[ManifestBundle], *, site: Site, menu: Sequence[str], language: str, theme: Theme
) -> dict[str, str]:
    """The front page; and, for a site that has an address, its sitemap and a feed for each locale that has news."""
    pages = listed(sorted(bundles, key=lambda one: (one.article, menu.index(one.locale))), site)
    contents = {"index.html": render_index(pages, site=site, language=language, theme=theme)}
    if not site.url:
        return contents
    contents |= sitemaps(pages, site=site)
    for locale in menu:
        its_pages = [page for page in pages if page.bundle.locale == locale]
        if feed.dated(its_pages):
            for ending, write in (("atom", feed.atom), ("rss", feed.rss)):
                path = feed_path(locale, ending)
                contents[path] = write(its_pages, site=site, locale=locale, path=path)
    return contents


def in_manifest(edition: Edition) -> ManifestBundle:
    """What a manifest says of a bundle: the verdict, and what a list of pages shows."""
    bundle, verdict, publication = edition.bundle, edition.verdict, edition.publication
    told = ManifestBundle(
        article=bundle.slug,
        locale=bundle.locale,
        published=edition.is_out,
        reason=edition.reason,
        words=dict(verdict.words),
        gate=ManifestGate(state=verdict.gate, percent=verdict.percent),
        fallback=verdict.fallback,
        around=verdict.around,
        below=verdict.below,
        lacking=dict(verdict.lacking),
        source_locale=bundle.source.lang,
    )
    if publication is None:
        return told
    title, days, its_head = next(iter(bundle.passages.values())), publication.dateline, head(publication)
    return replace(
        told,
        title=title.text,
        title_lang=title.lang,
        title_is_draft=title.is_labelled,
        summary=its_head.description,
        label=label(publication) if any(passage.is_labelled for passage in bundle.passages.values()) else "",
        authors=days.authors,
        date=iso(days.published) if days.published else "",
        updated=iso(days.updated) if days.updated else "",
    )
