"""What a command line says of gates and fallbacks, over what l10n.toml says."""

from __future__ import annotations

from collections.abc import Callable, Collection

from l10n.errors import ProjectError, UsageError
from l10n.model.nearest import nearest
from l10n.model.publishing import CONSENT_ROLES, Fallback, Partial, Policy
from l10n.model.state import State
from l10n.settings import Settings

GATE_HELP = "Publish only when PERCENT of the words are in STATE (draft, translated, reviewed, final) or better."
_GATES = (State.DRAFT, State.TRANSLATED, State.REVIEWED, State.FINAL)


def policy(
    settings: Settings,
    tag: str,
    gate: str | None = None,
    fallback: Fallback | None = None,
    partial: Partial | None = None,
) -> Policy:
    """A locale's policy; what is said of single roles stays. Raises UsageError for a gate that cannot be read."""
    known = settings.locale(tag)
    state, percent = parse_gate(gate) if gate else (known.gate.state, known.gate.percent)
    return Policy(
        gate=state,
        percent=percent,
        fallback=fallback or known.fallback,
        pivot=known.pivot,
        checks=known.gate.checks,
        mandatory=frozenset(map(_role, known.gate.mandatory)),
        fallbacks={_role(name): its_fallback for name, its_fallback in known.fallback_of.items()},
        careful=CONSENT_ROLES | frozenset(map(_role, settings.site.legal_roles)),
        partial=partial or known.partial,
        labelling=settings.disclosure.label,
        editor=settings.site.responsible_editor,
    )


def check_roles(policy: Policy, tag: str, known: Callable[[], Collection[str]]) -> None:
    """Raises ProjectError for a role that no text has: a slip of the pen there would guard nothing.

    Which roles are `known` is asked only where a role is named: a theme must be read to tell.
    """
    for role in sorted(policy.mandatory | policy.fallbacks.keys() | policy.careful - CONSENT_ROLES):
        if role not in (roles := known()):
            near = nearest(role, roles)
            hint = f"Did you mean {near!r}?" if near else f"Roles are: {', '.join(sorted(roles))}."
            raise ProjectError(
                "no-such-role",
                "[locales.{tag}]: no text has the role {role!r}.",
                tag=tag,
                role=role,
                advice=hint,
                path="l10n.toml",
                hint="{advice}",
            )


def _role(name: str) -> str:
    """`cookie-text` and `cookie text` are one role."""
    return name.strip().replace("-", " ").replace("_", " ")


def parse_gate(text: str) -> tuple[State, float]:
    """`reviewed=100`, or `reviewed` alone. Raises UsageError, saying how one is written."""
    name, equals, number = text.partition("=")
    hint = "Write it like reviewed=100, with one of draft, translated, reviewed, final and 0 to 100."
    if name not in _GATES:
        raise UsageError(
            "gate-unreadable", "{name!r} is no state that a gate can ask for.", name=name, advice=hint, hint="{advice}"
        )
    try:
        percent = float(number.rstrip("%")) if equals else 100.0
    except ValueError:
        percent = -1.0
    if not 0 <= percent <= 100:
        raise UsageError(
            "gate-unreadable", "{number!r} is no percentage for a gate.", number=number, advice=hint, hint="{advice}"
        )
    return State(name), percent
