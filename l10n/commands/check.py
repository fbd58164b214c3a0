"""`l10n check`: look for faults in the translations."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

import typer

from l10n import plugins
from l10n.checks.contract import Subject
from l10n.commands import session
from l10n.commands.console import next_step, one_line, plural, put, put_json, say, say_fault, styled
from l10n.commands.domains import translated_domains
from l10n.commands.options import DomainsOption, JsonOption, LocalesArgument
from l10n.errors import InvalidInputError
from l10n.model.catalog import Catalog
from l10n.model.finding import Finding, Severity
from l10n.steps.check import check as check_catalog
from l10n.steps.check import subjects_of
from l10n.steps.check_locale import check_locale
from l10n.steps.check_signatures import check_signatures
from l10n.workspace import Workspace
from l10n.workspace.checking import background, wanted_checks

_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "dim"}


def check(
    ctx: typer.Context,
    locale: LocalesArgument = None,
    article: DomainsOption = None,
    chosen: Annotated[
        list[str] | None, typer.Option("--check", metavar="ID", help="Only these checks.", show_default=False)
    ] = None,
    hints: Annotated[bool, typer.Option("--hints", help="Show hints too: matters of style that may be wrong.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 for warnings too.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="List the checks there are, and look at nothing.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Look for faults in the translations.

    Exits 1 when there is an error in a text that counts as translated. Drafts are looked at too, but stop nothing:
    nobody vouches for them yet. Checks that a project does not want stand in l10n.toml: [checks] off = ["length"]

    Example: l10n check nb --article tokyo-forum --check numbers --check names
    """
    if listed:
        _list()
        return
    workspace = session.workspace(ctx)
    checks, severities = wanted_checks(workspace, chosen), workspace.settings.checks.severity
    findings: list[Finding] = []
    broken: list[InvalidInputError] = []
    looked_at = 0
    for tag in workspace.settings.chosen(locale):
        known = background(workspace, tag)
        subjects: list[Subject] = []
        for name in translated_domains(workspace, tag, article):
            try:
                catalog = workspace.load_catalog(tag, name)
            except InvalidInputError as error:
                broken.append(error)
                continue
            if catalog is not None:
                looked_at += 1
                language = workspace.settings.source_language(name)
                findings += check_catalog(
                    catalog,
                    locale=tag,
                    domain=name,
                    source_language=language,
                    checks=checks,
                    background=known,
                    severities=severities,
                )
                subjects += subjects_of(catalog, locale=tag, domain=name, source_language=language, background=known)
                findings += [] if chosen else _signatures(workspace, tag, name, catalog)
        findings += check_locale(subjects, checks=checks, severities=severities)
    for fault in broken:
        say_fault(fault)
    if as_json:
        put_json("check/1", {"findings": [_row(workspace, finding) for finding in findings],
                             "broken": [{"path": error.path, "line": error.line, "message": error.bare_message}
                                        for error in broken]})  # fmt: skip
    else:
        _print(workspace, [f for f in findings if hints or f.severity is not Severity.HINT])
        _sum_up(findings, looked_at, len(broken), hints)
    _end(findings, bool(broken), strict=strict)


def _signatures(workspace: Workspace, locale: str, domain: str, catalog: Catalog) -> list[Finding]:
    """Reviews by people who may not review; it is no check that a project can switch off."""
    settings = workspace.settings
    return check_signatures(
        catalog,
        locale=locale,
        domain=domain,
        reviewers=settings.locale(locale).reviewers,
        four_eyes=settings.review.four_eyes,
        ledger=workspace.load_ledger(locale),
    )


def _list() -> None:
    names = plugins.names("checks")
    for name in names:
        put(f"{name.ljust(max(map(len, names)))}  {plugins.load('checks', name).title}")


def _print(workspace: Workspace, findings: list[Finding]) -> None:
    """By catalog; in each, what is published comes before what is only a draft."""
    catalog = ""
    for finding in findings:
        path = workspace.shown(workspace.catalog_path(finding.locale, finding.domain))
        if path != catalog:
            put(("\n" if catalog else "") + styled(path, "bold"))
            catalog = path
        is_draft = finding.state.is_fuzzy
        severity = styled(finding.severity.ljust(7), "dim" if is_draft else _STYLES[finding.severity])
        where = f"{one_line(finding.key.msgctxt or 'message')} “{_excerpt(finding.key.msgid)}”"
        put(f"  {severity}  {finding.check.ljust(9)}  {where}{f'  ({finding.state})' if is_draft else ''}")
        put(f"           {one_line(finding.message)} {one_line(finding.advice)}")


def _sum_up(findings: list[Finding], looked_at: int, broken: int, hints: bool) -> None:
    counts = Counter(finding.severity for finding in findings if not finding.state.is_fuzzy)
    in_drafts = sum(finding.state.is_fuzzy for finding in findings if hints or finding.severity is not Severity.HINT)
    parts = [plural(counts[severity], severity) for severity in (Severity.ERROR, Severity.WARNING)]
    if counts[Severity.HINT]:
        parts.append(plural(counts[Severity.HINT], "hint") + ("" if hints else " (shown with --hints)"))
    if looked_at or not broken:
        say(
            f"\n{plural(looked_at, 'catalog')}: {', '.join(parts)}"
            + (f"; {in_drafts} more in drafts." if in_drafts else ".")
        )
    if broken:
        say(f"{plural(broken, 'catalog')} could not be read: mend what is broken, then check again.")
    elif any(finding.is_blocking for finding in findings):
        first = next(finding for finding in findings if finding.is_blocking)
        next_step(f"l10n review {first.locale}", "mend or reject what is wrong")
    elif looked_at:
        next_step("l10n build", "no error in what counts as translated")
    else:
        next_step("l10n sync", "there is no catalog yet")


def _end(findings: list[Finding], is_broken: bool, *, strict: bool) -> None:
    """Leave with the gravest code: 3 for a catalog that cannot be read, 1 for an error in a published text."""
    if is_broken:
        raise typer.Exit(InvalidInputError.exit_code)
    warned = strict and any(f.severity is Severity.WARNING and not f.state.is_fuzzy for f in findings)
    if warned or any(finding.is_blocking for finding in findings):
        raise typer.Exit(1)


def _row(workspace: Workspace, finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity,
        "blocking": finding.is_blocking,
        "state": finding.state,
        "locale": finding.locale,
        "domain": finding.domain,
        "path": workspace.shown(workspace.catalog_path(finding.locale, finding.domain)),
        "context": finding.key.msgctxt,
        "source": finding.key.msgid,
        "message": finding.message,
        "advice": finding.advice,
        "span": finding.span,
    }


def _excerpt(text: str) -> str:
    return one_line(" ".join(text.split()), 50)
