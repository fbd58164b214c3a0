"""`l10n fmt`: catalogs in their one canonical form."""

from __future__ import annotations

import codecs
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from l10n.commands import console, session
from l10n.commands.speech import _
from l10n.commands.unfinished import told_if_stopped
from l10n.errors import InvalidInputError, L10nError
from l10n.formats import po
from l10n.workspace import files
from l10n.workspace.inputs import read_named
from l10n.workspace.interrupts import uninterrupted


def fmt(
    ctx: typer.Context,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE...", help="PO files; all of the project's when none is named.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; exit 1 if a file is not canonical.")] = False,
    show: Annotated[bool, typer.Option("--print", help="Write the canonical form to stdout; change nothing.")] = False,
) -> None:
    """Write catalogs in canonical form: unwrapped, without line numbers.

    It is the form that `msgcat --no-wrap --no-location` writes. No text, state or comment changes.

    Example: l10n fmt --check catalogs/nb/chrome.po
    """
    if paths:
        _format(paths, check=check, show=show)
    else:
        workspace = session.workspace(ctx)
        with workspace.lock() if not (check or show) else nullcontext():
            _format(_all_catalogs(workspace.root), check=check, show=show)


def _format(paths: list[Path], *, check: bool, show: bool) -> None:
    differing = 0
    with told_if_stopped(len(paths), lambda: 0 if check else differing, "file"):
        for path in paths:
            data = read_named(path, str(path))
            formatted = _canonical(data, str(path))
            if show:
                console.put_bytes(formatted)
            elif formatted != data:
                with uninterrupted():
                    if not check:
                        files.write_atomic(path, formatted, str(path))
                    differing += 1
                console.put(f"{path}")
    if show:
        return
    if check and differing:
        raise L10nError(
            "not-canonical",
            "{files} not in canonical form.",
            files=console.plural(differing, "file is", "files are"),
            hint="Run: l10n fmt",
        )
    console.say(
        _(
            "{files} in canonical form, {differing} of them rewritten.",
            files=console.plural(len(paths), "file"),
            differing=differing,
        )
    )


def _canonical(data: bytes, shown: str) -> bytes:
    """The bytes of the canonical form, in the charset of the file. Raises InvalidInputError with path:line."""
    try:
        document = po.decode(data)
        return (codecs.BOM_UTF8 if document.has_bom else b"") + po.canonical(document).encode(document.charset)
    except InvalidInputError as error:
        raise error.at(shown) from None


def _all_catalogs(root: Path) -> list[Path]:
    found = sorted(path for ending in ("*.po", "*.pot") for path in (root / "catalogs").rglob(ending))
    return [path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path for path in found]
