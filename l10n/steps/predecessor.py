"""The catalog of an article that lives on under another name."""

from __future__ import annotations

from collections.abc import Iterable

from l10n.model.catalog import Catalog

_LEAST = 0.5
"""The share of a template's messages that tells that it is the same article."""


def predecessor(template: Catalog, orphans: Iterable[Catalog]) -> Catalog | None:
    """Of the catalogs whose article is gone, the one that has most of the template's messages, if any has.

    A renamed article is a new domain; without this it would be all untranslated beside its own translations.
    """
    best, shared = None, _LEAST * len(template.by_key)
    for catalog in orphans:
        common = len(template.by_key.keys() & catalog.by_key.keys())
        if common > shared:
            best, shared = catalog, common
    return best
