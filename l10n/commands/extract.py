"""`l10n extract`: what there is to translate."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from l10n.commands import session
from l10n.commands.console import next_step, plural, put, put_json, say
from l10n.commands.options import JsonOption
from l10n.commands.speech import _
from l10n.commands.templates import fresh_template
from l10n.workspace import Workspace
from l10n.workspace.index import Index


def extract(
    ctx: typer.Context,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if a template is behind its source.")
    ] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="Remove templates whose article is gone. Catalogs always stay.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Write the templates: what there is to translate.

    Each article gets catalogs/templates/articles/SLUG.pot; the words of the theme and of captured pages go into
    chrome.pot. The same sources always give the same bytes.

    Example: l10n extract --check
    """
    workspace = session.workspace(ctx)
    index = Index(workspace)
    messages = {domain: index.messages(domain) for domain in workspace.own_domains()}
    # every source that may have changed is read before anything is written
    fresh = {domain: fresh_template(workspace, domain) for domain, known in messages.items() if known is None}
    if check:
        changed = [domain for domain in fresh if not workspace.is_template_current(domain, fresh[domain])]
        orphans, removed = workspace.orphan_templates(), list[str]()
    else:
        with workspace.lock():
            changed = workspace.save_templates(fresh)
            for domain, template in fresh.items():
                index.add_template(domain, template)
            index.save()
            orphans = workspace.orphan_templates()
            removed = orphans if prune else []
            for domain in removed:
                workspace.remove_template(domain)
    messages |= {domain: len(template.messages) for domain, template in fresh.items()}
    rows = [_row(workspace, domain, number, domain in changed) for domain, number in messages.items()]
    left = [domain for domain in orphans if domain not in removed]
    if as_json:
        put_json("extract/1", {"check": check, "templates": rows, "orphans": left, "removed": removed})
    else:
        _report(rows, check=check)
    if not rows:
        say(_("Nothing to extract: the templates of these catalogs are written by the tool they belong to."))
    for path in workspace.unread_articles():
        say(_("{path}: not read; articles lie directly in articles/.", path=path))
    _report_orphans(workspace, left, removed)
    if check and changed:
        say(_("{templates} behind the sources.", templates=plural(len(changed), "template")))
        next_step("l10n extract")
        raise typer.Exit(1)
    next_step("l10n sync" + (" --check" if check else ""))


def _row(workspace: Workspace, domain: str, messages: int | None, changed: bool) -> dict[str, Any]:
    path = workspace.shown(workspace.template_path(domain))
    return {"domain": domain, "path": path, "messages": messages, "changed": changed}


def _report(rows: list[dict[str, Any]], *, check: bool) -> None:
    done = _("behind its source") if check else _("written")
    for row in rows:
        put(f"{row['path']}: {plural(row['messages'], 'message')}, {done if row['changed'] else _('up to date')}")


def _report_orphans(workspace: Workspace, left: list[str], removed: list[str]) -> None:
    for domain in removed:
        say(_("{path}: removed, its article is gone", path=workspace.shown(workspace.template_path(domain))))
    for domain in left:
        path = workspace.shown(workspace.template_path(domain))
        say(_("{path}: its article is gone; `l10n extract --prune` removes the template.", path=path))
