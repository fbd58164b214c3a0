"""A catalog as JSON: schema `l10n/catalog/1`."""

from __future__ import annotations

from typing import Any

from l10n.formats.writers import json_text
from l10n.model.catalog import Catalog


def serialize(catalog: Catalog, *, locale: str, domain: str, source_language: str) -> str:
    """Translations by context and msgid; a message without one, or with a fuzzy one, is not there. Plurals are
    lists, in the order of the catalog's `Plural-Forms`. A message without a context stands under the empty one."""
    messages: dict[str, dict[str, Any]] = {}
    for message in catalog.live:
        if message.has_text and not message.is_fuzzy:
            value = message.text if message.msgid_plural is None else list(message.msgstr)
            messages.setdefault(message.msgctxt or "", {})[message.msgid] = value
    document = {
        "schema": "l10n/catalog/1",
        "locale": locale,
        "domain": domain,
        "source_language": source_language,
        "plural_forms": catalog.headers.get("Plural-Forms", ""),
        "messages": {context: dict(sorted(texts.items())) for context, texts in sorted(messages.items())},
    }
    return json_text.serialize(document)
