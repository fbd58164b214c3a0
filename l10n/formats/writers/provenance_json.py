"""Where every text of a bundle comes from, as JSON: schema `l10n/provenance/1`.

The evidence behind the page's labels: who or what wrote each text, who vouches for it, what fell back to what.
"""

from __future__ import annotations

from typing import Any

from l10n.formats.writers import json_text
from l10n.formats.writers.contract import Publication
from l10n.model.bundle import Passage
from l10n.model.provenance import Origin
from l10n.model.publishing import SOURCE_WORDS


def write(publication: Publication) -> str:
    """The verdict, then the article's messages in reading order, then those of the chrome that the page uses."""
    bundle, verdict = publication.bundle, publication.verdict
    article = [*bundle.passages.values(), *bundle.omitted]
    around = [passage for key, passage in bundle.chrome.items() if key in publication.chrome]
    disclosure = publication.disclosure
    document = {
        "schema": "l10n/provenance/1",
        "article": bundle.slug,
        "locale": bundle.locale,
        "source_locale": bundle.source.lang,
        "responsible_editor": publication.site.responsible_editor or None,
        "gate": {"state": verdict.gate, "percent": verdict.percent} if verdict else None,
        "fallback": verdict.fallback if verdict else None,
        "words": dict(verdict.words) if verdict else {},
        "machine_made_share": round(disclosure.unchecked_share + disclosure.accepted_share, 4),
        "label": disclosure.has_machine_mark,
        "messages": [
            *({"domain": f"articles/{bundle.slug}"} | _message(passage) for passage in article),
            *({"domain": "chrome"} | _message(passage) for passage in around),
        ],
    }
    return json_text.serialize(document)


def _message(passage: Passage) -> dict[str, Any]:
    origin = Origin.parse(passage.origin)
    is_machine = bool(passage.origin) and origin.is_machine
    return {
        "role": passage.key.msgctxt,
        "source": passage.key.msgid,
        "text": passage.text,
        "lang": passage.lang,
        "state": passage.state or SOURCE_WORDS,
        "stands_as": passage.stand,
        "fallback": passage.stand if passage.fell_back else None,
        "origin": passage.origin or None,
        "engine": origin.engine if is_machine else None,
        "model": origin.model or None,
        "engine_version": origin.version or None,
        "label": passage.is_labelled,
        "by": passage.by or None,
        "at": passage.at or None,
        "seal": passage.seal or None,
        "made_from": passage.made_from or None,
        "machine_text": passage.raw or None,
        "edits": passage.edits,
    }
