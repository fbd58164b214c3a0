"""The sitemap: every page with its versions in other languages, each of which names it in turn.

Source: https://www.sitemaps.org/protocol.html; for alternates,
https://developers.google.com/search/docs/specialty/international/localized-versions.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from l10n.formats.writers import xml
from l10n.formats.writers.head import X_DEFAULT
from l10n.formats.writers.listing import Listed, default_of
from l10n.formats.writers.site import Site
from l10n.model.dateline import iso

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_MOST = 50_000
"""Addresses in one file; the protocol allows no more."""


def sitemaps(pages: Sequence[Listed], *, site: Site, most: int = _MOST) -> dict[str, str]:
    """`sitemap.xml`, by path; where there are too many pages for one file, several, and `sitemap.xml` lists them."""
    if len(pages) <= most:
        return {"sitemap.xml": _pages(pages, pages)}
    from lxml import etree

    parts = {
        f"sitemap-{number}.xml": _pages(pages[start : start + most], pages)
        for number, start in enumerate(range(0, len(pages), most), 1)
    }
    root = etree.Element(f"{{{_SITEMAP}}}sitemapindex", nsmap={None: _SITEMAP})
    for name in parts:
        xml.add(xml.add(root, "sitemap"), "loc", f"{site.url}/{name}")
    return {"sitemap.xml": xml.serialize(root), **parts}


def _pages(listed: Sequence[Listed], everything: Sequence[Listed]) -> str:
    from lxml import etree

    versions = {article: list(group) for article, group in groupby(everything, key=lambda page: page.bundle.article)}
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap={None: _SITEMAP, "xhtml": _XHTML})
    for page in listed:
        its_versions = versions[page.bundle.article]
        url = xml.add(root, "url")
        xml.add(url, "loc", page.url)
        if page.updated:
            xml.add(url, "lastmod", iso(page.updated))
        if len(its_versions) > 1:
            for version in its_versions:
                _alternate(url, version.bundle.locale, version.url)
            _alternate(url, X_DEFAULT, default_of(its_versions).url)
    return xml.serialize(root)


def _alternate(url: object, hreflang: str, href: str) -> None:
    xml.add(url, f"{{{_XHTML}}}link", rel="alternate", hreflang=hreflang, href=href)
