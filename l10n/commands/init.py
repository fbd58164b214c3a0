"""`l10n init`: a new project, in one question or none."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer

from l10n.commands.console import next_step, put, say
from l10n.commands.speech import _
from l10n.errors import EngineError
from l10n.model.locale import canonical
from l10n.settings.starter import starter
from l10n.workspace import Workspace
from l10n.workspace.beginning import begin, is_begun
from l10n.workspace.git import is_in_git

_DEFAULT = "nb"


def init(
    ctx: typer.Context,
    folder: Annotated[
        Path | None, typer.Argument(metavar="FOLDER", help="Where; without it, here.", show_default=False)
    ] = None,
    locale: Annotated[
        list[str] | None,
        typer.Option("--locale", "-l", metavar="LOCALE", help="Translate into it. Repeatable.", show_default=False),
    ] = None,
    source: Annotated[str, typer.Option("--source", metavar="LOCALE", help="The language of the articles.")] = "en",
    chrome: Annotated[
        str, typer.Option("--chrome", metavar="LOCALE", help="The language of the words around them.")
    ] = "nb",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing; what is not said is Bokmål.")] = False,
) -> None:
    """Begin a project in a folder.

    Writes a commented l10n.toml, the folders articles/ and catalogs/, and what git is to know of them. On a terminal
    it asks for the languages, where none is named. What is there already stays as it is.

    Example: l10n init newsroom --locale nb --locale nn
    """
    root = folder or (ctx.obj if isinstance(ctx.obj, Path) else Path())
    if is_begun(root):
        _complete(root, locale)
        return
    tags = dict.fromkeys(canonical(tag) for tag in locale or ([] if yes else _asked()) or [_DEFAULT])
    settings = starter(
        name=root.resolve().name,
        article_language=canonical(source),
        chrome_language=canonical(chrome),
        locales=list(tags),
    )
    for made in begin(root, settings, in_git=_is_in_git(root)):
        put(made)
    say(
        _(
            "A project is here now, from {source} into {tags}. Its settings are in l10n.toml.",
            source=canonical(source),
            tags=", ".join(tags),
        )
    )
    there = "" if folder is None or root.resolve() == Path.cwd() else f"cd {shlex.quote(str(folder))} && "
    next_step(f"{there}l10n ingest FILE", _("a page, as a capture, HTML or Markdown; it becomes an article"))


def _complete(root: Path, named: list[str] | None) -> None:
    """A second run: what the project lacks, and what it has already."""
    settings = Workspace(root).settings
    made = begin(root, "", in_git=_is_in_git(root))
    for path in made:
        put(path)
    say(
        _(
            "This is a project already, into {locales}. Its l10n.toml was not changed.",
            locales=", ".join(settings.locales),
        )
    )
    for tag in map(canonical, named or ()):
        if tag not in settings.locales:
            say(_("To translate into {tag} as well, write a table into l10n.toml: [locales.{tag}]", tag=tag))
    next_step("l10n status")


def _asked() -> list[str]:
    """The one question, where somebody can answer it."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return []
    print(
        f"Which languages to translate into? (such as nb nn pt-BR) [{_DEFAULT}] ", end="", file=sys.stderr, flush=True
    )
    return sys.stdin.readline().replace(",", " ").split()


def _is_in_git(root: Path) -> bool:
    try:
        return is_in_git(root if root.is_dir() else root.absolute().parent)
    except EngineError:
        return False
