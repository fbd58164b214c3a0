"""What a sitting came to: what was done, how much of it is a machine's text, and what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from l10n.commands.console import next_step, plural, say
from l10n.commands.domains import when_done
from l10n.commands.review.deeds import Deed
from l10n.commands.review.reading import Place
from l10n.commands.speech import _, marked, translated
from l10n.commands.verdict.report import said_of
from l10n.model.state import State, standing
from l10n.steps.unmodified import Share, machine_drafts, unmodified_share
from l10n.workspace import Workspace

_ORDER = (
    marked("approved"), marked("signed"), marked("edited"), marked("taken"), marked("rejected"),
    marked("commented on"), marked("skipped"),
)  # fmt: skip


def sum_up(
    workspace: Workspace,
    locale: str,
    deeds: Sequence[Deed],
    *,
    commented: int,
    skipped: int,
    left: int,
    command: str,
    others: Sequence[str],
) -> None:
    """Say it, and the one command to go on with: `command` for what is left, else one of the `others`, else build."""
    counts = Counter(deed.what for deed in deeds)
    counts["commented on"], counts["skipped"] = commented, skipped
    done = [f"{counts[what]} {translated(what)}" for what in _ORDER if counts[what]]
    say(f"{', '.join(done).capitalize()}." if done else _("Nothing was changed."))
    share = _share(workspace, locale, [deed.place for deed in deeds])
    if share.unmodified:
        say(said_of(share))
    if left:
        next_step(command, _("{messages} left", messages=plural(left, "message")))
    elif others:
        next_step(f"l10n review {others[0]}", _("nothing is left in {locale}", locale=locale))
    else:
        next_step(when_done(workspace), _("nothing is left to review"))


def _share(workspace: Workspace, locale: str, places: Sequence[Place]) -> Share:
    """How much is a machine's text of what was touched here and is vouched for now."""
    drafts, total = machine_drafts(workspace.records.load_ledger(locale)), Share(0, 0)
    for place in dict.fromkeys(places):
        catalog = workspace.load_catalog(locale, place.domain)
        message = catalog.by_key.get(place.key) if catalog else None
        if message and standing(message).state.rank >= State.TRANSLATED.rank:
            total += unmodified_share([message], place.domain, drafts)
    return total
