"""Our seven states in XLIFF's four, and back."""

from __future__ import annotations

from collections.abc import Iterable

from l10n.model.state import State

_SUB = "l10n:"
_SHARED = frozenset({State.TRANSLATED, State.REVIEWED, State.FINAL})
"""States that XLIFF has a word for."""


def attributes(state: State | None) -> dict[str, str]:
    """The attributes of a segment.

    A new one has none: a tool that fills it in and sets no state has translated it all the same.
    """
    if state is None or state is State.NEW:
        return {}
    if state in _SHARED:
        return {"state": state.value}
    return {"state": "initial", "subState": f"{_SUB}{state}"}


def state_of(segments: Iterable[dict[str, str]]) -> State | None:
    """The state of a unit: of the segment that is least ready. None where no segment says anything.

    A `subState` that a tool left beside a state which it raised counts for nothing.
    """
    states = [_state(segment) for segment in segments]
    known = [state for state in states if state is not None]
    return min(known, key=lambda state: state.rank) if known else None


def _state(segment: dict[str, str]) -> State | None:
    state, sub = segment.get("state", ""), segment.get("subState", "").removeprefix(_SUB)
    if state in _SHARED:
        return State(state)
    if state != "initial":
        return None
    return State(sub) if sub in frozenset(State) - _SHARED else State.DRAFT
