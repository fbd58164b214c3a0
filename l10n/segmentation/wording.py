"""The wording of two texts held side by side: what stayed, what went, what came, word by word.

Where a text was rewritten, sentence by sentence: a view of single words would read as confetti.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from l10n.segmentation.sentences import spans

_TOKEN = re.compile(r"\s+|\w+(?:[.,:’'-]\w+)*|[^\w\s]")
_LEAST_ALIKE = 0.3
"""Below this share of kept words a text counts as rewritten."""
_MOST = 100_000_000
"""Words of one text times words of the other that are compared one by one: each pair takes a bit or two of memory."""

_SIGNS = {0xA0: "⍽", 0x202F: "⍽", 0x2009: "␣", 0xAD: "¬"}
"""No-break spaces, the thin space, and the soft hyphen."""


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
    if old == new:
        return (Piece(Op.KEPT, new),) if new else ()
    if is_rewritten(old, new):
        return tuple(_joined(_steps(_sentences(old), _sentences(new))))
    return tuple(_joined(_steps(_TOKEN.findall(old), _TOKEN.findall(new))))


def visible(piece: Piece) -> str:
    """The piece as it can be seen: blanks that came, went or changed their kind have a sign of their own."""
    if piece.op is Op.KEPT:
        return piece.text
    text = piece.text.translate(_SIGNS)
    return text.replace(" ", "␣") if not text.strip() else text


def is_rewritten(old: str, new: str) -> bool:
    """True where so few words stayed, or the texts are so long, that `pieces` compares sentences."""
    from rapidfuzz.distance import Indel

    words = [[token for token in _TOKEN.findall(text) if token[0].isalnum()] for text in (old, new)]
    if len(words[0]) * len(words[1]) > _MOST:
        return True
    return all(words) and Indel.normalized_similarity(*words) < _LEAST_ALIKE


def _sentences(text: str) -> list[str]:
    """The sentences, each with the blanks before it; joined they give the text back."""
    ends = [end for _, end in spans(text)] or [0]
    ends[-1] = len(text)
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _steps(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str, str]]:
    """(kept, removed, added) from one sequence to the other."""
    from rapidfuzz.distance import Indel

    found: list[tuple[str, str, str]] = []
    for code in Indel.opcodes(before, after):
        kept = "".join(after[code.dest_start : code.dest_end]) if code.tag == "equal" else ""
        removed = "".join(before[code.src_start : code.src_end]) if code.tag != "equal" else ""
        added = "".join(after[code.dest_start : code.dest_end]) if code.tag != "equal" else ""
        found.append((kept, removed, added))
    return found


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
