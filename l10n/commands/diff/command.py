"""`l10n diff`: what changed between two states of the catalogs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from l10n.commands import session
from l10n.commands.console import put_bytes, put_json, say
from l10n.commands.diff.comparing import Wish, compared
from l10n.commands.diff.sides import both_sides
from l10n.commands.options import DomainsOption, JsonOption, LocalesOption
from l10n.commands.speech import _
from l10n.errors import ProjectError, UsageError
from l10n.formats.diff import document
from l10n.model.change import Kind
from l10n.model.comparison import Comparison
from l10n.workspace import Workspace, files


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


def diff(
    ctx: typer.Context,
    sides: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[REV[..REV] | REV...REV | OLD NEW]", help="Revisions or folders to compare.", show_default=False
        ),
    ] = None,
    locale: LocalesOption = None,
    article: DomainsOption = None,
    message: Annotated[
        str, typer.Option("--message", "-m", metavar="WHICH", help="Only messages of this id, role or text.")
    ] = "",
    only: Annotated[
        list[Kind] | None, typer.Option("--only", help="Only changes of this class. Repeatable.", show_default=False)
    ] = None,
    is_all: Annotated[bool, typer.Option("--all", help="Show changes of typography, too, instead of a count.")] = False,
    is_staged: Annotated[
        bool, typer.Option("--staged", help="Take what `git add` has staged as the newer side.")
    ] = False,
    is_checked: Annotated[
        bool, typer.Option("--checks/--no-checks", help="Say what the checks find anew, and what no longer.")
    ] = True,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write it.")] = Format.TEXT,
    as_json: JsonOption = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to this file.", show_default=False)
    ] = None,
    max_chars: Annotated[
        int, typer.Option("--max-chars", min=2000, help="The most that a Markdown comment may hold (GitLab: 1000000).")
    ] = 65_536,
) -> None:
    """Show what changed between two states of the catalogs, by message.

    Without arguments, what is on disk is held against the last commit. REV is held against what is on disk, A..B
    against each other, A...B as a pull request shows it: B against where it left A. Two folders need no git. Changes
    of meaning come first, marked "!", those that the source does not explain before all others.

    Example: l10n diff main...HEAD --locale nb --only meaning
    """
    old, new = both_sides(ctx, sides or [], is_staged=is_staged)
    comparison = compared(
        old,
        new,
        Wish(locales=locale or (), articles=article or (), kinds=only or (), message=message),
        project=_project(ctx),
        is_checked=is_checked,
    )
    form = Format.JSON if as_json else form
    is_all = is_all or Kind.TYPOGRAPHY in (only or ())
    if form is Format.TEXT and output is None:
        from l10n.commands.diff.text import print_comparison

        print_comparison(comparison, is_all=is_all)
    elif form is Format.JSON and output is None:
        put_json(document.SCHEMA, document.document(comparison))
    else:
        _deliver(_written(comparison, form, is_all=is_all, max_chars=max_chars), output)


def _written(comparison: Comparison, form: Format, *, is_all: bool, max_chars: int) -> str:
    """The comparison as one of the formats that are files."""
    if form is Format.HTML:
        from l10n.formats.diff import html

        return html.render(comparison)
    if form is Format.MARKDOWN:
        from l10n.formats.diff import markdown

        return markdown.render(comparison, most=max_chars, is_all=is_all)
    if form is Format.JSON:
        import json

        content = {"schema": f"l10n/{document.SCHEMA}", **document.document(comparison)}
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    raise UsageError(
        "options-conflict", "--output needs --format json, markdown or html.", hint="For text: l10n diff > FILE"
    )


def _deliver(text: str, output: Path | None) -> None:
    if output is None:
        put_bytes(text.encode())
        return
    files.write_atomic(output, text.encode(), str(output))
    say(_("Wrote {output}: {what:,.0f} kB.", output=output, what=len(text.encode()) / 1000))


def _project(ctx: typer.Context) -> Workspace | None:
    """The project here, if there is one: two folders can be compared without."""
    try:
        return session.workspace(ctx)
    except ProjectError:
        return None
