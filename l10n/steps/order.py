"""Which messages moved: as few as can be, so that one paragraph put on top moves nothing else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def moved(positions: Sequence[int]) -> set[int]:
    """Indexes that are not in the longest increasing run of old positions (patience sorting, n log n)."""
    tails: list[int] = []
    tail_indexes: list[int] = []
    before: list[int | None] = []
    for index, position in enumerate(positions):
        at = bisect_left(tails, position)
        before.append(tail_indexes[at - 1] if at else None)
        tails[at : at + 1], tail_indexes[at : at + 1] = [position], [index]
    stayed: set[int] = set()
    link = tail_indexes[-1] if tail_indexes else None
    while link is not None:
        stayed.add(link)
        link = before[link]
    return set(range(len(positions))) - stayed
