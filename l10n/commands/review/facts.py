"""All there is to know of one message, gathered when it comes on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from l10n.commands import session
from l10n.commands.review.reading import Place
from l10n.model.finding import Finding
from l10n.model.memory_unit import Languages, fingerprint
from l10n.model.message import Message
from l10n.model.state import Standing, seal, standing
from l10n.review_app.desk import Desk
from l10n.review_app.knowledge import Knowledge, findings, knowledge
from l10n.steps.confidence import confidence_ranks
from l10n.steps.match import LEAST, Match, match
from l10n.steps.unmodified import Share, machine_drafts, machine_text, unmodified
from l10n.workspace import Workspace

if TYPE_CHECKING:
    from l10n.workspace.memory import TranslationMemory

_MATCHES = 3
_UNSURE = 0.2
"""Below this rank among its model's drafts, a draft is pointed out."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """A message as it is on the disk now, and what stands around it."""

    place: Place
    locale: str
    source_language: str
    message: Message
    standing: Standing
    knowledge: Knowledge
    findings: Sequence[Finding]
    matches: Sequence[Match]
    """What the memory holds of texts that are alike, the best first."""
    machine: Share | None
    """How much of the text is the machine's, unmodified; None where no machine wrote one."""
    is_unsure: bool
    """The machine was less sure of this than of four in five of its texts."""
    above: Message | None
    """What is read before it, in the same catalog."""
    below: Message | None


def gather(
    workspace: Workspace, outside: TranslationMemory, locale: str, places: Sequence[Place], place: Place
) -> Facts | None:
    """The facts; None where the message is no longer in its catalog."""
    desk = Desk.open(workspace, locale, place.domain)
    message = desk.catalog.by_key.get(place.key)
    if message is None:
        return None
    ledger = workspace.records.load_ledger(locale)
    known = knowledge(desk, message)
    draft = machine_text(message, place.domain, machine_drafts(ledger)) if message.has_text else None
    drafted = replace(message, msgstr=known.suggestion.texts) if known.suggestion else message
    near = [one for one in places if one.domain == place.domain]
    at = near.index(place)
    return Facts(
        place=place,
        locale=locale,
        source_language=desk.source_language,
        message=message,
        standing=standing(message),
        knowledge=known,
        findings=findings(desk, message, message.msgstr) if any(message.msgstr) else (),
        matches=_matches(outside, desk, message),
        machine=None if draft is None else unmodified(draft, "\n".join(message.msgstr)),
        is_unsure=confidence_ranks(ledger).get(seal(drafted), 1.0) <= _UNSURE,
        above=desk.catalog.by_key.get(near[at - 1].key) if at else None,
        below=desk.catalog.by_key.get(near[at + 1].key) if at + 1 < len(near) else None,
    )


def _matches(outside: TranslationMemory, desk: Desk, message: Message) -> list[Match]:
    """Without the message itself, and without what says the very same as it does already."""
    own = desk.workspace.shown(desk.workspace.catalog_path(desk.locale, desk.domain))
    units = [
        unit
        for unit in outside.alike(Languages(desk.source_language, desk.locale), message.msgid, least=LEAST)
        if unit.target != message.text
        and not (unit.place == own and unit.role == message.msgctxt and unit.source == message.msgid)
    ]
    before = {here.key: fingerprint(above.msgid) for above, here in pairwise(desk.catalog.live)}
    return match(
        message.msgid,
        units,
        now=session.now(),
        role=message.msgctxt,
        before=before.get(message.key, ""),
        most=_MATCHES,
    )
