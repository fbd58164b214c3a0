"""What a page says of itself to programs: title, canonical address, alternates (hreflang), Open Graph."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from l10n.formats.writers import markup
from l10n.formats.writers.contract import Publication
from l10n.formats.writers.wording import DRAFT_LABEL, OLDER_LABEL
from l10n.model.bundle import Passage
from l10n.model.dateline import iso
from l10n.model.locale import babel_locale
from l10n.model.message import MessageKey

X_DEFAULT = "x-default"
FEEDS = {"atom": "application/atom+xml", "rss": "application/rss+xml"}
"""Media types by the end of a feed's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Attributes and plain texts, which can carry no mark: a machine's text is labelled in words."""

    title: str
    description: str
    canonical: str
    """Empty where the site has no address."""
    alternates: tuple[tuple[str, str], ...]
    """(hreflang, address) of the page in every locale, this one too, then `x-default`; none for a page that is alone.

    Every page of an article has the same list, so each one is answered by the one it points to.
    """
    properties: tuple[tuple[str, str], ...]
    """Open Graph: (property, content)."""
    feeds: tuple[tuple[str, str], ...]
    """(media type, address) of the feeds that list the page; none for a page without a date, which they leave out."""


def head(publication: Publication) -> Head:
    """The head of a bundle's page."""
    bundle, site = publication.bundle, publication.site
    source = bundle.source
    title = plain(publication, bundle.passages[MessageKey("title", source.title)])
    lead = bundle.passages[MessageKey("lead", source.lead)] if source.lead else None
    description = plain(publication, lead) if lead else ""
    canonical = publication.address() if site.url else ""
    days = publication.dateline
    pictures = [image.src for image in source.images if image.src in publication.pictures]
    properties = [
        ("og:type", "article"),
        ("og:site_name", site.name),
        ("og:title", title),
        ("og:description", description),
        ("og:url", canonical),
        ("og:locale", og_locale(bundle.locale)),
        *(("og:locale:alternate", og_locale(tag)) for tag in publication.locales if tag != bundle.locale),
        *(("og:image", publication.address(publication.pictures[src].name)) for src in pictures if site.url),
        ("article:published_time", iso(days.published) if days.published else ""),
        ("article:modified_time", iso(days.updated) if days.updated else ""),
    ]
    return Head(
        title=title,
        description=description,
        canonical=canonical,
        alternates=tuple(alternates(publication)) if len(publication.locales) > 1 else (),
        properties=tuple((name, content) for name, content in properties if content),
        feeds=tuple(
            (media_type, f"{site.url}/{feed_path(bundle.locale, ending)}")
            for ending, media_type in FEEDS.items()
            if site.url and days.last
        ),
    )


def feed_path(locale: str, ending: str) -> str:
    """Where a locale's feed stands, from the root of the site."""
    return f"feeds/{locale}.{ending}.xml"


def alternates(publication: Publication) -> list[tuple[str, str]]:
    """Where the article is found in each locale, and for everyone else."""
    found = [(tag, publication.address(locale=tag)) for tag in publication.locales]
    return [*found, (X_DEFAULT, publication.address(locale=publication.default_locale))]


def plain(publication: Publication, passage: Passage) -> str:
    """A text without markup; labelled in words where a machine made it, or where its source has changed since."""
    text = passage.text if passage.key.msgctxt == "title" else markup.plain(passage.text)
    labels = [DRAFT_LABEL] if passage.is_labelled else []
    labels += [OLDER_LABEL] if passage.is_older else []
    return text + "".join(f" ({label(publication, key)})" for key in labels)


def label(publication: Publication, key: MessageKey = DRAFT_LABEL) -> str:
    """The word for a machine's text, or another of these words, in the page's language if there is one."""
    found = publication.bundle.chrome.get(key)
    return found.text if found else key.msgid


@lru_cache
def og_locale(tag: str) -> str:
    """`nb_NO`: Open Graph wants a territory, and gets the most likely one (CLDR's likely subtags)."""
    from babel.core import get_global

    known = babel_locale(tag)
    if known.territory:
        return f"{known.language}_{known.territory}"
    likely = str(get_global("likely_subtags").get(str(known)) or known.language).split("_")
    return f"{known.language}_{likely[-1]}" if len(likely) > 1 else known.language
