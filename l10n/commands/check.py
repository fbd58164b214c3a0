"""`l10n check`: look for faults in the translations."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import plugins
from l10n.commands import session
from l10n.commands.check_formats import Format, fails, put_report
from l10n.commands.check_report import put_as_json, put_text, sum_up
from l10n.commands.check_run import Outcome, Request, run
from l10n.commands.console import next_step, plural, put, say, say_fault
from l10n.commands.domains import places, when_done
from l10n.commands.options import DomainsOption, JsonOption, PlacesArgument
from l10n.commands.speech import _
from l10n.errors import InvalidInputError, UsageError
from l10n.formats import baseline as baseline_lines
from l10n.model.baseline import Known, known, split
from l10n.model.finding import Severity
from l10n.model.report import Reported
from l10n.steps.check_signatures import CHECK_ID, PAGE, TITLE
from l10n.workspace import Workspace, files
from l10n.workspace.checking import load_check


def check(
    ctx: typer.Context,
    place: PlacesArgument = None,
    article: DomainsOption = None,
    chosen: Annotated[
        list[str] | None, typer.Option("--check", metavar="ID", help="Only these checks.", show_default=False)
    ] = None,
    since: Annotated[
        str, typer.Option("--since", metavar="REV", help="Only messages that differ from this git revision.")
    ] = "",
    whole: Annotated[
        bool, typer.Option("--all", help="With --since: the others too, after those that differ.")
    ] = False,
    hints: Annotated[bool, typer.Option("--hints", help="Show hints too: matters of style that may be wrong.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 for warnings too.")] = False,
    dismissed: Annotated[
        bool, typer.Option("--dismissed", help="Show what was dismissed, with who and why, and nothing else.")
    ] = False,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Keep silent of the findings in this file.", show_default=False)
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the findings to this file.", show_default=False)
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write the findings.")] = Format.TEXT,
    fix: Annotated[
        bool, typer.Option("--fix", help="Show, as a diff, what can be mended for certain, and nothing else.")
    ] = False,
    write: Annotated[bool, typer.Option("--write", help="With --fix: mend it, in your name.")] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", metavar="N", min=1, help="Work in so many processes.  [default: by size]"),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the checks there are, and look at nothing.")] = False,
    explained: Annotated[
        str, typer.Option("--explain", metavar="ID", help="Explain a check, with examples, and look at nothing.")
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """Look for faults in the translations.

    Exits 1 when there is an error in a text that counts as translated. Drafts are looked at too, but stop nothing:
    nobody vouches for them yet. What the project wants of the checks stands in l10n.toml: [checks] off, severity,
    profile.

    Example: l10n check nb tokyo-forum --check numbers --check names
    """
    if listed or explained:
        _tell(explained)
        return
    if whole and not since:
        raise UsageError(
            "options-conflict", "--all goes with --since.", hint="Without --since, all messages are looked at."
        )
    if write_baseline and (since or baseline or dismissed):
        raise UsageError(
            "options-conflict",
            "A baseline is written from all findings.",
            hint="Leave out --since, --baseline, --dismissed.",
        )
    if write and not fix:
        raise UsageError(
            "options-conflict", "--write goes with --fix.", hint="l10n check --fix shows what would be written."
        )
    if fix and (write_baseline or dismissed or form not in (Format.TEXT, Format.JSON)):
        raise UsageError(
            "options-conflict", "--fix shows a diff, as text or JSON.", hint="Leave the other reports out."
        )
    workspace = session.workspace(ctx)
    ids = tuple(dict.fromkeys(chosen or ()))
    locales, articles = places(workspace, place, article)
    request = Request(
        locales=locales,
        articles=articles,
        checks=ids,
        since=session.utf8(since),
        is_whole=whole,
        jobs=jobs,
    )
    accepted = _read_baseline(baseline) if baseline else None
    outcome = run(workspace, request)
    for fault in outcome.broken:
        say_fault(fault)
    if write_baseline:
        _write_baseline(write_baseline, outcome)
        return
    shown, silent = _shown(outcome, accepted, dismissed=dismissed, keep_dismissed=form is Format.SARIF)
    form = Format.JSON if as_json else form
    if fix:
        _mend(workspace, outcome, shown, write=write, as_json=form is Format.JSON)
        return
    if form is Format.JSON:
        put_as_json(outcome, shown)
    elif form is Format.TEXT:
        put_text([one for one in shown if hints or dismissed or one.finding.severity is not Severity.HINT])
        if dismissed:
            say(
                _(
                    "\n{findings} dismissed; each comes back when its text changes.",
                    findings=plural(len(shown), "finding"),
                )
            )
        else:
            sum_up(outcome, shown, hints=hints, silent=silent, ready=when_done(workspace))
    else:
        put_report(workspace, outcome, shown, form, strict=strict)
    if outcome.broken:
        raise typer.Exit(InvalidInputError.exit_code)
    if any(fails(one, strict=strict) for one in shown):
        raise typer.Exit(1)


def _mend(workspace: Workspace, outcome: Outcome, shown: list[Reported], *, write: bool, as_json: bool) -> None:
    """Exit 1 where there is something that is not mended yet, as a formatter does."""
    from l10n.commands.check_fix import fix_all

    left = fix_all(workspace, shown, write=write, as_json=as_json)
    if outcome.broken:
        raise typer.Exit(InvalidInputError.exit_code)
    if left:
        raise typer.Exit(1)


def _shown(
    outcome: Outcome, accepted: list[Known] | None, *, dismissed: bool, keep_dismissed: bool
) -> tuple[list[Reported], list[str]]:
    """The findings to tell of, and what to say of the others."""
    silenced = [one for one in outcome.reported if one.dismissal is not None]
    if dismissed:
        return silenced, []
    heard = outcome.reported if keep_dismissed else [one for one in outcome.reported if one.dismissal is None]
    silent = [f"{plural(len(silenced), 'finding')} dismissed (shown with --dismissed)."] if silenced else []
    if accepted is not None:
        new, gone = split(heard, accepted)
        silent.append(f"{plural(len(heard) - len(new), 'finding')} kept silent by the baseline.")
        if gone:
            silent.append(f"{plural(len(gone), 'line')} of the baseline found no more in what was looked at.")
        heard = new
    return heard, silent


def _read_baseline(path: Path) -> list[Known]:
    data = files.read_bytes(path, str(path))
    if data is None:
        raise UsageError(
            "no-such-file", "There is no file {path}.", path=path, hint="Write it: l10n check --write-baseline {path}"
        )
    try:
        return baseline_lines.parse(data)
    except InvalidInputError as error:
        raise error.at(str(path)) from None


def _write_baseline(path: Path, outcome: Outcome) -> None:
    if outcome.broken:
        raise InvalidInputError(
            "baseline-of-half",
            "no baseline was written: it would lack what stands in the catalogs that cannot be read.",
            hint="Mend them, then write it.",
        )
    lines = known(one for one in outcome.reported if one.dismissal is None)
    files.write_atomic(path, baseline_lines.serialize(lines).encode(), str(path))
    say(
        _(
            "{lines} in {path}: what is found now is silent with --baseline.",
            lines=plural(len(lines), "line"),
            path=path,
        )
    )
    next_step(f"l10n check --baseline {path}", _("nothing new, so exit 0"))


def _tell(explained: str) -> None:
    """One check's page, or a line for each check."""
    if explained:
        from l10n.checks.page import page

        put((PAGE if explained == CHECK_ID else page(load_check(explained))).rstrip())
        return
    titles = {name: load_check(name).title for name in plugins.names("checks")} | {CHECK_ID: TITLE}
    for name, title in titles.items():
        put(f"{name.ljust(max(map(len, titles)))}  {title}")
