"""Whether a memory has anything to give to one that exists."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from l10n.model.memory_unit import MemoryUnit


def is_known(units: Iterable[MemoryUnit], known: Callable[[MemoryUnit], Iterable[MemoryUnit]]) -> bool:
    """True when each of the units, and there are some, is among those `known` of its text: the same translation in
    the same role and place, in as good a state or a better one. A memory that was exported from here comes back so.
    Stops at the first unit that is new."""
    count = 0
    for unit in units:
        count += 1
        if not any(_says_as_much(other, unit) for other in known(unit)):
            return False
    return count > 0


def _says_as_much(known: MemoryUnit, unit: MemoryUnit) -> bool:
    is_same = known.target == unit.target and known.role == unit.role and known.before == unit.before
    return is_same and known.state.rank >= unit.state.rank
