"""`l10n import`: what other translation tools made of exported texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from l10n import plugins
from l10n.commands import glossary, session, tm
from l10n.commands.console import plural, put_json
from l10n.commands.domains import domain_of, needed_catalog
from l10n.commands.exchange.arriving import files_to_import, locale_of, read_exchange
from l10n.commands.exchange.report import end, report, row
from l10n.commands.options import DryRunOption, JsonOption
from l10n.errors import UsageError
from l10n.model.arrival import Fate
from l10n.model.catalog import Catalog
from l10n.model.comment import Comment
from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message
from l10n.model.provenance import Actor
from l10n.steps.import_message import Desk
from l10n.steps.import_units import Imported, import_units
from l10n.steps.rights import is_unseen, may_review
from l10n.workspace import Workspace

_WHOLE = (".tmx", ".tbx")


def import_files(
    ctx: typer.Context,
    file: Annotated[
        list[Path],
        typer.Argument(help="XLIFF, CSV or XLSX files, or a folder of them; TMX or TBX.", show_default=False),
    ],
    locale: Annotated[
        str,
        typer.Option("--locale", "-l", metavar="LOCALE", help="Refuse files of another locale.", show_default=False),
    ] = "",
    finished: Annotated[
        bool, typer.Option("--finished", help="Every edited text is done, whatever state the file gives it.")
    ] = False,
    reviewed: Annotated[
        bool, typer.Option("--reviewed", help="Sign, in your name, what the file calls reviewed or final.")
    ] = False,
    why: Annotated[
        str,
        typer.Option("--why", "-w", metavar="REASON", help="Why many drafts may pass as they are.", show_default=False),
    ] = "",
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
) -> None:
    """Merge texts that come back from another translation tool.

    What was edited or confirmed in the file is signed as translated in your name, the one git knows. Where a text
    was changed here since the export, what is here stays, and theirs stands beside it. A .tmx file goes into the
    translation memory (as `l10n tm import`), a .tbx file into the glossary of --locale. Exit 1 where a text was not
    taken, 5 where two texts stand in the catalog; each is named with the reason.

    Example: l10n import tokyo-forum.nb.xlf
    """
    workspace = session.workspace(ctx)
    if any(path.suffix.lower() in _WHOLE for path in file):
        if dry_run or as_json or finished or reviewed or why:
            raise UsageError(
                "options-conflict", "A memory or a glossary is taken as it is.", hint="Use no option but --locale."
            )
        _import_whole(ctx, file, locale)
        return
    arrived = [
        (path, one, locale_of(workspace, one, path, locale))
        for path in files_to_import(file)
        for one in read_exchange(path)
    ]
    actor, at = session.person(workspace.root), session.now()
    rules = _Rules(finished=finished, reviewed=reviewed, why=session.utf8(why).strip())
    done: list[_Done] = []
    with workspace.lock():
        merged: dict[tuple[str, str], Catalog] = {}
        comments: dict[str, list[Comment]] = {tag: workspace.records.load_comments(tag) for _, _, tag in arrived}
        for path, one, tag in arrived:
            domain = domain_of(workspace, one.domain)
            before = merged.get((tag, domain)) or needed_catalog(workspace, tag, domain)
            desk = _desk(workspace, tag, domain, actor, at, rules)
            result = import_units(before, one.units, desk, comments=comments[tag])
            merged[tag, domain] = result.catalog
            comments[tag] += result.comments
            done.append(_Done(path=path, tag=tag, domain=domain, before=before, result=result))
        if not dry_run:
            _refuse_rubber_stamps(done, workspace.settings.review.rubber_stamp, rules.why)
            for (tag, domain), catalog in merged.items():
                here = [one.result for one in done if (one.tag, one.domain) == (tag, domain)]
                entries = [entry for one in here for entry in one.entries]
                workspace.save_catalog(tag, domain, catalog, entries, [said for one in here for said in one.comments])
    rows = [{"file": str(each.path), "catalog": each.shown(workspace), **row(each.result)} for each in done]
    if as_json:
        put_json("import/1", {"by": str(actor), "dry_run": dry_run, "catalogs": rows})
    else:
        for each in done:
            report(each.shown(workspace), each.result, dry_run=dry_run)
    end([found for one in done for found in one.result.receptions], arrived[-1][2], dry_run=dry_run)


@dataclass(frozen=True, kw_only=True)
class _Rules:
    """What the command line says of how to take texts."""

    finished: bool
    reviewed: bool
    why: str


@dataclass(frozen=True, kw_only=True)
class _Done:
    """What became of one file's texts of one catalog."""

    path: Path
    tag: str
    domain: str
    before: Catalog
    result: Imported

    def shown(self, workspace: Workspace) -> str:
        return workspace.shown(workspace.catalog_path(self.tag, self.domain))


def _refuse_rubber_stamps(done: list[_Done], most: int, why: str) -> None:
    """Raises UsageError where more machine drafts would pass as they came than anyone reads, and nobody says why."""
    unseen = sum(
        found.fate is Fate.CONFIRMED and is_unseen(one.before.by_key[found.key])
        for one in done
        for found in one.result.receptions
    )
    if unseen > most and not why:
        raise UsageError(
            "rubber-stamp",
            "{drafts} would pass as they came: confirmed, and not edited.",
            drafts=plural(unseen, "machine draft"),
            hint='If a person has read them, say so: --why "…"',
        )


def _import_whole(ctx: typer.Context, paths: list[Path], locale: str) -> None:
    """Memories and glossaries, as the commands that own them take them in."""
    memories = [path for path in paths if path.suffix.lower() == ".tmx"]
    glossaries = [path for path in paths if path.suffix.lower() == ".tbx"]
    if len(memories) + len(glossaries) < len(paths):
        raise UsageError(
            "not-together", "Texts do not go in together with a memory or a glossary.", hint="Import them apart."
        )
    if glossaries and not locale:
        raise UsageError(
            "memory-language-missing",
            "{glossaries} may have many languages.",
            glossaries=glossaries[0],
            hint="Name the one to take: --locale nb",
        )
    if memories:
        tm.import_files(ctx, memories)
    for path in glossaries:
        glossary.import_terms(ctx, locale, path)


def _desk(workspace: Workspace, tag: str, domain: str, actor: Actor, at: str, rules: _Rules) -> Desk:
    ledger = workspace.records.load_ledger(tag) if rules.reviewed else []
    settings = workspace.settings

    def may(message: Message, just_signed: Sequence[LedgerEntry]) -> str | None:
        return may_review(
            message,
            actor,
            reviewers=settings.locale(tag).reviewers,
            four_eyes=settings.review.four_eyes,
            ledger=(*ledger, *just_signed),
        )

    allowed: Callable[[Message, Sequence[LedgerEntry]], str | None] | None = may if rules.reviewed else None
    wanted = [name for name in ("markup",) if name not in settings.checks.off]
    return Desk(
        domain=domain,
        source_language=settings.source_language(domain),
        locale=tag,
        actor=actor,
        at=at,
        checks=[plugins.load("checks", name) for name in wanted],
        may_review=allowed,
        is_finished=rules.finished,
        why=rules.why,
    )
