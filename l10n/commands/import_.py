"""`l10n import`: what other translation tools made of exported texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from l10n import plugins
from l10n.commands import glossary, session, tm
from l10n.commands.console import next_step, one_line, plural, put, put_json, say
from l10n.commands.domains import domain_of, needed_catalog
from l10n.commands.options import DryRunOption, JsonOption
from l10n.errors import InvalidInputError, UsageError
from l10n.formats import exchange
from l10n.model.arrival import UNSIGNED, Fate, Reception
from l10n.model.exchange import ExchangeFile
from l10n.model.ledger import LedgerEntry
from l10n.model.locale import canonical
from l10n.model.message import Message
from l10n.model.provenance import Actor
from l10n.steps.import_message import Desk
from l10n.steps.import_units import Imported, import_units
from l10n.steps.rights import may_review
from l10n.workspace import Workspace
from l10n.workspace.inputs import read_named

_LIMIT = 64 * 1024 * 1024
_WHOLE = (".tmx", ".tbx")
_SHOWN = 5
"""Texts that are named for one reason; --json has them all."""


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
        if dry_run or as_json or finished or reviewed:
            raise UsageError("A memory or a glossary is taken as it is.", hint="Use no option but --locale.")
        _import_whole(ctx, file, locale)
        return
    arrived = [(path, one, _locale_of(workspace, one, path, locale)) for path in _files(file) for one in _read(path)]
    actor, at = session.person(workspace.root), session.now()
    rows: list[dict[str, Any]] = []
    found: list[Reception] = []
    with workspace.lock():
        for path, one, tag in arrived:
            domain = domain_of(workspace, one.domain)
            desk = _desk(workspace, tag, domain, actor, at, reviewed=reviewed, finished=finished)
            result = import_units(
                needed_catalog(workspace, tag, domain), one.units, desk, comments=workspace.load_comments(tag)
            )
            if not dry_run:
                workspace.save_catalog(tag, domain, result.catalog, result.entries, result.comments)
            shown = workspace.shown(workspace.catalog_path(tag, domain))
            if not as_json:
                _report(shown, result, dry_run=dry_run)
            rows.append({"file": str(path), "catalog": shown, **_row(result)})
            found += result.receptions
    if as_json:
        put_json("import/1", {"by": str(actor), "dry_run": dry_run, "catalogs": rows})
    _end(found, arrived[-1][2], dry_run=dry_run)


def _import_whole(ctx: typer.Context, paths: list[Path], locale: str) -> None:
    """Memories and glossaries, as the commands that own them take them in."""
    memories = [path for path in paths if path.suffix.lower() == ".tmx"]
    if memories:
        tm.import_files(ctx, memories)
    for path in paths:
        if path in memories:
            continue
        if path.suffix.lower() != ".tbx":
            raise UsageError("Texts do not go in together with a memory or a glossary.", hint="Import them apart.")
        if not locale:
            raise UsageError(f"{path} is a glossary, and may have many languages.", hint="Name one: --locale nb")
        glossary.import_terms(ctx, locale, path)


def _files(paths: list[Path]) -> list[Path]:
    """The files that are named, and for a folder those in it that `export` writes there, sorted."""
    suffixes = {known.suffix for known in exchange.FORMATS.values()}
    found = []
    for path in paths:
        inside = sorted(one for one in path.iterdir() if one.suffix.lower() in suffixes) if path.is_dir() else [path]
        if not inside:
            raise UsageError(f"There is no file to import in {path}.", hint=f"Known: {', '.join(sorted(suffixes))}.")
        found += inside
    return found


def _read(path: Path) -> list[ExchangeFile]:
    """The file's texts. Raises UsageError where another command reads it, InvalidInputError where none can."""
    suffix = path.suffix.lower()
    if suffix == ".po":
        raise UsageError(
            f"{path} is a catalog, and no exported file.",
            hint=f"Merge it with what it came from: l10n merge BASE OURS {path}",
        )
    data = read_named(path, str(path), limit=_LIMIT + 1)
    try:
        if len(data) > _LIMIT:
            raise InvalidInputError(f"it is larger than {_LIMIT // 1024 // 1024} MB.", hint="Export fewer texts.")
        found = exchange.read(data, suffix=suffix)
        if not found:
            raise InvalidInputError("there is no text in it.", hint="Export it again from the tool it came from.")
    except InvalidInputError as error:
        raise error.at(str(path)) from None
    return found


