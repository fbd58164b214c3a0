"""`l10n tm`: the translation memory."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from l10n.commands import session
from l10n.commands.console import next_step, plural, put, put_bytes, put_json, say, table
from l10n.commands.options import JsonOption, LocalesArgument
from l10n.commands.speech import _
from l10n.commands.tm_search import search
from l10n.errors import UsageError
from l10n.formats import tmx
from l10n.model.memory_unit import Languages, MemoryUnit
from l10n.model.state import State
from l10n.steps.memory_intake import TAKEN, take_in
from l10n.steps.memory_known import is_known
from l10n.workspace import Workspace, files
from l10n.workspace.memory import TranslationMemory, checked_name
from l10n.workspace.memory_files import memory_units

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Search, import and export the translation memory.\n\n"
    "It is made of what people translated in the project's catalogs, and of the files in memory/. `l10n draft` takes "
    "exact matches from it, `l10n suggest` shows what is alike; nothing is filled in by likeness.\n\n"
    "Where L10N_MEMORY_URL names a PostgreSQL server, what other projects share there is searched too.",
)
app.command()(search)


@app.command("import")
def import_files(
    ctx: typer.Context,
    file: Annotated[list[Path], typer.Argument(help="TMX, PO or MO files.", show_default=False)],
    source: Annotated[
        str, typer.Option("--from", metavar="LOCALE", help="What a catalog is translated from.", show_default=False)
    ] = "",
    target: Annotated[
        str, typer.Option("--to", metavar="LOCALE", help="What a catalog is translated into.", show_default=False)
    ] = "",
    name: Annotated[str, typer.Option(help="What the memory is called; else as the file.", show_default=False)] = "",
    replace: Annotated[bool, typer.Option("--replace", help="Write over a memory of the same name.")] = False,
) -> None:
    """Take earlier translations into the memory.

    Each file becomes memory/NAME.tmx, to be committed with the project; units in languages that the project does
    not have are left out. A file is taken whole or not at all; one of which every unit is known adds nothing.

    Example: l10n tm import old-site.tmx
    """
    workspace = session.workspace(ctx)
    if name and len(file) > 1:
        raise UsageError("options-conflict", "--name is for one file.", hint="Import the others by themselves.")
    wanted = _ways(workspace)
    with workspace.lock(), TranslationMemory(workspace) as memory:
        for path in file:
            counts: Counter[str] = Counter()
            read = partial(memory_units, path, source=source or workspace.settings.article_language, target=target)
            own = checked_name(name or _name(path))
            if is_known(take_in(read(), wanted, Counter()), partial(memory.elsewhere, name=own)):
                put(_("{path}: nothing new; the memory holds every unit of it", path=path))
                continue
            to, changed = memory.save(own, take_in(read(), wanted, counts), replace=replace)
            others = "".join(f", {count} left out ({why})" for why, count in counts.items() if why != TAKEN)
            verb = "holds" if changed else "already holds"
            put(
                _(
                    "{to}: {verb} {units} of {path}{others}",
                    to=workspace.shown(to),
                    verb=verb,
                    units=plural(counts[TAKEN], "unit"),
                    path=path,
                    others=others,
                )
            )
        total = sum(count for *_, count in memory.sizes())
    say(_("The memory has {units}.", units=plural(total, "unit")))
    next_step("l10n draft", _("takes exact matches; l10n suggest shows what is alike"))


@app.command()
def export(
    ctx: typer.Context,
    locale: LocalesArgument = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.", show_default=False)
    ] = None,
    reviewed: Annotated[bool, typer.Option("--reviewed", help="Only what a reviewer vouched for.")] = False,
) -> None:
    """Write the memory as TMX 1.4b, for other tools.

    The same memory gives the same bytes, and importing them gives the same memory.

    Example: l10n tm export nb --output our-nb.tmx
    """
    if output is not None and output.suffix.lower() != ".tmx":
        raise UsageError(
            "no-such-format",
            "{output} is no .tmx file.",
            output=output,
            hint="The memory is written as TMX: --output our-nb.tmx",
        )
    workspace = session.workspace(ctx)
    targets = workspace.settings.chosen(locale)
    counts: Counter[str] = Counter()
    with TranslationMemory(workspace) as memory:
        units = _once(
            unit
            for unit in take_in(memory.units(), _ways(workspace), counts)
            if unit.languages.target in targets and (not reviewed or unit.state.rank >= State.REVIEWED.rank)
        )
        pieces_of_file = tmx.serialize(units)
        if output is None:
            for piece in pieces_of_file:
                put_bytes(piece.encode())
            return
        encoded = (piece.encode() for piece in pieces_of_file)
        files.write_stream(output, encoded, str(output), replace=True)
    say(_("Wrote {output}.", output=output))
    next_step(f"l10n tm import {output}", _("in another project"))


@app.command()
def share(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Option("--as", metavar="NAME", help="The project's name there; else its folder's.", show_default=False),
    ] = "",
) -> None:
    """Bring the team's memory up to what this project holds.

    The team's memory is a PostgreSQL database with pg_trgm; L10N_MEMORY_URL names it. What projects share there is
    searched, suggested and taken for drafts beside each project's own memory. Sharing again changes what changed.

    Example: L10N_MEMORY_URL=postgresql://l10n@db.example.org/memory l10n tm share
    """
    workspace = session.workspace(ctx)
    with session.memory(workspace) as memory:
        if memory.team is None:
            raise UsageError(
                "no-team-memory", "There is no team's memory.", hint="Name its server: L10N_MEMORY_URL=postgresql://…"
            )
        count = memory.share(name or workspace.root.name)
    say(
        _("{files} shared; the others were known.", files=plural(count, "file"))
        if count
        else _("Everything was known already.")
    )
    next_step('l10n tm search nb "…"', _("finds what all projects share"))


@app.command()
def stats(ctx: typer.Context, as_json: JsonOption = False) -> None:
    """Show what the memory holds, by file and languages.

    Example: l10n tm stats
    """
    workspace = session.workspace(ctx)
    with TranslationMemory(workspace) as memory:
        sizes = memory.sizes()
    total = sum(count for *_, count in sizes)
    if as_json:
        rows = [{"file": name, "from": way.source, "to": way.target, "units": count} for name, way, count in sizes]
        put_json("tm-stats/1", {"units": total, "files": rows})
        return
    cells = [[name, way.source, way.target, str(count)] for name, way, count in sizes]
    for line in table(["file", "from", "to", "units"], cells, right=frozenset({3})) if cells else ():
        put(line)
    say(_("The memory has {units}.", units=plural(total, "unit")))
    next_step("l10n tm import FILE.tmx", _("takes in more"))


def _ways(workspace: Workspace) -> set[Languages]:
    """Every way that the project translates."""
    settings = workspace.settings
    sources = {settings.article_language, settings.chrome_language}
    return {Languages(source, locale) for source in sources for locale in settings.locales if source != locale}


def _name(path: Path) -> str:
    return re.sub(r"[^a-z0-9._-]+", "-", path.stem.lower()).strip("-._") or "imported"


def _once(units: Iterator[MemoryUnit]) -> Iterator[MemoryUnit]:
    """Each unit once, wherever it stands: the first file that has it gives it."""
    seen: set[int] = set()
    for unit in units:
        key = hash((unit.languages, unit.source, unit.target, unit.role, unit.before, unit.state, unit.origin, unit.at))
        if key not in seen:
            seen.add(key)
            yield unit
