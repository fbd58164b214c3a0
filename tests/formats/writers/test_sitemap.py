"""The sitemap of a site that is larger than the protocol lets one file be."""

from __future__ import annotations

import itertools

from lxml import etree

from l10n.formats.writers.listing import listed
from l10n.formats.writers.site import Site
from l10n.formats.writers.sitemap import sitemaps
from l10n.model.manifest import ManifestBundle, ManifestGate
from l10n.model.publishing import Fallback
from l10n.model.state import State

SITE = Site(name="Havneavisen", url="https://havneavisen.example")
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def bundle(article: str, locale: str, *, published: bool = True) -> ManifestBundle:
    return ManifestBundle(
        article=article,
        locale=locale,
        published=published,
        reason="",
        words={},
        gate=ManifestGate(state=State.REVIEWED, percent=100),
        fallback=Fallback.SOURCE,
        source_locale="en",
    )


def locations(text: str) -> list[str]:
    return [element.text or "" for element in etree.fromstring(text.encode()).iterfind(".//s:loc", NAMES)]


def test_one_file_lists_several_and_no_page_is_lost() -> None:
    pages = listed([bundle(article, tag) for article in ("a", "b", "c") for tag in ("en", "nb")], SITE)
    found = sitemaps(pages, site=SITE, most=4)
    assert locations(found.pop("sitemap.xml")) == [f"{SITE.url}/sitemap-1.xml", f"{SITE.url}/sitemap-2.xml"]
    assert [len(locations(text)) for text in found.values()] == [4, 2]
    assert sorted(itertools.chain(*map(locations, found.values()))) == sorted(page.url for page in pages)


def test_a_page_alone_has_no_alternates_and_one_held_back_is_not_there() -> None:
    pages = listed([bundle("a", "nb"), bundle("a", "nn", published=False)], SITE)
    [text] = sitemaps(pages, site=SITE).values()
    assert locations(text) == [f"{SITE.url}/a/nb/index.html"]
    assert etree.fromstring(text.encode()).findall(".//x:link", NAMES) == []


def test_where_the_original_is_held_back_the_first_version_is_for_everyone() -> None:
    pages = listed([bundle("a", "nb"), bundle("a", "nn")], SITE)
    [text] = sitemaps(pages, site=SITE).values()
    links = etree.fromstring(text.encode()).findall(".//x:link", NAMES)
    assert {link.get("href") for link in links if link.get("hreflang") == "x-default"} == {
        f"{SITE.url}/a/nb/index.html"
    }
