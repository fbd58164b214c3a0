"""A bundle as IPTC ninjs 3.1, for news systems. A body has no language of its own there, so one object is one locale.

Source: http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json.
"""

from __future__ import annotations

import re
from typing import Any

from l10n.formats.writers import json_text, source_type
from l10n.formats.writers.contract import Publication
from l10n.formats.writers.head import plain
from l10n.formats.writers.jsonld import translators
from l10n.formats.writers.wording import Wording
from l10n.model.article import Card, Image
from l10n.model.bundle import Passage, Stand
from l10n.model.dateline import instant, iso
from l10n.model.message import MessageKey
from l10n.model.state import State
from l10n.segmentation.words import count_words

_URI = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:[/?#](?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?")
_SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"


def write(publication: Publication) -> str:
    """One news object. `pubStatus` is `usable` only where a reviewer vouches for every text that was translated."""
    bundle, site, days = publication.bundle, publication.site, publication.dateline
    source = bundle.source
    unreviewed = [passage for passage in bundle.passages.values() if _is_unreviewed(passage)]
    made = source_type.of_text(bundle)
    html = str(Wording(publication).body())
    lead = [plain(publication, bundle.passages[MessageKey("lead", source.lead)])] if source.lead else []
    document = _filled(
        standard={"name": "ninjs", "version": "3.1", "schema": _SCHEMA},
        uri=site.identity(bundle.slug, bundle.locale),
        type="text",
        representationType="full",
        firstCreated=iso(instant(days.published)) if days.published else "",
        versionCreated=iso(instant(days.last)) if days.last else "",
        pubStatus="withheld" if unreviewed else "usable",
        edNote=_note(unreviewed, len(bundle.passages)),
        language=bundle.locale,
        headlines=[_text("main", plain(publication, bundle.passages[MessageKey("title", source.title)]))],
        descriptions=[_text("summary", text) for text in lead],
        bodies=[_text("main", html, "text/html") | {"wordCount": count_words(bundle.article.body)}] if html else [],
        slugline=bundle.slug,
        by=", ".join(days.authors),
        people=[{"name": name, "rel": "author"} for name in days.authors],
        infoSources=[{"name": one["name"], "role": "translator"} for one in translators(bundle)],
        associations=[
            *(_picture(publication, image, number) for number, image in enumerate(source.images, 1)),
            *(_translation(publication, tag) for tag in publication.locales if tag != bundle.locale),
            *(_card(publication, card) for card in source.cards if _is_whole(card.url)),
        ],
        digitalSourceType=_source_type(made) if made else None,
    )
    return json_text.serialize(document)


def _is_unreviewed(passage: Passage) -> bool:
    if passage.stand is Stand.TRANSLATION:
        return passage.state is None or passage.state.rank < State.REVIEWED.rank
    return passage.stand in (Stand.DRAFT, Stand.LAST_APPROVED)


def _note(unreviewed: list[Passage], total: int) -> str:
    if not unreviewed:
        return ""
    drafts = sum(passage.is_draft for passage in unreviewed)
    return f"No reviewer vouches for {len(unreviewed)} of {total} texts; {drafts} of them are machine drafts."


def _text(role: str, value: str, content_type: str = "text/plain") -> dict[str, Any]:
    return {"role": role, "contentType": content_type, "value": value}


def _picture(publication: Publication, image: Image, number: int) -> dict[str, Any]:
    passages = publication.bundle.passages
    file = publication.pictures.get(image.src)
    href = publication.address(file.name) if file else image.src
    alt, caption = (
        plain(publication, passages[MessageKey(role, text)]) if text else ""
        for role, text in (("image alt", image.alt), ("caption", image.caption))
    )
    identity = publication.site.identity(publication.bundle.slug, publication.bundle.locale)
    return _filled(
        name=f"image-{number}",
        rel="image",
        uri=href if _is_whole(href) else f"{identity}#image-{number}",
        type="picture",
        language=publication.bundle.locale,
        by=image.credit,
        descriptions=[_text(role, text) for role, text in (("alt", alt), ("caption", caption)) if text],
        renditions=[
            _filled(
                name="main",
                href=href,
                contentType=file.media_type if file else "",
                sizeInBytes=len(file.data) if file else None,
            )
        ]
        if _is_whole(href)
        else [],
        digitalSourceType=_source_type(source_type.GENERATED) if image.machine_made else None,
    )


def _translation(publication: Publication, tag: str) -> dict[str, Any]:
    identity = publication.site.identity(publication.bundle.slug, tag)
    return {"name": f"translation-{tag}", "rel": "translation", "uri": identity, "type": "text", "language": tag}


def _card(publication: Publication, card: Card) -> dict[str, Any]:
    role, text = ("card headline", card.headline) if card.headline else ("card summary", card.summary)
    if not text:
        role, text = "card alt", card.alt
    passage = publication.bundle.passages.get(MessageKey(role, text))
    name = plain(publication, passage) if passage else card.url
    return {"name": name, "rel": "seeAlso", "uri": card.url, "type": "text"}


def _source_type(made: source_type.SourceType) -> dict[str, str]:
    return {"name": made.term, "uri": made.newscode}


def _is_whole(url: str) -> bool:
    """True for an address that is a URI as RFC 3986 has it, which the schema asks for."""
    return _URI.fullmatch(url) is not None


def _filled(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", [])}
