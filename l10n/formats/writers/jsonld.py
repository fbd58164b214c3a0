"""A bundle as schema.org NewsArticle, in JSON-LD: beside the page, and in it.

Source: https://schema.org/NewsArticle, https://schema.org/translationOfWork, https://schema.org/digitalSourceType.
"""

from __future__ import annotations

import json
from typing import Any

from l10n.formats.writers import json_text, source_type
from l10n.formats.writers.contract import Publication
from l10n.formats.writers.head import plain
from l10n.model.article import Image
from l10n.model.bundle import Bundle, Stand
from l10n.model.dateline import iso
from l10n.model.message import MessageKey
from l10n.model.provenance import Actor, Origin

_IN_HTML = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""Escapes under which JSON is the same JSON, and no `</script>` can end the element around it."""


def write(publication: Publication) -> str:
    return json_text.serialize(document(publication))


def in_html(publication: Publication) -> str:
    """The same, to stand in a `<script type="application/ld+json">`."""
    return json.dumps(document(publication), ensure_ascii=False).translate(_IN_HTML)


def document(publication: Publication) -> dict[str, Any]:
    """The article, its translations that are out, and what a machine made of it."""
    bundle, site, days = publication.bundle, publication.site, publication.dateline
    source = bundle.source
    made = source_type.of_text(bundle)
    is_original = bundle.locale == source.lang
    original = _work(publication, source.lang) if not is_original and source.lang in publication.locales else None
    others = [_work(publication, tag) for tag in publication.locales if tag != bundle.locale] if is_original else []
    lead = bundle.passages[MessageKey("lead", source.lead)] if source.lead else None
    return _filled(
        **{"@context": "https://schema.org", "@type": "NewsArticle", "@id": publication.address()},
        url=publication.address(),
        headline=plain(publication, bundle.passages[MessageKey("title", source.title)]),
        description=plain(publication, lead) if lead else "",
        inLanguage=bundle.locale,
        datePublished=iso(days.published) if days.published else "",
        dateModified=iso(days.last) if days.last else "",
        author=[_thing("Person", name) for name in days.authors],
        publisher=_thing("Organization", site.name),
        editor=_thing("Person", site.responsible_editor) if site.responsible_editor else None,
        image=[_image(publication, image) for image in source.images],
        digitalSourceType=made.schema_org if made else "",
        translator=translators(bundle),
        translationOfWork=original,
        workTranslation=others,
    )


def translators(bundle: Bundle) -> list[dict[str, str]]:
    """Who stands for the translation; nobody, unless somebody signed every text of it."""
    texts = bundle.passages.values()
    if not all(passage.stand is Stand.TRANSLATION and passage.by and not passage.is_labelled for passage in texts):
        return []
    people = {Actor.parse(passage.by).name: Origin.parse(passage.origin).engine == "maintainers" for passage in texts}
    return [_thing("Organization" if is_team else "Person", name) for name, is_team in people.items()]


def _work(publication: Publication, tag: str) -> dict[str, str]:
    return {"@type": "NewsArticle", "@id": publication.address(locale=tag), "inLanguage": tag}


def _image(publication: Publication, image: Image) -> dict[str, Any]:
    bundle = publication.bundle
    picture = publication.pictures.get(image.src)
    alt = bundle.passages[MessageKey("image alt", image.alt)] if image.alt else None
    caption = bundle.passages[MessageKey("caption", image.caption)] if image.caption else None
    return _filled(
        **{"@type": "ImageObject"},
        contentUrl=publication.address(picture.name) if picture else image.src,
        encodingFormat=picture.media_type if picture else "",
        description=plain(publication, alt) if alt else "",
        caption=plain(publication, caption) if caption else "",
        creditText=image.credit,
        digitalSourceType=source_type.GENERATED.schema_org if image.machine_made else "",
    )


def _thing(kind: str, name: str) -> dict[str, str]:
    return {"@type": kind, "name": name}


def _filled(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", [])}
