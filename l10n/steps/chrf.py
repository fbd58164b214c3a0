"""chrF: how alike two texts are in the n-grams of their characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

_ORDER, _BETA = 6, 2


def chrf(pairs: Iterable[tuple[str, str]]) -> float:
    """chrF2 over (text, reference) pairs, 0 to 100; higher is more alike.

    Popović 2015, "chrF: character n-gram F-score for automatic MT evaluation", with its n = 6 and β = 2, on
    characters without white space, counted over all pairs as sacreBLEU does it (`nrefs:1|case:mixed|eff:yes|nc:6|
    nw:0|space:no`). Raises nothing; no pairs, or pairs without a character, are 0.
    """
    matches, ours, theirs = ([0] * _ORDER for _ in range(3))
    for text, reference in pairs:
        one, other = ("".join(side.split()) for side in (text, reference))
        for n in range(1, _ORDER + 1):
            left, right = _grams(one, n), _grams(other, n)
            matches[n - 1] += (left & right).total()
            ours[n - 1] += left.total() if right else 0  # as sacreBLEU: a pair without a reference n-gram is no miss
            theirs[n - 1] += right.total()
    orders = [n for n in range(_ORDER) if ours[n] and theirs[n]]
    if not any(matches[n] for n in orders):
        return 0.0
    precision = sum(matches[n] / ours[n] for n in orders) / len(orders)
    recall = sum(matches[n] / theirs[n] for n in orders) / len(orders)
    return 100 * (1 + _BETA**2) * precision * recall / (_BETA**2 * precision + recall)


def _grams(text: str, n: int) -> Counter[str]:
    return Counter(text[at : at + n] for at in range(len(text) - n + 1))
