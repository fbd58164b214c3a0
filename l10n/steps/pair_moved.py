"""Articles whose file was renamed: the same messages under another name."""

from __future__ import annotations

from collections.abc import Mapping

from l10n.model.catalog import Catalog

_SAME = 0.5
"""This share of the longer one's messages must stand in both."""


def pair_moved(gone: Mapping[str, Catalog], added: Mapping[str, Catalog]) -> dict[str, str]:
    """New domain → the domain it had, one to one, the closest pair first. A message is the same if its key is."""
    offers: list[tuple[float, str, str]] = []
    for new, its_catalog in added.items():
        keys = its_catalog.by_key.keys()
        for old, was in gone.items():
            longer = max(len(keys), len(was.by_key))
            share = len(keys & was.by_key.keys()) / longer if longer else 0.0
            if share >= _SAME:
                offers.append((-share, new, old))
    pairs: dict[str, str] = {}
    for _, new, old in sorted(offers):
        if new not in pairs and old not in pairs.values():
            pairs[new] = old
    return pairs
