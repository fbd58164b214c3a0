"""Grading a change of one source text by its meaning (law 5)."""

from __future__ import annotations

import re
from typing import NamedTuple

from l10n.model.source_change import Grade
from l10n.segmentation.cosmetic import face
from l10n.segmentation.meaning import CURRENCY, DATE, NAME, NEGATION, NUMBER, facts

_FACTS = {
    NEGATION: Grade.NEGATION,
    NUMBER: Grade.NUMBER,
    CURRENCY: Grade.CURRENCY,
    DATE: Grade.DATE,
    NAME: Grade.NAME,
}
_WORD = re.compile(r"\w+(?:['’\-.]\w+)*")


class Graded(NamedTuple):
    """A grade, and what it rests on in words."""

    grade: Grade
    why: str = ""


def grade(old: str, new: str) -> Graded:
    """Compare two versions of a source text: none, cosmetic, a fact that changed, or reworded.

    Where several facts changed, the gravest gives the grade and all are named. A link that leads elsewhere is no
    cosmetic change: the translation repeats its target.
    """
    if old == new:
        return Graded(Grade.NONE)
    before, after = face(old), face(new)
    if before == after:
        return Graded(Grade.COSMETIC, "only quotation marks, dashes, spaces, entities or markup changed")
    if before.words == after.words:
        return Graded(Grade.REWORDED, "a link was added, removed or leads elsewhere")
    old_facts, new_facts = facts(before.words), facts(after.words)
    gone, added = old_facts - new_facts, new_facts - old_facts
    notes: list[str] = []
    grades: list[Grade] = []
    for kind, its_grade in _FACTS.items():
        lost, found = (_listed(kind, side) for side in (gone, added))
        if lost or found:
            grades.append(its_grade)
            notes.append(f"{kind}: {lost or 'nothing'} → {found or 'nothing'}")
    if grades:
        return Graded(grades[0], "; ".join(notes))
    return Graded(Grade.REWORDED, _reworded(before.words, after.words))


def _listed(kind: str, facts: dict[tuple[str, str], int]) -> str:
    return ", ".join(f"“{fact}”" for its_kind, fact in facts if its_kind == kind)


def _reworded(old: str, new: str) -> str:
    """How much of the wording changed, in words."""
    from rapidfuzz.distance import Indel

    before, after = _WORD.findall(old), _WORD.findall(new)
    if before == after:
        return "the punctuation changed"
    kept = (len(before) + len(after) - Indel.distance(before, after)) // 2
    return f"{len(after) - kept} of {len(after)} words are new, {len(before) - kept} are gone"
