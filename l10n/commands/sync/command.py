"""`l10n sync`: every locale's catalogs, brought up to the templates."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from typing import Annotated, Any

import typer

from l10n.commands import session
from l10n.commands.console import narrowed, next_step, nothing_yet, plural, put_json, put_lines, say, say_fault
from l10n.commands.domains import is_empty, translated_domains
from l10n.commands.options import DomainsOption, DryRunOption, JsonOption, LocalesArgument
from l10n.commands.speech import _
from l10n.commands.sync.report import lines, row
from l10n.commands.sync.run import Outcome, Run, Told
from l10n.commands.unfinished import told_if_stopped
from l10n.workspace.index import Index


def sync(
    ctx: typer.Context,
    locale: LocalesArgument = None,
    article: DomainsOption = None,
    dry_run: DryRunOption = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if a catalog is behind its template.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say of every message that changed what happened to it, and why.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Bring every locale's catalogs up to the templates.

    A source that only looks different keeps its translation and its review. One that says something else keeps
    the old translation as stale, beside the source it was made from. What left the source is kept for its return.
    A catalog that cannot be read is reported and left alone, and the others are brought up; the exit code is 3.

    Example: l10n sync nb --explain --dry-run
    """
    workspace = session.workspace(ctx)
    locales = workspace.settings.chosen(locale)
    write = not (dry_run or check)
    places = [(tag, domain) for tag in locales for domain in translated_domains(workspace, tag, article)]
    catalogs = [(tag, domain) for tag, domain in places if article or workspace.has_template(domain)]
    index = Index(workspace)
    tell: Callable[[Outcome], Any] = row if as_json else partial(lines, explain=explain)
    with (
        workspace.lock() if write else nullcontext(),
        told_if_stopped(len(catalogs), lambda: workspace.catalog_files.saved),
    ):
        outcomes = Run(index, write=write, read_all=as_json, tell=tell).over(catalogs)
        if write:
            index.save()
    if as_json:
        put_json("sync/1", {"written": write, "catalogs": [outcome.said for outcome in outcomes]})
    else:
        put_lines(line for outcome in outcomes for line in outcome.said)
    if alone := len(places) - len(catalogs):
        say(
            _(
                "{catalogs} without a template: the tool that made them brings them up.",
                catalogs=plural(alone, "catalog"),
            )
        )
    elif not outcomes and is_empty(workspace):
        nothing_yet()
        return
    elif not outcomes and workspace.settings.adopted:
        say(_("Nothing to sync. To begin a catalog where there is none, name its domain: l10n sync LOCALE -a DOMAIN"))
    elif not outcomes:
        say(_("Nothing to sync: what was named is written in that language."))
    _raise_faults(outcomes)
    behind = sum(outcome.changed for outcome in outcomes)
    if check and behind:
        say(_("{catalogs} behind the templates.", catalogs=plural(behind, "catalog")))
        next_step(narrowed("l10n sync", locale, article))
        raise typer.Exit(1)
    if dry_run:
        say(_("Nothing was written."))
        next_step(narrowed("l10n sync", locale, article))
    elif any(workspace.settings.locale(tag).engine for tag in locales):
        next_step(narrowed("l10n draft", locale, article), _("fills what is new; what is stale waits for a person"))
    else:
        next_step("l10n status", _("what is to do; no engine is named to draft it"))


def _raise_faults(outcomes: list[Told[Any]]) -> None:
    """Say what is wrong with each catalog that was left alone. Raises the last fault, so that the exit code is 3."""
    faults = list({str(outcome.fault): outcome.fault for outcome in outcomes if outcome.fault}.values())
    for fault in faults[:-1]:
        say_fault(fault)
    if faults:
        left = sum(outcome.fault is not None for outcome in outcomes)
        say(_("{catalogs} left alone: what is wrong must be mended by hand first.", catalogs=plural(left, "catalog")))
        raise faults[-1]
