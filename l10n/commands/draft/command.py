"""`l10n draft`: the machines' turn, on what no person has touched."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Annotated, Any

import typer

from l10n.commands import session
from l10n.commands.console import next_step, one_line, plural, put, put_json, say
from l10n.commands.domains import domain_of
from l10n.commands.draft.engines import Engines
from l10n.commands.draft.executors import opened
from l10n.commands.draft.run import Drafter, Outcome, pivots_first
from l10n.commands.meter import Meter
from l10n.commands.speech import _, told
from l10n.commands.unfinished import told_if_stopped
from l10n.engines.service import Budget
from l10n.segmentation.words import count_words
from l10n.steps.draft import notes_of
from l10n.steps.draft_plan import Job

_SHOWN = 3
"""Texts named for one reason."""
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
        put_json("draft/1", {"written": not dry_run, "catalogs": [_row(outcome) for outcome in outcomes]})
    else:
        for outcome in outcomes:
            _print(outcome)
        _summarize(outcomes)
    for line in engines.departures(_texts_by_engine(outcomes), planned=dry_run):
        say(line)
    _explain(outcomes)
    if any(_troubled(outcome) for outcome in outcomes) and not any(_done(outcome) for outcome in outcomes):
        raise typer.Exit(4)
    _advise(outcomes, drafter.missing, dry_run=dry_run)


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


def _done(outcome: Outcome) -> tuple[Job, ...]:
    """The jobs that were done, or in a dry run those that would be."""
    return outcome.drafting.done if outcome.drafting else outcome.plan.jobs


def _texts_by_engine(outcomes: list[Outcome]) -> Counter[str]:
    """Words that engines were handed, or in a dry run would be: those of the pivot, where it is drafted from."""
    words: Counter[str] = Counter()
    for outcome in outcomes:
        for job in _done(outcome):
            words[job.origin.engine] += sum(map(count_words, job.texts))
    return words


def _troubled(outcome: Outcome) -> bool:
    return bool(outcome.error or (outcome.drafting and outcome.drafting.failed))


def _words(outcome: Outcome) -> Counter[str]:
    """Source words by origin."""
    words: Counter[str] = Counter()
    for job in _done(outcome):
        words[str(job.origin)] += sum(map(count_words, job.sources))
    return words


def _noted(outcome: Outcome) -> int:
    if outcome.drafting is None:
        return 0
    by_key = outcome.drafting.catalog.by_key
    return sum(bool(notes_of(by_key[job.message.key])) for job in outcome.drafting.done if not job.is_suggestion)


def _suggested(outcome: Outcome) -> int:
    return sum(job.is_suggestion for job in _done(outcome))


def _row(outcome: Outcome) -> dict[str, Any]:
    messages = Counter(str(job.origin) for job in _done(outcome))
    words = _words(outcome)
    failed = outcome.drafting.failed if outcome.drafting else ()
    return {
        "locale": outcome.locale,
        "domain": outcome.domain,
        "path": outcome.path,
        "engine": outcome.engine,
        "drafts": [{"origin": name, "messages": messages[name], "words": words[name]} for name in messages],
        "with_notes": _noted(outcome),
        "suggestions": _suggested(outcome),
        "failed": [{"context": m.msgctxt, "msgid": m.msgid, "why": why} for m, why in failed],
        "waiting": len(outcome.plan.waiting),
        "stale": outcome.plan.stale,
        "error": outcome.error.message if outcome.error else None,
    }


def _print(outcome: Outcome) -> None:
    jobs = _done(outcome)
    words = _words(outcome)
    verb = _("drafted") if outcome.drafting else _("to draft")
    by = "; ".join(_("{words} by {name}", words=plural(count, "word"), name=name) for name, count in words.items())
    suggested = _suggested(outcome)
    parts = [f"{plural(len(jobs), 'message')} {verb} ({by})" if jobs else _("nothing new to draft")]
    if suggested:
        parts.append(_("{count} of them beside a stale text", count=suggested))
    if noted := _noted(outcome):
        parts.append(_("{count} with notes", count=noted))
    if outcome.plan.waiting:
        parts.append(_("{count} left new", count=len(outcome.plan.waiting)))
    if outcome.plan.stale:
        parts.append(_("{count} stale, left as written (l10n suggest)", count=outcome.plan.stale))
    put(f"{outcome.path}: {', '.join(parts)}")


def _summarize(outcomes: list[Outcome]) -> None:
    by_engine: Counter[str] = Counter()
    for outcome in outcomes:
        for name, count in _words(outcome).items():
            by_engine[name.partition(" ")[0]] += count
    if by_engine:
        say(
            _("Words by engine:")
            + " "
            + ", ".join(f"{name} {count}" for name, count in sorted(by_engine.items()))
            + "."
        )


def _explain(outcomes: list[Outcome]) -> None:
    """Each reason once, with what to do about it."""
    for reason, hint in dict.fromkeys(told(o.error) for o in outcomes if o.error):
        say(reason)
        if hint:
            say(f"  {hint}")
    for tag, pivot in dict.fromkeys((o.locale, o.pivot) for o in outcomes if o.pivot):
        count = sum(len(o.plan.waiting) for o in outcomes if o.locale == tag)
        say(
            _(
                "{tag}: {messages} cannot be drafted before {pivot} is far enough (pivot_state).",
                tag=tag,
                messages=plural(count, "message"),
                pivot=pivot,
            )
        )
    for outcome in outcomes:
        said = outcome.error.message if outcome.error else ""
        by_reason: dict[str, list[str]] = {}
        for message, why in outcome.drafting.failed if outcome.drafting else ():
            if why not in said:
                by_reason.setdefault(why, []).append(repr(message.msgid[:60]))
        for why, texts in by_reason.items():
            more = _(" and {count} more", count=len(texts) - _SHOWN) if len(texts) > _SHOWN else ""
            say(
                _(
                    "{path}: no draft of {texts}{more}: {why}.",
                    path=outcome.path,
                    texts=", ".join(texts[:_SHOWN]),
                    more=more,
                    why=one_line(why),
                )
            )


def _advise(outcomes: list[Outcome], missing: list[str], *, dry_run: bool) -> None:
    if missing:
        names = ", ".join(missing[:5]) + (" …" if missing[5:] else "")
        say(_("{catalogs} not made yet: {names}", catalogs=plural(len(missing), "catalog"), names=names))
    drafted = next((outcome.locale for outcome in outcomes if _done(outcome)), None)
    if dry_run:
        say(_("Nothing was written."))
        next_step("l10n draft")
    elif missing:
        next_step("l10n extract && l10n sync", _("then draft again"))
    else:
        next_step(f"l10n review {drafted}" if drafted else "l10n status")
