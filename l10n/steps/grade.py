"""Grading a change of one source text by its meaning (law 5)."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from l10n.model.source_change import Grade
from l10n.segmentation.cosmetic import face
from l10n.segmentation.meaning import CURRENCY, DATE, NAME, NEGATION, NUMBER, facts, negated_words
from l10n.segmentation.wording import Op, pieces

_FACTS = {
    NEGATION: Grade.NEGATION,
    NUMBER: Grade.NUMBER,
    CURRENCY: Grade.CURRENCY,
    DATE: Grade.DATE,
    NAME: Grade.NAME,
}
_WORD = re.compile(r"\w+(?:['’\-.]\w+)*")
_NAMED, _NAMED_LENGTH = 3, 60
"""At most so many changed passages, of so many characters, are named one by one."""


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
    old_words, new_words = (Counter(_WORD.findall(side.words)) for side in (before, after))
    for was, now in negated_words(old_words, new_words):
        grades.insert(0, Grade.NEGATION)
        notes.insert(0, f"{NEGATION}: “{was}” → “{now}”")
    if grades:
        return Graded(grades[0], "; ".join(notes))
    return Graded(Grade.REWORDED, _reworded(before.words, after.words))


def _listed(kind: str, facts: dict[tuple[str, str], int]) -> str:
    return ", ".join(f"“{fact}”" for its_kind, fact in facts if its_kind == kind)


def _reworded(old: str, new: str) -> str:
    """Which words were changed, or where they are many, how many."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    edits = _edits(old, new)
    named = len(edits) <= _NAMED and all(len(side) <= _NAMED_LENGTH for edit in edits for side in edit)
    said = ", ".join(f"{_quoted(was)} → {_quoted(now)}" for was, now in edits)
    if before == after:
        return f"punctuation: {said}" if named else "the punctuation changed"
    if named:
        return f"wording: {said}"
    kept = (Counter(before) & Counter(after)).total()
    return f"{len(after) - kept} of {len(after)} words are new, {len(before) - kept} are gone"


def _edits(old: str, new: str) -> list[tuple[str, str]]:
    """(what went, what came) for each place that was changed."""
    edits: list[tuple[str, str]] = []
    is_open = False
    for piece in pieces(old, new):
        if piece.op is Op.KEPT:
            is_open = False
            continue
        was, now = edits.pop() if is_open else ("", "")
        edits.append((was + piece.text, now) if piece.op is Op.REMOVED else (was, now + piece.text))
        is_open = True
    return edits


def _quoted(text: str) -> str:
    return f"“{text.strip()}”" if text.strip() else "nothing"
