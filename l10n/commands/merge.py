"""`l10n merge`: the merge of three catalogs by message, also as git's merge driver."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n.commands import console
from l10n.commands.speech import _
from l10n.errors import ConflictError, InvalidInputError, L10nError
from l10n.formats import po
from l10n.steps.merge import Merged
from l10n.steps.merge import merge as merge_catalogs
from l10n.workspace import files
from l10n.workspace.inputs import read_named

STDOUT = Path("-")


def merge(
    base: Annotated[Path, typer.Argument(metavar="BASE", help="The catalog both sides started from; may be empty.")],
    ours: Annotated[Path, typer.Argument(metavar="OURS", help="Our catalog; it takes the result.")],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="Their catalog.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead; - for stdout.")
    ] = None,
    path: Annotated[str, typer.Option("--path", help="What to call the file when talking of it (git's %P).")] = "",
) -> None:
    """Merge two people's work on one catalog, message by message.

    Independent edits of both sides stay. Where both translated the same message differently, the message becomes
    fuzzy and holds both texts, the file stays valid, and the exit code is 5.

    Example: l10n merge base.po mine.po theirs.po
    """
    shown = path or str(ours)
    documents = [_read(file, shown if file is ours else str(file)) for file in (base, ours, theirs)]
    merged = merge_catalogs(*(document.catalog for document in documents))
    data = po.encode(merged.catalog, documents[1], donors=[documents[2]])
    if output == STDOUT:
        console.put_bytes(data)
    else:
        files.write_atomic(output or ours, data, str(output or shown))
    _report(merged, shown)


def _read(path: Path, shown: str) -> po.Document:
    """Raises UsageError for a catalog that is not there, InvalidInputError, with path:line, for one that is broken."""
    try:
        document = po.decode(read_named(path, shown))
        _ = document.catalog
    except InvalidInputError as error:
        raise error.at(shown) from None
    return document


def _report(merged: Merged, shown: str) -> None:
    for message in merged.kept_obsolete:
        console.say(
            _(
                "{shown}: {msgid!r} was changed on one side and removed on the other: kept as obsolete.",
                shown=shown,
                msgid=message.msgid[:60],
            )
        )
    if not merged.conflicts:
        return
    for message in merged.conflicts:
        console.say(
            _("{shown}: {msgid!r} was translated differently on the two sides.", shown=shown, msgid=message.msgid[:60])
        )
    raise _conflict(len(merged.conflicts), shown)


def _conflict(count: int, shown: str) -> L10nError:
    return ConflictError(
        "merge-conflict",
        "{conflicts} in {shown}: both texts stand in the file, fuzzy.",
        conflicts=console.plural(count, "conflict"),
        shown=shown,
        hint=(
            "l10n review shows both; l10n approve takes ours, or with --theirs theirs. In a PO "
            "editor: keep one text, delete the l10n-theirs lines, clear the fuzzy mark."
        ),
    )
