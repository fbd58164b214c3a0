"""Memory matches for one text: scored, with the reasons, best first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from l10n.model.memory_unit import MemoryUnit
from l10n.model.state import State
from l10n.segmentation.similarity import similarity

LEAST = 0.7
"""Below this a translator is quicker without the match."""
MOST = 5
MACHINE, OTHER_ROLE, UNKNOWN_ROLE, YEAR, OLDEST = 0.10, 0.03, 0.01, 0.01, 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A unit of the memory, and how well it fits."""

    unit: MemoryUnit
    similarity: float
    """Of the two source texts, 0 to 1."""
    penalties: tuple[tuple[str, float], ...]
    """What was taken off, and why: `("other role", 0.03)`."""
    is_context: bool
    """The same text in the same role, and after the same text where both are known: nothing fits better."""

    @property
    def score(self) -> float:
        """similarity − penalties, 0 to 1."""
        return max(0.0, self.similarity - sum(points for _, points in self.penalties))


def match(
    text: str,
    units: Iterable[MemoryUnit],
    *,
    now: str,
    role: str | None = None,
    before: str = "",
    least: float = LEAST,
    most: int = MOST,
) -> list[Match]:
    """Score what the memory holds against a text. Of several units that say the same, the best is kept.

    score = similarity − 0.10 where a machine wrote it and nobody reviewed it
                       − 0.03 in another role, 0.01 where one of the roles is unknown
                       − 0.01 a year of age, 0.05 at most

    `before` is the fingerprint of the text in front. Context matches come first, then the higher score, the better
    state, the later date.
    """
    scored = [_scored(text, unit, now=now, role=role, before=before) for unit in units]
    ranked = sorted(
        (one for one in scored if one.score >= least),
        key=lambda one: (one.is_context, round(one.score, 6), one.unit.state.rank, one.unit.at),
        reverse=True,
    )
    kept: dict[str, Match] = {}
    for one in ranked:
        kept.setdefault(one.unit.target, one)
    return list(kept.values())[:most]


def _scored(text: str, unit: MemoryUnit, *, now: str, role: str | None, before: str) -> Match:
    is_same_role = role is not None and unit.role == role
    is_same_place = not before or not unit.before or unit.before == before
    return Match(
        unit=unit,
        similarity=similarity(text, unit.source),
        penalties=tuple(_penalties(unit, now=now, role=role)),
        is_context=unit.source == text and is_same_role and is_same_place,
    )


def _penalties(unit: MemoryUnit, *, now: str, role: str | None) -> Iterable[tuple[str, float]]:
    if unit.origin is not None and unit.origin.is_machine and unit.state.rank < State.REVIEWED.rank:
        yield "machine", MACHINE
    if role is None or unit.role is None:
        yield "unknown role", UNKNOWN_ROLE
    elif unit.role != role:
        yield "other role", OTHER_ROLE
    years = _years(unit.at, now)
    if years:
        yield f"{years} year{'s' if years > 1 else ''} old", min(OLDEST, years * YEAR)


def _years(at: str, now: str) -> int:
    """Whole years between two dates that begin as `2026-01-05`; 0 where one is unknown."""
    if not (at[:4].isdigit() and now[:4].isdigit()):
        return 0
    return max(0, int(now[:4]) - int(at[:4]) - (now[4:10] < at[4:10]))
