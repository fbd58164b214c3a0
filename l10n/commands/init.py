"""`l10n init`: a new project, in one question or none."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer

from l10n.commands import adoption
from l10n.commands.console import next_step, put, say
from l10n.commands.speech import _
from l10n.errors import EngineError
from l10n.model.locale import canonical
from l10n.settings.starter import adopting_starter, starter
from l10n.workspace import Workspace
from l10n.workspace.beginning import begin, is_begun
from l10n.workspace.example import EXAMPLE_PAGE, put_example
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
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="LOCALE", help="The language of the texts.", show_default="en"),
    ] = None,
    chrome: Annotated[
        str, typer.Option("--chrome", metavar="LOCALE", help="The language of the words around articles.")
    ] = "nb",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing; what is not said is Bokmål.")] = False,
    example: Annotated[bool, typer.Option("--example", help="Put the page of the tutorial there, too.")] = False,
) -> None:
    """Begin a project in a folder.

    Writes a commented l10n.toml, the folders articles/ and catalogs/, and what git is to know of them. On a terminal
    it asks for the languages, where none is named. What is there already stays as it is.

    Where gettext catalogs lie already (of a program, Django, Babel, Sphinx, po4a or mdBook), it writes an l10n.toml
    that names them, and nothing else: they are worked on in their places.

    Example: l10n init newsroom --locale nb --locale nn
    """
    root = folder or (ctx.obj if isinstance(ctx.obj, Path) else Path())
    named = [canonical(tag) for tag in locale or ()]
    spoken = canonical(source) if source else ""
    found = adoption.find(root, spoken)
    if is_begun(root):
        _complete(root, named, found, example=example)
        return
    there = "" if folder is None or root.resolve() == Path.cwd() else f"cd {shlex.quote(str(folder))} && "
    if found.tables:
        tags = list(dict.fromkeys([*found.locales, *named])) or [_DEFAULT]
        _put(begin(root, adopting_starter(list(found.tables.values()), tags), in_git=False, is_adopting=True))
        _put(put_example(root) if example else [])
        adoption.tell(found)
        next_step(f"{there}l10n status")
        return
    tags = list(dict.fromkeys(named or ([] if yes else _asked()) or [_DEFAULT]))
    language = spoken or "en"
    settings = starter(
        name=root.resolve().name, article_language=language, chrome_language=canonical(chrome), locales=tags
    )
    _put(begin(root, settings, in_git=_is_in_git(root)))
    _put(put_example(root) if example else [])
    say(
        _(
            "A project is here now, from {source} into {tags}. Its settings are in l10n.toml.",
            source=language,
            tags=", ".join(tags),
        )
    )
    page = EXAMPLE_PAGE if example else "FILE"
    next_step(f"{there}l10n ingest {page}", _("a page, as a capture, HTML or Markdown; it becomes an article"))


def _complete(root: Path, named: list[str], found: adoption.Adoption, *, example: bool) -> None:
    """A second run: what the project lacks, and what it has already."""
    settings = Workspace(root).settings
    _put(begin(root, "", in_git=_is_in_git(root), is_adopting=bool(settings.adopted)))
    _put(put_example(root) if example else [])
    say(
        _(
            "This is a project already, into {locales}. Its l10n.toml was not changed.",
            locales=", ".join(settings.locales),
        )
    )
    for tag in named:
        if tag not in settings.locales:
            say(_("To translate into {tag} as well, write a table into l10n.toml: [locales.{tag}]", tag=tag))
    adoption.tell_new(found, {table.catalogs for table in settings.adopted.values()})
    next_step("l10n status")


def _put(made: list[str]) -> None:
    for path in made:
        put(path)


def _asked() -> list[str]:
    """The one question, where somebody can answer it."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return []
    question = f"Which languages to translate into? (such as nb nn pt-BR) [{_DEFAULT}] "
    print(question, end="", file=sys.stderr, flush=True)
    return [canonical(tag) for tag in sys.stdin.readline().replace(",", " ").split()]


def _is_in_git(root: Path) -> bool:
    try:
        return is_in_git(root if root.is_dir() else root.absolute().parent)
    except EngineError:
        return False
