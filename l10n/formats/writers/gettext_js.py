"""A catalog as JSON for gettext.js, the npm package: messages by msgid, with gettext's own separator before a context.

Source: https://github.com/guillaumepotier/gettext.js#required-json-format.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from l10n.formats.writers import json_text
from l10n.model.catalog import Catalog
from l10n.model.locale import facts
from l10n.model.state import State, standing


def write(catalog: Catalog, locale: str, publishes: Callable[[State], bool]) -> str:
    """The messages whose state `publishes` says yes to; a plural is the list of its forms."""
    plural_forms = catalog.headers.get("Plural-Forms") or facts(locale).plural_forms
    texts: dict[str, Any] = {}
    for message in catalog.live:
        if publishes(standing(message).counted):
            context = f"{message.msgctxt}\x04" if message.msgctxt else ""
            texts[context + message.msgid] = message.text if message.msgid_plural is None else list(message.msgstr)
    header = {"": {"language": locale, "plural-forms": plural_forms}}
    return json_text.serialize(header | dict(sorted(texts.items())))
