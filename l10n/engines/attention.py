"""What a model looked at while it wrote each word: an alignment of the words of a sentence and its translation."""

from __future__ import annotations

import re
from collections.abc import Sequence

Links = tuple[tuple[int, int], ...]
"""(word of the source, word of the translation) that stand for each other."""

_BLANK = "▁"
"""SentencePiece's mark before a token that begins a word."""
_WORD = re.compile(r"\S+")


def word_links(source: Sequence[str], target: Sequence[str], attention: Sequence[Sequence[float]]) -> Links:
    """For each word of the translation the source word that its tokens attended to most; words are counted from 0.

    `attention` holds for each target token a weight for each source token, and one for the end of the sentence.
    """
    of_source, of_target = _numbers(source), _numbers(target)
    weights: dict[int, list[float]] = {}
    for word, row in zip(of_target, attention, strict=False):
        sums = weights.setdefault(word, [0.0] * len(source))
        for at, weight in enumerate(row[: len(source)]):
            sums[at] += weight
    return tuple((of_source[max(range(len(source)), key=sums.__getitem__)], word) for word, sums in weights.items())


def word_places(links: Links, source: str, target: str) -> Links:
    """The same by the places where the words begin; nothing where text and tokens disagree about what a word is."""
    starts, ends = ([match.start() for match in _WORD.finditer(text)] for text in (source, target))
    if any(one >= len(starts) or other >= len(ends) for one, other in links):
        return ()
    return tuple((starts[one], ends[other]) for one, other in links)


def _numbers(tokens: Sequence[str]) -> list[int]:
    """The number of the word that each token belongs to."""
    numbers: list[int] = []
    word = 0
    for at, token in enumerate(tokens):
        word += at > 0 and token.startswith(_BLANK)
        numbers.append(word)
    return numbers
