"""`l10n sync`: every locale's catalogs, brought up to the templates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Annotated, Any

import typer

from l10n.commands import session
from l10n.commands.console import next_step, one_line, plural, put, put_json, say, say_fault
from l10n.commands.domains import translated_domains
from l10n.commands.options import DomainsOption, DryRunOption, JsonOption, LocalesArgument
from l10n.commands.speech import _
from l10n.commands.unfinished import told_if_stopped
from l10n.errors import InvalidInputError
from l10n.model.catalog import CHROME, Catalog
from l10n.model.header import catalog_header
from l10n.model.ledger import LedgerEntry
from l10n.model.source_change import Grade, SourceChange
from l10n.model.state import State, standing
from l10n.steps.carry_comments import carry_comments
from l10n.steps.follow import follow, resealings
from l10n.steps.predecessor import predecessor
from l10n.steps.sync import Synced
from l10n.steps.sync import sync as sync_catalog
from l10n.workspace import Workspace
from l10n.workspace.stamps import Stamps

_WIDTH = 90
_NOTHING = Synced(catalog=Catalog(), changes=(), unchanged=0)
"""For a template and a catalog that are byte for byte what an earlier sync left: neither was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What sync makes of one catalog."""

    locale: str
    domain: str
    path: str
    exists: bool
    changed: bool
    synced: Synced
    fault: InvalidInputError | None = None
    """Why it was left alone: the catalog cannot be understood, or there is no template."""
    renamed_from: str = ""
    """The path of the catalog it was begun from, where its article has another name now."""


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
    catalogs = [(tag, domain) for tag in locales for domain in translated_domains(workspace, tag, article)]
    stamps = Stamps.load(workspace)
    with workspace.lock() if write else nullcontext(), told_if_stopped(len(catalogs), lambda: workspace.saved):
        outcomes = list(_outcomes(stamps, catalogs, write=write, read_all=as_json))
        if write:
            stamps.save()
    if as_json:
        put_json("sync/1", {"written": write, "catalogs": [_row(outcome) for outcome in outcomes]})
    else:
        for outcome in outcomes:
            _print(outcome, explain=explain)
    if not outcomes:
        say(_("Nothing to sync: what was named is written in that language."))
    _raise_faults(outcomes)
    behind = sum(outcome.changed for outcome in outcomes)
    if check and behind:
        say(_("{catalogs} behind the templates.", catalogs=plural(behind, "catalog")))
        next_step("l10n sync")
        raise typer.Exit(1)
    if dry_run:
        say(_("Nothing was written."))
        next_step("l10n sync")
    else:
        next_step("l10n draft", _("fills what is new; what is stale waits for a person"))


def _outcomes(stamps: Stamps, catalogs: list[tuple[str, str]], *, write: bool, read_all: bool) -> Iterator[_Outcome]:
    """Sync one catalog after another; each is saved whole before the next is read."""
    workspace = stamps.workspace
    templates: dict[str, Catalog] = {}
    for locale, domain in catalogs:
        path = workspace.shown(workspace.catalog_path(locale, domain))
        outcome = _Outcome(locale=locale, domain=domain, path=path, exists=True, changed=False, synced=_NOTHING)
        if not read_all and stamps.has(locale, domain):
            yield outcome
            continue
        source = workspace.settings.source_language(domain)
        try:
            if domain not in templates:
                templates[domain] = _template(workspace, domain)
            catalog = workspace.load_catalog(locale, domain)
            before, renamed_from = (catalog, "") if catalog else _first(workspace, locale, domain, templates[domain])
        except InvalidInputError as fault:
            yield replace(outcome, fault=fault)
            continue
        synced = sync_catalog(templates[domain], before, source_language=source, locale=locale)
        changed = catalog is None or synced.catalog is not catalog
        if write and changed:
            verdicts = _verdicts(workspace, locale, before, synced)
            said = carry_comments(workspace.records.load_comments(locale), domain, synced.changes)
            workspace.save_catalog(locale, domain, synced.catalog, verdicts, said)
        if write or not changed:
            stamps.add(locale, domain)
        exists = catalog is not None
        yield replace(outcome, exists=exists, changed=changed, synced=synced, renamed_from=renamed_from)


def _first(workspace: Workspace, locale: str, domain: str, template: Catalog) -> tuple[Catalog, str]:
    """What a new catalog begins with, and the path of the catalog it was taken from, if its article was renamed."""
    new = catalog_header(domain, workspace.settings.source_language(domain), locale)
    orphans = {orphan: workspace.load_catalog(locale, orphan) for orphan in workspace.orphan_catalogs(locale)}
    found = predecessor(template, [catalog for catalog in orphans.values() if catalog])
    if found is None or domain == CHROME:
        return Catalog(header=new), ""
    name = next(orphan for orphan, catalog in orphans.items() if catalog is found)
    header = replace(found.header, msgstr=(found.header.text.replace(f": {name}\n", f": {domain}\n"),))
    return replace(found, header=header), workspace.shown(workspace.catalog_path(locale, name))


def _raise_faults(outcomes: list[_Outcome]) -> None:
    """Say what is wrong with each catalog that was left alone. Raises the last fault, so that the exit code is 3."""
    faults = list({str(outcome.fault): outcome.fault for outcome in outcomes if outcome.fault}.values())
    for fault in faults[:-1]:
        say_fault(fault)
    if faults:
        left = sum(outcome.fault is not None for outcome in outcomes)
        say(_("{catalogs} left alone: what is wrong must be mended by hand first.", catalogs=plural(left, "catalog")))
        raise faults[-1]


def _verdicts(workspace: Workspace, locale: str, before: Catalog, synced: Synced) -> list[LedgerEntry]:
    """Verdicts on texts whose source reads the same, which follow them to their new seals."""
    resealed = resealings(synced.changes, before, synced.catalog)
    return follow(workspace.records.load_ledger(locale), resealed) if resealed else []


def _template(workspace: Workspace, domain: str) -> Catalog:
    template = workspace.load_template(domain)
    if template is None:
        path = workspace.shown(workspace.template_path(domain))
        raise InvalidInputError(
            "no-template-yet", "there is no template yet.", path=path, hint="Write the templates: l10n extract"
        )
    return template


def _row(outcome: _Outcome) -> dict[str, Any]:
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


def _print(outcome: _Outcome, *, explain: bool) -> None:
    changes = outcome.synced.changes
    if outcome.fault:
        return
    if outcome.renamed_from:
        kept = plural(outcome.synced.unchanged, "message")
        put(
            _(
                "{path}: new, {kept} taken over from {renamed_from}, whose article is gone",
                path=outcome.path,
                kept=kept,
                renamed_from=outcome.renamed_from,
            )
        )
    elif not outcome.exists:
        put(_("{path}: new, {messages} to translate", path=outcome.path, messages=plural(len(changes), "message")))
    elif not changes:
        put(f"{outcome.path}: {'only notes changed' if outcome.changed else 'up to date'}")
    else:
        counts = Counter(change.grade for change in changes)
        said = ", ".join(f"{counts[grade]} {grade}" for grade in Grade if counts[grade])
        stale = sum(change.after is State.STALE and change.grade is not Grade.GONE for change in changes)
        waits = f"; {stale} stale" if stale else ""
        put(
            _(
                "{path}: {unchanged} unchanged, {said}{waits}",
                path=outcome.path,
                unchanged=outcome.synced.unchanged,
                said=said,
                waits=waits,
            )
        )
    if explain:
        for change in changes:
            became = change.after if change.before is change.after else f"{change.before} → {change.after}"
            put(f"  {change.grade}: {one_line(change.key.msgid, _WIDTH)}  [{became}]")
            put(f"      {one_line(change.why)}")
            for key in change.previous:
                put(_("      was: {msgid}", msgid=one_line(key.msgid, _WIDTH)))
