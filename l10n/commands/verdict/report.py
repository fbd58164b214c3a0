"""What `l10n approve` and `l10n reject` say of what they did, or would do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import typer

from l10n.commands.console import next_step, one_line, plural, put, put_json, say, table
from l10n.commands.domains import when_done
from l10n.commands.speech import _, translated
from l10n.model.catalog import Catalog, short_name
from l10n.model.ledger import LedgerEntry
from l10n.model.state import State, seal
from l10n.steps.judge import Judging
from l10n.steps.unmodified import Share, machine_drafts, unmodified_share
from l10n.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One verdict on messages of one locale, given or tried."""

    locale: str
    state: State
    by: str
    why: str
    dry_run: bool
    unseen: int
    """Machine drafts as they came among those it vouches for."""
    asks_why: bool
    """These are so many that it needs a reason, and there is none."""
    results: Mapping[str, Judging]
    """By domain."""
    catalogs: Mapping[str, Catalog]
    """As they were before."""
    ledger: Sequence[LedgerEntry]

    @property
    def count(self) -> int:
        return sum(len(result.entries) for result in self.results.values())

    @property
    def share(self) -> Share:
        """How much of what it vouches for is a machine's text, unmodified."""
        drafts, total = machine_drafts(self.ledger), Share(0, 0)
        if self.state is State.REJECTED:
            return total
        for domain, result in self.results.items():
            changed = [result.catalog.by_key[one.key] for one in result.outcomes if one.changed]
            total += unmodified_share(changed, domain, drafts)
        return total


def report(workspace: Workspace, verdict: Verdict, *, as_json: bool) -> None:
    """Say it all; exit 1 where something was refused."""
    if as_json:
        put_json("verdict/1", _as_json(verdict))
    elif verdict.dry_run:
        for line in _listed(verdict):
            put(line)
    said = _("would be") if verdict.dry_run else _("now")
    for domain, result in verdict.results.items():
        if result.entries:
            path = workspace.shown(workspace.catalog_path(verdict.locale, domain))
            say(
                _(
                    "{messages} {said} {state} in {path}, signed {by}.",
                    messages=plural(len(result.entries), "message"),
                    said=said,
                    state=translated(verdict.state),
                    path=path,
                    by=verdict.by,
                )
            )
    outcomes = [outcome for result in verdict.results.values() for outcome in result.outcomes]
    refused = [outcome for outcome in outcomes if outcome.refused]
    if not outcomes:
        say(_("No message fits what you asked for."))
    already = len(outcomes) - verdict.count - len(refused)
    if already:
        say(_("{messages} had that verdict already.", messages=plural(already, "message")))
    if verdict.share.unmodified:
        say(said_of(verdict.share))
    if verdict.asks_why:
        say(
            _(
                '{drafts} among these: it will ask for a reason, --why "…".',
                drafts=plural(verdict.unseen, "untouched machine draft"),
            )
        )
    for outcome in refused:
        say(
            _(
                "  not {state}: {msgid!r}: {refused}",
                state=translated(verdict.state),
                msgid=one_line(outcome.key.msgid, 60),
                refused=outcome.refused,
            )
        )
    if refused:
        raise typer.Exit(1)
    if not outcomes:
        next_step(f"l10n review {verdict.locale} --list", _("what there is to judge"))
        return
    next_step(when_done(workspace) if verdict.state is not State.REJECTED else f"l10n review {verdict.locale}")


def said_of(share: Share) -> str:
    """The share in a sentence."""
    ratio = f"{int(share.ratio * 100)} %"
    return _(
        "{ratio} of this is a machine's text, unmodified ({unmodified} of {tokens}).",
        ratio=ratio,
        unmodified=share.unmodified,
        tokens=plural(share.tokens, "token"),
    )


def share_as_json(share: Share) -> dict[str, Any]:
    return {"tokens": share.tokens, "unmodified": share.unmodified, "share": round(share.ratio, 3)}


def _listed(verdict: Verdict) -> list[str]:
    """What would change, a line each."""
    rows = [
        [
            seal(verdict.catalogs[domain].by_key[one.key]),
            short_name(domain),
            one_line(one.key.msgctxt or "", 20),
            f"{one.before} → {one.after}",
            one_line(one.key.msgid, 40),
        ]
        for domain, result in verdict.results.items()
        for one in result.outcomes
        if one.changed
    ]
    return table([_("id"), _("article"), _("role"), _("state"), _("source")], rows) if rows else []


def _as_json(verdict: Verdict) -> dict[str, Any]:
    """`domain` is the one catalog that was asked for, or null for several."""
    domains = list(verdict.results)
    return {
        "locale": verdict.locale,
        "domain": domains[0] if len(domains) == 1 else None,
        "by": verdict.by,
        "why": verdict.why,
        "dry_run": verdict.dry_run,
        "untouched_drafts": verdict.unseen,
        "needs_reason": verdict.asks_why,
        "unmodified": share_as_json(verdict.share),
        "messages": [
            {"domain": domain, "context": one.key.msgctxt, "msgid": one.key.msgid, "before": one.before,
             "after": one.after, "refused": one.refused}
            for domain, result in verdict.results.items()
            for one in result.outcomes
        ],
    }  # fmt: skip
