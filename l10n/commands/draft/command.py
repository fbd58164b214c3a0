"""`l10n draft`: the machines' turn, on what no person has touched."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from l10n.commands import session
from l10n.commands.console import narrowed, nothing_yet, put_json, say
from l10n.commands.domains import domain_of, is_empty
from l10n.commands.draft.engines import Engines
from l10n.commands.draft.executors import opened
from l10n.commands.draft.report import (
    advise,
    explain_troubles,
    is_troubled,
    jobs_done,
    print_outcome,
    row,
    summarize,
    texts_by_engine,
)
from l10n.commands.draft.run import Drafter, Outcome, pivots_first
from l10n.commands.meter import Meter
from l10n.commands.speech import _
from l10n.commands.unfinished import told_if_stopped
from l10n.engines.service import Budget

_AHEAD = 8
"""Groups of catalogs in flight on a cluster, whose size we do not know."""


def draft(
    ctx: typer.Context,
    locale: Annotated[list[str] | None, typer.Argument(help="Only these locales.", show_default=False)] = None,
    article: Annotated[
        list[str] | None,
        typer.Option(
            "--article",
            "--domain",
            "-a",
            help="Only this article (a slug), or `chrome`. Repeatable.",
            show_default=False,
        ),
    ] = None,
    engine: Annotated[
        str,
        typer.Option(
            "--engine", "-e", help="Use this engine: argos, apertium, pseudo, or one of l10n.toml.", show_default=False
        ),
    ] = "",
    budget: Annotated[
        int | None,
        typer.Option(
            "--budget",
            min=1,
            metavar="WORDS",
            help="Send no more words than this to remote engines.",
            show_default=False,
        ),
    ] = None,
    refresh: Annotated[bool, typer.Option("--refresh", help="Make drafts that nobody has touched anew.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say how many words would go to which engine, and write nothing.")
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Work in so many processes.")] = 1,
    executor: Annotated[
        str,
        typer.Option("--executor", metavar="URL", help="Work on a Dask cluster: dask://HOST:PORT.", show_default=False),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Write what happened as JSON.")] = False,
) -> None:
    """Let the machines draft what is new.

    Each locale's engines and pivot are named in l10n.toml; nothing leaves this machine unless a remote engine is
    named there or by --engine, and --dry-run says what would. A text that people have translated elsewhere in the
    project is taken from there first. Drafts are fuzzy until a person accepts them; what a person wrote is never
    touched, and a draft that lost something says so in a note.

    A stale text keeps its words and gets a suggestion beside it, made anew only for the sentences that changed. A run
    that was stopped is taken up where it stood.

    Example: l10n draft nn --article tokyo-forum --dry-run
    """  # fmt: skip
    workspace = session.workspace(ctx)
    locales = pivots_first(workspace.settings, workspace.settings.chosen(locale))
    for name in article or ():
        domain_of(workspace, name)
    engines = Engines(workspace, Budget(budget))
    if engine:
        engines.check(engine)  # an unknown name is the caller's slip, whatever there is to draft
    drafter = Drafter(workspace, engines, engine=engine, refresh=refresh, write=not dry_run)
    if dry_run:
        outcomes = _run(drafter, locales, article)
    else:
        count = sum(len(drafter.domains(tag, article)) for tag in locales)
        with (
            workspace.lock(),
            told_if_stopped(count, lambda: workspace.catalog_files.saved),
            opened(jobs, executor) as where,
            Meter() as meter,
        ):
            ahead = _AHEAD if executor else jobs - 1
            drafter = replace(drafter, executor=where, ahead=ahead, progress=meter.add)
            outcomes = _run(drafter, locales, article)
    if as_json:
        put_json("draft/1", {"written": not dry_run, "catalogs": [row(outcome) for outcome in outcomes]})
    else:
        for outcome in outcomes:
            print_outcome(outcome)
        summarize(outcomes)
    for line in engines.departures(texts_by_engine(outcomes), planned=dry_run):
        say(line)
    explain_troubles(outcomes)
    if any(is_troubled(outcome) for outcome in outcomes) and not any(jobs_done(outcome) for outcome in outcomes):
        raise typer.Exit(4)
    if not outcomes and is_empty(workspace):
        nothing_yet()
    else:
        advise(outcomes, drafter.missing, again=narrowed("l10n draft", locale, article), dry_run=dry_run)


def _run(drafter: Drafter, locales: list[str], articles: list[str] | None) -> list[Outcome]:
    outcomes: list[Outcome] = []
    is_done = False
    try:
        for tag in locales:
            if drafter.has_engine(tag):
                outcomes += drafter.outcomes(tag, articles)
            else:
                say(_("{tag}: l10n.toml names no engine for it; people translate it.", tag=tag))
        is_done = True
    finally:
        drafter.close(is_done=is_done)
    return outcomes
