"""`l10n export`: texts as files for other translation tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n.commands import glossary, session, tm
from l10n.commands.console import next_step, plural, put_bytes, say
from l10n.commands.domains import needed_catalog, translated_domains
from l10n.commands.exchange.compiled import COMPILED, export_compiled
from l10n.commands.options import DomainsArgument, LocaleArgument
from l10n.commands.speech import _
from l10n.errors import InvalidInputError, UsageError
from l10n.formats.exchange import FORMATS
from l10n.model.catalog import ARTICLES
from l10n.model.exchange import ExchangeFile
from l10n.model.locale import canonical
from l10n.model.state import State
from l10n.steps.export_units import export_units
from l10n.workspace import Workspace, files
from l10n.workspace.output import check_output

_WHOLE = ("tmx", "tbx")
"""Formats that hold a locale's memory or its glossary, and not its articles."""
_NAMES = ", ".join([*FORMATS, COMPILED, *_WHOLE])


def export(
    ctx: typer.Context,
    locale: LocaleArgument,
    article: DomainsArgument = None,
    chosen: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"{_NAMES}; else what FILE ends in, or xliff.")
    ] = "",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|FOLDER",
            help="Write there: one article to a file, or all to a folder.",
            show_default=False,
        ),
    ] = None,
    state: Annotated[
        list[State] | None,
        typer.Option("--state", metavar="STATE", help="Only texts in this state. Repeatable.", show_default=False),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="XLIFF: markup as plain text, for tools that know no inline codes.")
    ] = False,
    copy_source: Annotated[
        bool, typer.Option("--copy-source", help="Put the source where there is no translation, as OmegaT wants it.")
    ] = False,
) -> None:
    """Write texts for another translation tool: XLIFF 2.1, 2.0 or 1.2, CSV or XLSX.

    Each article is a file, with the state of every text and what is needed to merge it when it comes back. Without
    --output, one article goes to standard output. `mo` is what may be published, as gettext programs load it; `tmx`
    the locale's translation memory (as `l10n tm export`), `tbx` its glossary (as `l10n glossary export`); a catalog
    is a PO file already.

    Example: l10n export nb tokyo-forum --state new --state draft --output tokyo-forum.nb.xlf
    """  # fmt: skip
    workspace = session.workspace(ctx)
    workspace.settings.locale(locale)
    locale = canonical(locale)
    name = _format(chosen, output)
    if name in _WHOLE:
        if article or state:
            raise UsageError(
                "options-conflict",
                "A .{name} file holds all of {locale}.",
                name=name,
                locale=locale,
                hint="Leave out the articles and --state.",
            )
        _export_whole(ctx, name, locale, output)
        return
    domains = translated_domains(workspace, locale, article)
    if article and not domains:
        raise UsageError(
            "source-language",
            "{article} is written in {locale}: there is nothing to translate.",
            article=", ".join(article),
            locale=locale,
        )
    if name == COMPILED:
        if state or plain or copy_source:
            raise UsageError(
                "options-conflict",
                "An .{name} file holds what may be published, as it stands.",
                name=name,
                hint="Leave out --state, --plain and --copy-source.",
            )
        export_compiled(workspace, locale, domains, output)
        return
    found = [
        one
        for domain in domains
        if (one := _texts(workspace, locale, domain, tuple(state or State), copy_source)).units
    ]
    if not found:
        say(_("There is no such text; nothing was written."))
        return
    is_file = output is not None and output.suffix.lower() == FORMATS[name].suffix and not output.is_dir()
    if (output is None or is_file) and len(found) > 1:
        raise UsageError(
            "one-file-for-one-article",
            "{articles} do not go into one file.",
            articles=plural(len(found), "article"),
            hint="Name one of them, or a folder: --output FOLDER",
        )
    written = {one: _written(one, name, codes=not plain) for one in found}
    if output is None:
        if not FORMATS[name].is_text:
            raise UsageError(
                "not-for-a-terminal",
                "An .{name} file cannot be shown.",
                name=name,
                hint="Name a file: --output FILE.{name}",
            )
        put_bytes(written[found[0]])
        return
    check_output(output, workspace.root)
    for one, data in written.items():
        path = output if is_file else output / f"{one.domain.removeprefix(ARTICLES)}.{locale}{FORMATS[name].suffix}"
        files.write_atomic(path, data, str(path))
        count = len({unit.message_id for unit in one.units})
        say(
            _(
                "Wrote {messages} of {domain} to {path}.",
                messages=plural(count, "message"),
                domain=one.domain,
                path=path,
            )
        )
    next_step(f"l10n import {path}", _("when it comes back"))


def _format(chosen: str, output: Path | None) -> str:
    """The name of the format that is asked for. Raises UsageError for an unknown one, naming what there is."""
    suffix = output.suffix.lower() if output else ""
    suffixes = {f".{name}": name for name in (COMPILED, *_WHOLE)} | {
        one.suffix: name for name, one in reversed(FORMATS.items())
    }
    name = chosen.lower() or suffixes.get(suffix, "xliff")
    if "po" in (name, suffix.removeprefix(".")):
        raise UsageError(
            "already-po", "A catalog is a PO file already.", hint="Copy it: catalogs/LOCALE/articles/SLUG.po"
        )
    if name not in (*FORMATS, COMPILED, *_WHOLE):
        raise UsageError(
            "no-such-format", "There is no format {chosen!r}.", chosen=chosen, names=_NAMES, hint="Known: {names}."
        )
    return name


def _export_whole(ctx: typer.Context, name: str, locale: str, output: Path | None) -> None:
    if name == "tmx":
        tm.export(ctx, locale=[locale], output=output)
    else:
        glossary.export(ctx, locale, output=output)


def _texts(
    workspace: Workspace, locale: str, domain: str, states: tuple[State, ...], copy_source: bool
) -> ExchangeFile:
    units = export_units(
        needed_catalog(workspace, locale, domain),
        states=states,
        copy_source=copy_source,
        comments=workspace.records.load_comments(locale),
        domain=domain,
    )
    source = workspace.settings.source_language(domain)
    return ExchangeFile(domain=domain, source_language=source, target_language=locale, units=units)


def _written(exchange: ExchangeFile, name: str, *, codes: bool) -> bytes:
    try:
        return FORMATS[name].write(exchange, codes=codes)
    except InvalidInputError as error:
        raise error.at(exchange.domain) from None
