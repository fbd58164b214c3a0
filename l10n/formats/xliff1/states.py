"""Our seven states in the words of XLIFF 1.2, and back."""

from __future__ import annotations

from collections.abc import Mapping

from l10n.model.state import State

# `needs-review-translation` would be kinder to a draft, but Poedit counts that as translated
_WORDS = {
    State.NEW: ("new", ""),
    State.DRAFT: ("needs-translation", "leveraged-mt"),
    State.STALE: ("needs-translation", "fuzzy-match"),
    State.REJECTED: ("needs-translation", "rejected-inaccurate"),
    State.TRANSLATED: ("translated", ""),
    State.REVIEWED: ("signed-off", ""),
    State.FINAL: ("final", ""),
}
_STATES = {words: state for state, words in _WORDS.items()}
_UNFINISHED = "needs-"


def target_attributes(state: State | None) -> dict[str, str]:
    """The attributes of a `target`."""
    word, qualifier = _WORDS.get(state, ("", "")) if state else ("", "")
    named = {"state": word, "state-qualifier": qualifier}
    return {name: value for name, value in named.items() if value}


def unit_attributes(state: State | None) -> dict[str, str]:
    """The attributes of a `trans-unit`: `approved` means that a translation has passed its final review."""
    return {"approved": "yes"} if state in (State.REVIEWED, State.FINAL) else {}


def state_of(unit: Mapping[str, str], target: Mapping[str, str]) -> State | None:
    """The state of a unit by the attributes of its `trans-unit` and its `target`; None where they say nothing.

    Without a state, `approved` says no more than translated: editors set it for whatever is not fuzzy.
    """
    word, qualifier = target.get("state", ""), target.get("state-qualifier", "")
    known = _STATES.get((word, qualifier)) or _STATES.get((word, ""))
    if known:
        return None if known is State.NEW else known  # many a tool fills a target in, and leaves it `new`
    if word.startswith(_UNFINISHED):
        return State.DRAFT
    return State.TRANSLATED if unit.get("approved") == "yes" else None