def _locale_of(workspace: Workspace, one: ExchangeFile, path: Path, wanted: str) -> str:
    """The locale that a file's texts belong to. Raises InvalidInputError for languages that are not those here."""
    domain = domain_of(workspace, one.domain)
    tag, source = canonical(one.target_language), canonical(one.source_language)
    workspace.settings.locale(tag)
    if wanted and canonical(wanted) != tag:
        raise InvalidInputError(f"its texts are in {tag}, and not in {canonical(wanted)}.", path=str(path))
    ours = workspace.settings.source_language(domain)
    if source != ours:
        raise InvalidInputError(f"it translates {domain} from {source}, which is written in {ours}.", path=str(path))
    return tag


def _desk(
    workspace: Workspace, tag: str, domain: str, actor: Actor, at: str, *, reviewed: bool, finished: bool
) -> Desk:
    ledger = workspace.load_ledger(tag) if reviewed else []
    settings = workspace.settings

    def may(message: Message, just_signed: Sequence[LedgerEntry]) -> str | None:
        return may_review(
            message,
            actor,
            reviewers=settings.locale(tag).reviewers,
            four_eyes=settings.review.four_eyes,
            ledger=(*ledger, *just_signed),
        )

    allowed: Callable[[Message, Sequence[LedgerEntry]], str | None] | None = may if reviewed else None
    wanted = [name for name in ("markup",) if name not in settings.checks.off]
    return Desk(
        domain=domain,
        source_language=settings.source_language(domain),
        locale=tag,
        actor=actor,
        at=at,
        checks=[plugins.load("checks", name) for name in wanted],
        may_review=allowed,
        is_finished=finished,
    )


def _report(shown: str, result: Imported, *, dry_run: bool) -> None:
    """A line for the catalog, then a line for each reason with the texts it holds for."""
    counts = Counter(one.fate for one in result.receptions)
    put(f"{shown}: {'would be ' * dry_run}" + ", ".join(f"{counts[fate]} {fate}" for fate in Fate if counts[fate]))
    if result.comments:
        say(f"  {plural(len(result.comments), 'note')} of the translator: comments now, shown by l10n review")
    reasons: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in result.receptions:
        if one.why:
            reasons["not reviewed" if one.is_unsigned else one.fate, one.why].append(one.source)
    for (what, why), sources in reasons.items():
        for source in sources[:_SHOWN]:
            say(f"  {what}: “{one_line(source, 60)}”: {one_line(why)}")
        if len(sources) > _SHOWN:
            say(f"  … and {len(sources) - _SHOWN} more for the same reason")


def _row(result: Imported) -> dict[str, Any]:
    counts = Counter(one.fate for one in result.receptions)
    messages = [
        {
            "context": one.key.msgctxt,
            "msgid": one.key.msgid,
            "fate": one.fate,
            "before": one.before,
            "after": one.after,
            "why": one.why,
        }
        for one in result.receptions
        if one.fate is not Fate.UNCHANGED or one.why
    ]
    return {"counts": {fate: counts[fate] for fate in Fate}, "comments": len(result.comments), "messages": messages}


def _end(found: list[Reception], tag: str, *, dry_run: bool) -> None:
    """The next step, and the exit code. Raises typer.Exit for what a person must look at."""
    if any(one.why == UNSIGNED for one in found):
        say("To sign what the file calls reviewed, in your name: --reviewed")
    if dry_run:
        say("Nothing was written.")
    else:
        next_step(f"l10n review {tag}", "shows what waits")
    if any(one.fate is Fate.CONFLICT for one in found):
        raise typer.Exit(5)
    if any(one.is_refused for one in found):
        raise typer.Exit(1)
