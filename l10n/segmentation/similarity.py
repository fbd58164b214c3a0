"""How alike two texts are, letter by letter, and the three-letter pieces by which an index finds what may be."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

_EDGE = "\x02"
_MOST = 160
"""Pieces of one text that are used: a longer text is known by a part of them, spread over the whole of it."""


def grams(text: str) -> list[str]:
    """The distinct trigrams of a text, its two edges among them; case and runs of blanks do not count.

    One edit touches three of them at most, so texts that are alike in three letters of four share at least one.
    """
    plain = f"{_EDGE}{' '.join(text.casefold().split())}{_EDGE}"
    found = list(dict.fromkeys(plain[at : at + 3] for at in range(max(1, len(plain) - 2))))
    return found if len(found) <= _MOST else [found[at * len(found) // _MOST] for at in range(_MOST)]


def length_class(length: int) -> int:
    """Texts whose lengths differ by less than a half of an octave share a class or are neighbours."""
    return round(2 * log2(length + 1))


def similarity(one: str, other: str) -> float:
    """2·kept / (length + length), 0 to 1, where `kept` letters stand in both texts in one order.

    The normalized Indel similarity, which rapidfuzz also calls `ratio`. Case counts, and so does every blank.
    """
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other)


def most_similar(text: str, others: Sequence[str], *, least: float, most: int) -> list[tuple[float, int]]:
    """(similarity, index) of the `most` closest that are at least `least` alike, best first."""
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    found = process.extract(
        text, others, scorer=Indel.normalized_similarity, processor=None, score_cutoff=least, limit=most
    )
    return [(score, index) for _, score, index in found]
