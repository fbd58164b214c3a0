"""What `l10n sync` says of a catalog: lines for people, or a row of the JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from l10n.commands.console import one_line, plural
from l10n.commands.speech import _, translated
from l10n.commands.sync.run import Outcome
from l10n.model.source_change import Grade, SourceChange
from l10n.model.state import State, standing
from l10n.model.synced import Synced

_WIDTH = 90


def row(outcome: Outcome) -> dict[str, Any]:
    return {
        "locale": outcome.locale,
        "domain": outcome.domain,
        "path": outcome.path,
        "changed": outcome.changed,
        "fault": outcome.fault.message if outcome.fault else None,
        "renamed_from": outcome.renamed_from or None,
        "unchanged": outcome.synced.unchanged,
        "counts": Counter(change.grade for change in outcome.synced.changes),
        "messages": [_message_row(change) for change in _all_changes(outcome.synced)],
    }


def _all_changes(synced: Synced) -> Iterator[SourceChange]:
    """What happened to each message, `none` included: live ones in order, then those that are gone."""
    changes = {change.key: change for change in synced.changes if change.grade is not Grade.GONE}
    for message in synced.catalog.live:
        if message.key in changes:
            yield changes[message.key]
        else:
            state = standing(message).state
            yield SourceChange(
                grade=Grade.NONE, key=message.key, before=state, after=state, why="the source is the same"
            )
    yield from (change for change in synced.changes if change.grade is Grade.GONE)


def _message_row(change: SourceChange) -> dict[str, Any]:
    return {
        "context": change.key.msgctxt,
        "msgid": change.key.msgid,
        "grade": change.grade,
        "before": change.before,
        "after": change.after,
        "why": change.why,
        "previous": [{"context": key.msgctxt, "msgid": key.msgid} for key in change.previous],
    }


def lines(outcome: Outcome, *, explain: bool) -> list[str]:
    """What became of the catalog, and with `explain` of each message that changed; nothing of one with a fault."""
    if outcome.fault:
        return []
    explained = [line for change in outcome.synced.changes for line in _explained(change)] if explain else []
    return [_summed_up(outcome), *explained]


def _summed_up(outcome: Outcome) -> str:
    changes = outcome.synced.changes
    if outcome.renamed_from:
        return _(
            "{path}: new, {kept} taken over from {renamed_from}, whose article is gone",
            path=outcome.path,
            kept=plural(outcome.synced.unchanged, "message"),
            renamed_from=outcome.renamed_from,
        )
    if not outcome.exists:
        return _("{path}: new, {messages} to translate", path=outcome.path, messages=plural(len(changes), "message"))
    if not changes:
        return f"{outcome.path}: {_('only notes changed') if outcome.changed else _('up to date')}"
    counts = Counter(change.grade for change in changes)
    stale = sum(change.after is State.STALE and change.grade is not Grade.GONE for change in changes)
    return _(
        "{path}: {unchanged} unchanged, {said}{waits}",
        path=outcome.path,
        unchanged=outcome.synced.unchanged,
        said=", ".join(f"{counts[grade]} {translated(grade)}" for grade in Grade if counts[grade]),
        waits=_("; {count} stale", count=stale) if stale else "",
    )


def _explained(change: SourceChange) -> Iterator[str]:
    states = dict.fromkeys(translated(state) for state in (change.before, change.after))
    yield f"  {translated(change.grade)}: {one_line(change.key.msgid, _WIDTH)}  [{' → '.join(states)}]"
    yield f"      {one_line(change.why)}"
    for key in change.previous:
        yield _("      was: {msgid}", msgid=one_line(key.msgid, _WIDTH))
