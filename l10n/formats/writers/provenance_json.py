"""Where every text of a bundle comes from, as JSON: schema `l10n/provenance/1`.

The evidence behind the page's labels: who or what wrote each text, who vouches for it, what fell back to what.
"""

from __future__ import annotations

import json
from typing import Any

from l10n.model.bundle import Bundle, Passage
from l10n.model.message import MessageKey
from l10n.model.publishing import SOURCE_WORDS, Verdict


def serialize(bundle: Bundle, verdict: Verdict, used_chrome: frozenset[MessageKey]) -> str:
    """The verdict, then the article's messages in reading order, then those of the chrome that the page uses."""
    article = len(bundle.passages)
    messages = [
        {"domain": bundle_domain} | _message(passage)
        for index, passage in enumerate(bundle.all_passages(used_chrome))
        for bundle_domain in [f"articles/{bundle.slug}" if index < article else "chrome"]
    ]
    document = {
        "schema": "l10n/provenance/1",
        "article": bundle.slug,
        "locale": bundle.locale,
        "source_locale": bundle.source.lang,
        "gate": {"state": verdict.gate, "percent": verdict.percent},
        "fallback": verdict.fallback,
        "words": dict(verdict.words),
        "messages": messages,
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _message(passage: Passage) -> dict[str, Any]:
    return {
        "role": passage.key.msgctxt,
        "source": passage.key.msgid,
        "text": passage.text,
        "lang": passage.lang,
        "state": passage.state or SOURCE_WORDS,
        "stands_as": passage.stand,
        "fallback": passage.stand if passage.fell_back else None,
        "origin": passage.origin or None,
        "by": passage.by or None,
        "at": passage.at or None,
        "seal": passage.seal or None,
    }
