"""Finding texts that are alike, without comparing each with each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest

_WORD = re.compile(r"\w+")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|\]\([^()\s]*\)")
_CLOSEST = 8
"""How many candidates that share the rarest words are compared word by word."""
_PATIENCE = 1000
"""How many places of words are looked up for one text, so that a search costs the same in a large catalog."""


class LikenessIndex:
    """Texts by their words. A search looks only at texts that share words with it, the rarest ones first."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._words = [_words(text) for text in texts]
        self._holders: dict[str, list[int]] = defaultdict(list)
        for index, words in enumerate(self._words):
            for word in set(words):
                self._holders[word].append(index)

    def ranked(self, text: str, *, least: float) -> list[tuple[float, int]]:
        """(likeness from 0 to 1, index) of the closest texts, best first; likeness is the share of words kept."""
        from rapidfuzz.distance import Indel

        words = _words(text)
        overlap: dict[int, float] = defaultdict(float)
        steps = 0
        for word in sorted(set(words), key=lambda word: (len(self._holders.get(word, ())), word)):
            holders = self._holders.get(word, ())
            steps += len(holders)
            if steps > _PATIENCE and overlap:
                break  # what is left are words that many texts have: they tell little
            weight = 1 / (len(holders) or 1)
            for index in holders:
                overlap[index] += weight
        closest = [-index for _, index in nlargest(_CLOSEST, ((score, -at) for at, score in overlap.items()))]
        scored = [
            (Indel.normalized_similarity(words, self._words[index], score_cutoff=least), index) for index in closest
        ]
        return sorted(((score, index) for score, index in scored if score), key=lambda pair: (-pair[0], pair[1]))


def best_pairs(ranked: Sequence[Sequence[tuple[float, int]]]) -> dict[int, int]:
    """Asker → candidate, one to one, the closest pair first; among equals the one that moved least in order."""
    offers = ((-score, abs(asker - index), asker, index) for asker, row in enumerate(ranked) for score, index in row)
    taken: set[int] = set()
    pairs: dict[int, int] = {}
    for _, _, asker, index in sorted(offers):
        if asker not in pairs and index not in taken:
            pairs[asker] = index
            taken.add(index)
    return pairs


def _words(text: str) -> list[str]:
    """What a reader reads: two texts full of the same tags are not alike for that."""
    return _WORD.findall(_MARKUP.sub(" ", text).casefold())
