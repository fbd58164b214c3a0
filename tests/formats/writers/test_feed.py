"""Feeds, as those who read them take them."""

from __future__ import annotations

from lxml import etree

from l10n.formats.writers.feed import atom, rss
from l10n.formats.writers.listing import listed
from l10n.formats.writers.site import Site
from l10n.model.manifest import ManifestBundle, ManifestGate
from l10n.model.publishing import Fallback
from l10n.model.state import State

SITE = Site(name="Havneavisen", url="https://havneavisen.example")
HOSTILE = "3 < 5 & <img src=x onerror=alert(1)>"
BUNDLE = ManifestBundle(
    article="ferries",
    locale="nb",
    published=True,
    reason="",
    words={},
    gate=ManifestGate(state=State.REVIEWED, percent=100),
    fallback=Fallback.SOURCE,
    source_locale="en",
    title=HOSTILE,
    summary=HOSTILE,
    date="2026-01-05",
)


def test_a_summary_is_text_wherever_it_is_read_as_html() -> None:
    pages = listed([BUNDLE], SITE)
    described = etree.fromstring(rss(pages, site=SITE, locale="nb", path="feeds/nb.rss.xml").encode())
    assert described.findtext(".//item/description") == "3 &lt; 5 &amp; &lt;img src=x onerror=alert(1)&gt;"
    summed = etree.fromstring(atom(pages, site=SITE, locale="nb", path="feeds/nb.atom.xml").encode())
    [summary] = summed.findall(".//{*}entry/{*}summary")
    assert summary.text == HOSTILE
    assert summary.get("type", "text") == "text"
