"""The wording of two texts held side by side: what stayed, what went, what came, word by word."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

_TOKEN = re.compile(r"\s+|\w+(?:[.,:’'-]\w+)*|[^\w\s]")
_LEAST_ALIKE = 0.3
"""Below this share of kept words a word-by-word view reads as confetti: both texts are shown whole."""


class Op(StrEnum):
    KEPT = "="
    REMOVED = "-"
    ADDED = "+"


class Piece(NamedTuple):
    """A stretch of text, and what became of it."""

    op: Op
    text: str


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The new text with the old one woven in: without the added pieces it is `old`, without the removed ones `new`.

    Neighbouring changes are joined, so that a reader sees one phrase replaced and not five words.
    """
    from rapidfuzz.distance import Indel

    if old == new:
        return (Piece(Op.KEPT, new),) if new else ()
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    words = [[token for token in tokens if token[0].isalnum()] for tokens in (before, after)]
    if any(words) and Indel.normalized_similarity(*words) < _LEAST_ALIKE:
        return tuple(piece for piece in (Piece(Op.REMOVED, old), Piece(Op.ADDED, new)) if piece.text)
    found: list[tuple[str, str, str]] = []
    for code in Indel.opcodes(before, after):
        kept = "".join(after[code.dest_start : code.dest_end]) if code.tag == "equal" else ""
        removed = "".join(before[code.src_start : code.src_end]) if code.tag != "equal" else ""
        added = "".join(after[code.dest_start : code.dest_end]) if code.tag != "equal" else ""
        found.append((kept, removed, added))
    return tuple(_joined(found))


def _joined(steps: list[tuple[str, str, str]]) -> list[Piece]:
    """Pieces from (kept, removed, added) steps; a blank between two changes becomes a part of both."""
    result: list[Piece] = []
    removed = added = ""
    for number, (kept, gone, new) in enumerate(steps):
        is_gap = kept.isspace() and (removed or added) and number + 1 < len(steps)
        removed += gone or (kept if is_gap else "")
        added += new or (kept if is_gap else "")
        if kept and not is_gap:
            result += [Piece(op, text) for op, text in ((Op.REMOVED, removed), (Op.ADDED, added)) if text]
            result.append(Piece(Op.KEPT, kept))
            removed = added = ""
    return result + [Piece(op, text) for op, text in ((Op.REMOVED, removed), (Op.ADDED, added)) if text]
