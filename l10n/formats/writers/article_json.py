"""A bundle's article as JSON, for sites that make their own pages: schema `l10n/article/1`."""

from __future__ import annotations

from typing import Any

from l10n.formats.writers import json_text
from l10n.formats.writers.contract import Publication
from l10n.model.bundle import Bundle, Passage
from l10n.model.dateline import iso
from l10n.model.message import MessageKey
from l10n.segmentation.body import passages


def write(publication: Publication) -> str:
    """The article as it stands. A text is `{"text": …}`, with `lang` where it is not in the article's language,
    `"draft": true` where nobody vouches for it, `"machine_made": true` where a page must say that a machine made it,
    and `"older": true` where its source has changed since; the body is Markdown, its passages are listed beside it."""

    bundle = publication.bundle
    source = bundle.source

    def text(role: str, source: str) -> dict[str, Any] | None:
        return _text(bundle, bundle.passages[MessageKey(role, source)]) if source else None

    disclosure, days = publication.disclosure, publication.dateline
    document = {
        "schema": "l10n/article/1",
        "slug": bundle.slug,
        "locale": bundle.locale,
        "direction": bundle.direction,
        "source_locale": source.lang,
        "authors": list(days.authors),
        "published": iso(days.published) if days.published else "",
        "updated": iso(days.updated) if days.updated else "",
        "machine_made_share": round(disclosure.unchecked_share + disclosure.accepted_share, 4),
        "title": text("title", source.title),
        "lead": text("lead", source.lead),
        "badges": _badges(bundle, source.badges),
        "images": [
            _filled(
                src=image.src,
                file=publication.pictures[image.src].name if image.src in publication.pictures else "",
                credit=image.credit,
                alt=text("image alt", image.alt),
                caption=text("caption", image.caption),
                machine_made=image.machine_made,
            )
            for image in source.images
        ],
        "body": bundle.article.body,
        "passages": [
            {"role": place.context} | (text(place.context, place.text) or {}) for place in passages(source.body)
        ],
        "cards": [
            _filled(
                headline=text("card headline", card.headline),
                summary=text("card summary", card.summary),
                alt=text("card alt", card.alt),
                url=card.url,
                badges=_badges(bundle, card.badges),
            )
            for card in source.cards
        ],
    }
    return json_text.serialize(_filled(**document))


def _text(bundle: Bundle, passage: Passage) -> dict[str, Any]:
    lang = {} if passage.lang == bundle.locale else {"lang": passage.lang}
    says = {"draft": passage.is_draft, "machine_made": passage.is_labelled, "older": passage.is_older}
    return {"text": passage.text} | lang | {name: True for name, is_so in says.items() if is_so}


def _badges(bundle: Bundle, ids: tuple[str, ...]) -> list[dict[str, Any]]:
    return [{"id": badge} | _text(bundle, bundle.badge(badge)) for badge in ids]


def _filled(**fields: Any) -> dict[str, Any]:
    """What is there: an image without a file has no `src`, not an empty one."""
    return {name: value for name, value in fields.items() if value not in (None, "", [])}
