"""How much of a machine's text a person kept: what a draft was worth."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """From a machine's raw text to the text that a person vouched for."""

    kept: float
    """The share of the machine's words and signs that stand in the final text in the same order, 0 to 1."""
    edits: int
    """Words and signs to take out, put in or replace (Levenshtein distance)."""
    words: int
    """Words and signs of the final text."""


def effort(machine: str, final: str) -> Effort:
    """Compare two texts word by word; spacing does not count."""
    from rapidfuzz.distance import LCSseq, Levenshtein

    before, after = _TOKEN.findall(machine), _TOKEN.findall(final)
    kept = LCSseq.similarity(before, after) / len(before) if before else float(not after)
    return Effort(kept=kept, edits=Levenshtein.distance(before, after), words=len(after))
