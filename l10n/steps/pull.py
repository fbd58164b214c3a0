"""Pull: what of one catalog a build pipeline may have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from l10n.model.catalog import Catalog
from l10n.model.message import Message, MessageKey
from l10n.model.publishing import Policy, Verdict
from l10n.model.state import State, standing, without_record
from l10n.segmentation.words import count_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A catalog for a program that asks no questions, and whether it may have it."""

    catalog: Catalog
    verdict: Verdict


def pull(
    catalog: Catalog,
    *,
    locale: str,
    domain: str,
    policy: Policy,
    wanted: Iterable[MessageKey] = (),
    kept: Policy | None = None,
) -> Delivery:
    """The catalog with only what may be published: every other text is emptied, so that gettext shows the source.

    Drafts stay where the gate asks for no more than drafts, and stay fuzzy: gettext's own tools then leave them out.
    Obsolete messages are left out. `wanted` are the messages that the source has now: those that the catalog has
    never heard of are added without a text and count as new, so that a catalog nobody synced passes no gate.
    `kept` says which texts stay, where that is not for the policy that the verdict is by.
    """
    keeping = kept or policy
    words: Counter[str] = Counter()
    states: list[State] = []
    messages = []
    for message in catalog.live:
        state = standing(message).counted
        states.append(state)
        words[state] += count_words(message.msgid)
        is_wanted_draft = state is State.DRAFT is keeping.gate
        messages.append(message if keeping.publishes(state) or is_wanted_draft else _emptied(message))
    unknown = [key for key in dict.fromkeys(wanted) if key not in catalog.by_key]
    words[State.NEW] += sum(count_words(key.msgid) for key in unknown)
    messages += (Message(msgid=key.msgid, msgctxt=key.msgctxt) for key in unknown)
    verdict = Verdict(
        locale=locale,
        subject=domain,
        words={str(state): words[state] for state in sorted(State, key=lambda s: -s.rank) if words[state]},
        gate=policy.gate,
        percent=policy.percent,
        fallback=policy.fallback,
        below=len(unknown) + sum(state.rank < policy.gate.rank for state in states),
    )
    return Delivery(catalog=replace(catalog, messages=tuple(messages)), verdict=verdict)


def _emptied(message: Message) -> Message:
    return replace(without_record(message), msgstr=("",) * len(message.msgstr))
