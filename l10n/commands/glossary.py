"""`l10n glossary`: the words that a locale uses."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Annotated, Any

import typer

from l10n.commands import session
from l10n.commands.console import next_step, one_line, plural, put, put_bytes, put_json, say, table
from l10n.commands.domains import domain_of
from l10n.commands.options import DomainArgument, JsonOption, LocaleArgument
from l10n.commands.speech import _
from l10n.errors import InvalidInputError, UsageError
from l10n.formats import glossary_csv, tbx
from l10n.model.glossary import Term, TermKind
from l10n.model.locale import canonical
from l10n.steps.article_names import article_names
from l10n.steps.merge_terms import merge_terms
from l10n.workspace import Workspace, files

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="List, import and export the words that each locale uses.\n\n"
    "They stand in catalogs/LOCALE/glossary.csv: source, target, note, kind (preferred, forbidden or "
    "do-not-translate) and other forms of the target, with | between them. Drafts that do not follow them say so.",
)

_SourceOption = Annotated[
    str,
    typer.Option(
        "--from", metavar="LOCALE", help="The language of the sources; else the articles'.", show_default=False
    ),
]


@app.command("list")
def list_terms(ctx: typer.Context, locale: LocaleArgument, as_json: JsonOption = False) -> None:
    """List a locale's terms.

    Example: l10n glossary list nb
    """
    workspace, locale = _project(ctx, locale)
    terms = workspace.records.load_glossary(locale)
    if as_json:
        put_json("glossary/1", {"locale": locale, "terms": [_row(term) for term in terms]})
        return
    cells = [
        [*map(one_line, (term.source, term.target, "|".join(term.forms))), term.kind, one_line(term.note)]
        for term in terms
    ]
    for line in table(["source", "target", "other forms", "kind", "note"], cells) if cells else ():
        put(line)
    path = workspace.shown(workspace.records.glossary_path(locale))
    say(
        _("{terms} in {path}.", terms=plural(len(terms), "term"), path=path)
        if terms
        else _("There are no terms yet: {path} is empty or not there.", path=path)
    )
    next_step(f"l10n glossary export {locale}" if terms else f"l10n glossary import {locale} FILE.tbx")


@app.command("import")
def import_terms(
    ctx: typer.Context,
    locale: LocaleArgument,
    file: Annotated[Path, typer.Argument(help="A TBX or CSV file.", show_default=False)],
    source: _SourceOption = "",
) -> None:
    """Add the terms of a TBX or CSV file.

    Terms that stand in the glossary already stay as they are: one that says otherwise is named, and left out. Exit 1
    where there is such a one.

    Example: l10n glossary import nb terms.tbx
    """
    workspace, locale = _project(ctx, locale)
    offered = _read(file, source=_source(workspace, source), target=locale)
    with workspace.lock():
        merged = merge_terms(workspace.records.load_glossary(locale), offered)
        if merged.added:
            workspace.records.save_glossary(locale, merged.terms)
    put(
        _(
            "{path}: {terms} added, {count} known, {count2} left out",
            path=workspace.shown(workspace.records.glossary_path(locale)),
            terms=plural(len(merged.added), "term"),
            count=len(offered) - len(merged.added) - len(merged.contradicted),
            count2=len(merged.contradicted),
        )
    )
    for ours, theirs in merged.contradicted:
        say(one_line(f"{theirs.source}: the glossary says {_told(ours)}, {file} says {_told(theirs)}."))
    next_step(f"l10n glossary list {locale}")
    if merged.contradicted:
        raise typer.Exit(1)


@app.command()
def export(
    ctx: typer.Context,
    locale: LocaleArgument,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.", show_default=False)
    ] = None,
    source: _SourceOption = "",
) -> None:
    """Write a locale's terms as TBX-Basic (version 3), for other tools; as CSV where FILE ends in it.

    Example: l10n glossary export nb --output terms.tbx
    """
    if output is not None and output.suffix.lower() not in (".tbx", ".csv"):
        raise UsageError(
            "no-such-format",
            "{output} is neither a .tbx nor a .csv file.",
            output=output,
            hint="Write --output terms.tbx",
        )
    workspace, locale = _project(ctx, locale)
    terms = workspace.records.load_glossary(locale)
    if output is None or output.suffix.lower() != ".csv":
        text = tbx.serialize(terms, source=_source(workspace, source), target=locale)
    else:
        text = glossary_csv.serialize(terms)
    if output is None:
        put_bytes(text.encode())
        return
    files.write_atomic(output, text.encode(), str(output))
    say(_("Wrote {terms} to {output}.", terms=plural(len(terms), "term"), output=output))
    next_step(f"l10n glossary import {locale} {output}", _("in another project"))


@app.command()
def names(
    ctx: typer.Context,
    locale: LocaleArgument,
    domain: DomainArgument,
    add: Annotated[bool, typer.Option("--add", help="Add them to the glossary, as not to be translated.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Find the names in an article that the glossary does not have yet.

    Drafts look after these names by themselves: a text that lost one is drafted again with the name as it is (not by
    a remote engine), and a note says where it is lost still. In the glossary, a name is kept in every article. Look
    at the list before you add it: what a language has its own name for should not be kept.

    Example: l10n glossary names nb tokyo-forum
    """
    workspace, locale = _project(ctx, locale)
    domain = domain_of(workspace, domain)
    template = workspace.load_template(domain)
    if template is None:
        raise InvalidInputError(
            "no-template-yet",
            "there is no template yet.",
            path=workspace.shown(workspace.template_path(domain)),
            hint="l10n extract",
        )
    language = workspace.settings.source_language(domain)
    found = article_names(
        template.live, workspace.records.load_glossary(locale), source_language=language, locale=locale
    )
    if as_json:
        put_json("glossary-names/1", {"names": [{"name": name, "messages": count} for name, count in found]})
    for name, count in () if as_json else found:
        put(f"{count:4}  {name}")
    if not add or not found:
        say(_("{names} that the glossary does not have; nothing was written.", names=plural(len(found), "name")))
        next_step(f"l10n glossary names {locale} {domain} --add" if found else f"l10n glossary list {locale}")
        return
    with workspace.lock():
        kept = [Term(source=name, kind=TermKind.DO_NOT_TRANSLATE) for name, _ in found]
        workspace.records.save_glossary(locale, merge_terms(workspace.records.load_glossary(locale), kept).terms)
    say(
        _(
            "Added {names} to {path}.",
            names=plural(len(found), "name"),
            path=workspace.shown(workspace.records.glossary_path(locale)),
        )
    )
    next_step(f"l10n draft {locale} --refresh", _("drafts them anew"))


def _project(ctx: typer.Context, locale: str) -> tuple[Workspace, str]:
    workspace = session.workspace(ctx)
    workspace.settings.locale(locale)
    return workspace, canonical(locale)


def _source(workspace: Workspace, named: str) -> str:
    return canonical(named or workspace.settings.article_language)


def _read(path: Path, *, source: str, target: str) -> tuple[Term, ...]:
    data = files.read_bytes(path, str(path))
    if data is None:
        raise UsageError("no-such-file", "There is no file {path}.", path=path)
    try:
        if path.suffix.lower() == ".csv":
            return glossary_csv.parse(files.decode_utf8(data, str(path)))
        return tbx.parse(BytesIO(data), source=source, target=target)
    except InvalidInputError as error:
        raise error if error.path else error.at(str(path)) from None


def _told(term: Term) -> str:
    return "keep it" if term.kind is TermKind.DO_NOT_TRANSLATE else f"“{term.target}”"


def _row(term: Term) -> dict[str, Any]:
    return {
        "source": term.source,
        "target": term.target,
        "forms": list(term.forms),
        "kind": term.kind,
        "note": term.note,
    }
