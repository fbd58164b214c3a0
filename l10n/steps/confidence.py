"""How sure a machine was of a text, among all that the same model has drafted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from l10n.model.ledger import LedgerEntry
from l10n.model.provenance import Origin

_LEAST = 20
"""Drafts of a model. Of fewer, a place among them says nothing."""


def confidence_ranks(ledger: Iterable[LedgerEntry]) -> dict[str, float]:
    """Seal of each draft whose engine says how sure it was → the share of its model's drafts that are less sure.

    A mean log-probability says little by itself, and nothing across models; 0.05 here says: look at this one first.
    """
    by_model: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for entry in ledger:
        if entry.confidence is not None:
            origin = Origin.parse(entry.origin)
            by_model[origin.engine, origin.model][entry.seal] = entry.confidence
    ranks: dict[str, float] = {}
    for scores in by_model.values():
        ordered = sorted(scores.values())
        if len(ordered) >= _LEAST:
            for seal, score in scores.items():
                ranks[seal] = (bisect_left(ordered, score) + bisect_right(ordered, score)) / (2 * len(ordered))
    return ranks
