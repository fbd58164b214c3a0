"""A bundle's article as JSON, for sites that make their own pages: schema `l10n/article/1`."""

from __future__ import annotations

import json
from typing import Any

from l10n.formats.writers.disclosure import disclose
from l10n.model.bundle import Bundle, Passage
from l10n.model.message import MessageKey
from l10n.segmentation.body import passages


def serialize(bundle: Bundle) -> str:
    """The article as it stands. A text is `{"text": …}`, with `lang` where it is not in the article's language,
    and `"draft": true` where nobody vouches for it; the body is Markdown, and its passages are listed beside it."""

    def text(role: str, source: str) -> dict[str, Any] | None:
        return _text(bundle, bundle.passages[MessageKey(role, source)]) if source else None

    source = bundle.source
    disclosure = disclose(bundle)
    document = {
        "schema": "l10n/article/1",
        "slug": bundle.slug,
        "locale": bundle.locale,
        "direction": bundle.direction,
        "source_locale": source.lang,
        "machine_made_share": round(disclosure.draft_share, 4),
        "title": text("title", source.title),
        "lead": text("lead", source.lead),
        "badges": _badges(bundle, source.badges),
        "images": [
            _filled(
                src=image.src,
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
    return json.dumps(_filled(**document), ensure_ascii=False, indent=2) + "\n"


def _text(bundle: Bundle, passage: Passage) -> dict[str, Any]:
    lang = {} if passage.lang == bundle.locale else {"lang": passage.lang}
    return {"text": passage.text} | lang | ({"draft": True} if passage.is_draft else {})


def _badges(bundle: Bundle, ids: tuple[str, ...]) -> list[dict[str, Any]]:
    return [{"id": badge} | _text(bundle, bundle.badge(badge)) for badge in ids]


def _filled(**fields: Any) -> dict[str, Any]:
    """What is there: an image without a file has no `src`, not an empty one."""
    return {name: value for name, value in fields.items() if value not in (None, "", [])}
