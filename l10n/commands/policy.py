"""What a command line says of gates and fallbacks, over what l10n.toml says."""

from __future__ import annotations

from l10n.errors import UsageError
from l10n.model.publishing import Fallback, Policy
from l10n.model.state import State
from l10n.settings import Settings

GATE_HELP = "Publish only when PERCENT of the words are in STATE (draft, translated, reviewed, final) or better."
_GATES = (State.DRAFT, State.TRANSLATED, State.REVIEWED, State.FINAL)


def policy(settings: Settings, tag: str, gate: str | None = None, fallback: Fallback | None = None) -> Policy:
    """A locale's policy. Raises UsageError for a gate that cannot be read."""
    known = settings.locale(tag)
    state, percent = parse_gate(gate) if gate else (known.gate.state, known.gate.percent)
    return Policy(gate=state, percent=percent, fallback=fallback or Fallback(known.fallback), pivot=known.pivot)


def parse_gate(text: str) -> tuple[State, float]:
    """`reviewed=100`, or `reviewed` alone. Raises UsageError, saying how one is written."""
    name, equals, number = text.partition("=")
    hint = "Write it like reviewed=100, with one of draft, translated, reviewed, final and 0 to 100."
    if name not in _GATES:
        raise UsageError(f"{name!r} is no state that a gate can ask for.", hint=hint)
    try:
        percent = float(number.rstrip("%")) if equals else 100.0
    except ValueError:
        percent = -1.0
    if not 0 <= percent <= 100:
        raise UsageError(f"{number!r} is no percentage for a gate.", hint=hint)
    return State(name), percent
