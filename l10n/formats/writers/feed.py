"""The newest pages of a locale, as Atom and as RSS. Dates are those of front matter, so an article without one is in
neither: a reader of feeds sorts by them.

Source: RFC 4287; https://www.rssboard.org/rss-specification; https://www.rssboard.org/rss-profile (atom:link).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime
from html import escape

from l10n.formats.writers import xml
from l10n.formats.writers.listing import Listed
from l10n.formats.writers.site import Site
from l10n.model.dateline import iso

_ATOM = "http://www.w3.org/2005/Atom"
_NEWEST = 100
"""As many as a reader who was away for a while has use for."""
MACHINE = "machine-translated"
"""The category of an entry whose words a machine made."""


def dated(pages: Iterable[Listed]) -> list[Listed]:
    """Those that a feed can list, the newest first."""
    known = [page for page in pages if page.updated]
    known.sort(key=lambda page: page.bundle.article)
    return sorted(known, key=_when, reverse=True)[:_NEWEST]


def atom(pages: Iterable[Listed], *, site: Site, locale: str, path: str) -> str:
    """The dated pages of a locale as an Atom feed that will stand at `path`."""
    from lxml import etree

    entries = dated(pages)
    root = etree.Element(f"{{{_ATOM}}}feed", {xml.LANG: locale}, nsmap={None: _ATOM})
    xml.add(root, "id", f"{site.url}/{path}")
    xml.add(root, "title", site.name)
    xml.add(root, "updated", iso(_when(entries[0])))
    xml.add(root, "link", rel="self", type="application/atom+xml", href=f"{site.url}/{path}")
    xml.add(root, "link", rel="alternate", type="text/html", href=f"{site.url}/index.html")
    xml.add(xml.add(root, "author"), "name", site.name)
    for page in entries:
        bundle = page.bundle
        entry = xml.add(root, "entry")
        xml.add(entry, "id", page.url)
        xml.add(entry, "title", page.title, **({xml.LANG: bundle.title_lang} if bundle.title_lang != locale else {}))
        xml.add(entry, "updated", iso(_when(page)))
        if page.published:
            xml.add(entry, "published", iso(page.published))
        xml.add(entry, "link", rel="alternate", type="text/html", hreflang=locale, href=page.url)
        for name in bundle.authors:
            xml.add(xml.add(entry, "author"), "name", name)
        if bundle.summary:
            xml.add(entry, "summary", bundle.summary)
        if bundle.label:
            xml.add(entry, "category", term=MACHINE, label=bundle.label)
    return xml.serialize(root)


def rss(pages: Iterable[Listed], *, site: Site, locale: str, path: str) -> str:
    """The same as RSS 2.0."""
    from lxml import etree

    entries = dated(pages)
    root = etree.Element("rss", {"version": "2.0"}, nsmap={"atom": _ATOM})
    channel = xml.add(root, "channel")
    xml.add(channel, "title", site.name)
    xml.add(channel, "link", f"{site.url}/index.html")
    xml.add(channel, "description", site.name)
    xml.add(channel, "language", locale)
    xml.add(channel, "lastBuildDate", format_datetime(_when(entries[0])))
    xml.add(channel, f"{{{_ATOM}}}link", rel="self", type="application/rss+xml", href=f"{site.url}/{path}")
    for page in entries:
        item = xml.add(channel, "item")
        xml.add(item, "title", page.title)
        xml.add(item, "link", page.url)
        if page.bundle.summary:
            # readers take it for HTML: https://www.rssboard.org/rss-profile#element-channel-item-description
            xml.add(item, "description", escape(page.bundle.summary, quote=False))
        if page.bundle.label:
            xml.add(item, "category", MACHINE)
        xml.add(item, "guid", page.url, isPermaLink="true")
        xml.add(item, "pubDate", format_datetime(page.published or _when(page)))
    return xml.serialize(root)


def _when(page: Listed) -> datetime:
    assert page.updated  # noqa: S101 - `dated` has taken the others out
    return page.updated
