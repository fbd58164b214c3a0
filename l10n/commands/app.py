"""The `l10n` program: a table of verbs, each imported only when it is called, and one boundary for errors."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from l10n.commands import console
from l10n.commands.help import translate_help
from l10n.commands.parameters import fit
from l10n.commands.speech import _, translated
from l10n.errors import EngineError, L10nError, StorageError, reason

# verb → (module under l10n.commands, function, what `l10n --help` says of it), in the order of an article's life
COMMANDS: dict[str, tuple[str, str, str]] = {
    "init": ("init", "init", "Begin a project in a folder."),
    "ingest": ("ingest.command", "ingest", "Turn a capture, an HTML page or Markdown into an article."),
    "extract": ("extract", "extract", "Write the templates: what there is to translate."),
    "sync": ("sync.command", "sync", "Bring every locale's catalogs up to the templates."),
    "suggest": ("suggest", "suggest", "List earlier translations that are like what is new."),
    "draft": ("draft.command", "draft", "Let the machines draft what is new."),
    "status": ("status", "status", "Show how far each locale is, in words."),
    "review": ("review.command", "review", "Go through what waits for a person, text after text."),
    "serve": ("serve", "serve", "Open the review page, or serve build pipelines."),
    "approve": ("verdict.command", "approve", "Vouch for translations, in your name."),
    "reject": ("verdict.command", "reject", "Say no to translations, with a reason."),
    "comment": ("comment", "comment", "Say something about a message, or about some words of it."),
    "check": ("check", "check", "Look for faults in the translations."),
    "dismiss": ("dismiss", "dismiss", "Say that what a check found is no fault, with a reason."),
    "diff": ("diff.command", "diff", "Show what changed between two states of the catalogs."),
    "log": ("log", "log", "Tell the story of a message: who said what of it, and when."),
    "merge": ("merge", "merge", "Merge two people's work on one catalog, message by message."),
    "git-setup": ("git_setup", "git_setup", "Teach git to merge and diff catalogs by message."),
    "fmt": ("fmt", "fmt", "Write catalogs unwrapped and without line numbers."),
    "build": ("build.command", "build", "Build the pages and bundles that may be published."),
    "watch": ("watch", "watch", "Build again whatever changes, and show it in a browser."),
    "pull": ("pull", "pull", "Fetch what passes a gate, for a build pipeline."),
    "export": ("exchange.export", "export", "Write texts for another translation tool: XLIFF, CSV, XLSX."),
    "import": ("exchange.import_", "import_files", "Merge texts that come back from another translation tool."),
    "doctor": ("doctor", "doctor", "Show which system programs are missing, and what for."),
    "explain": ("explain", "explain", "Explain an error, and what to do about it."),
    "completion": (
        "completion",
        "completion",
        "Teach your shell to complete commands and names.",
    ),
    "tm": ("tm", "app", "Search, import and export the translation memory."),
    "glossary": ("glossary", "app", "List, import and export the words that each locale uses."),
    "models": ("models", "app", "Install and list the machine translation models."),
}


@contextlib.contextmanager
def _stops_answered() -> Iterator[None]:
    """Answer an interrupt, and a reader that went away (`l10n status | head`), before Typer answers in its own way."""
    try:
        yield
    except KeyboardInterrupt as stop:
        console.say(_("l10n: interrupted; {stop}.", stop=str(stop) or "no file is half written"))
        sys.exit(130)
    except BrokenPipeError:
        console.abandon_output()
        sys.exit(0)


class LazyGroup(TyperGroup):
    """Lists verbs from the table, and imports a verb's module only to run it or to print its own help."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fit(self)

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        translate_help(self)
        with _stops_answered():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: Any) -> Any:
        with _stops_answered():
            return super().invoke(ctx)

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        return TyperCommand(cmd_name, help=translated(COMMANDS[cmd_name][2]), rich_markup_mode=None)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name, command, rest = super().resolve_command(ctx, args)
        return name, load_command(name) if name in COMMANDS else command, rest


def load_command(name: str) -> Any:
    """Import a verb and make its command, its help in the reader's language."""
    command = plain_command(name)
    translate_help(command)
    return command


def plain_command(name: str) -> Any:
    """The command of a verb, as it is written; a verb with verbs of its own is a Typer app already."""
    module, attribute, _said = COMMANDS[name]
    found = getattr(import_module(f"l10n.commands.{module}"), attribute)
    if isinstance(found, typer.Typer):
        command = typer.main.get_command(found)
    else:
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(name)(found)
        command = typer.main.get_command(single)
    command.name = name
    fit(command)
    return command


app = typer.Typer(
    cls=LazyGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from l10n import __version__

        typer.echo(f"l10n {__version__}")
        raise typer.Exit


@app.callback(
    epilog="Exit codes: 0 ok, 1 findings or gate not met, 2 usage, 3 invalid project or input, "
    "4 engine or model missing, 5 conflict, 130 interrupted."
)
def _root(
    ctx: typer.Context,
    project: Annotated[
        str, typer.Option("--project", "-C", metavar="FOLDER", help="Work on the project in this folder.")
    ] = ".",
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Localize articles: catalogs in, publishable bundles out.

    An article becomes messages in gettext catalogs; each message carries an honest state; only what may be
    published goes out.
    """
    ctx.obj = Path(project)


def main(args: list[str] | None = None) -> None:
    """Run the program. Every fault ends in one sentence on stderr and a documented exit code."""
    console.open_streams()
    code = _run(args)
    try:
        console.flush()
    except BrokenPipeError:
        pass  # whoever read our output has read enough
    except StorageError as error:
        code = _fail(error)
    sys.exit(code)


def _run(args: list[str] | None) -> int:
    """The exit code of a run, whatever happens in it."""
    try:
        with _stops_answered():
            app(args=args, prog_name="l10n")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except L10nError as error:
        return _fail(error)
    except OSError as error:
        return _fail(StorageError("system-refused", "The system refused: {reason}.", reason=reason(error)))
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("l10n"):
            return _internal(error)
        return _fail(
            EngineError(
                "package-missing",
                "The Python package {name} is missing.",
                name=error.name,
                hint="Install l10n anew: make demo",
            )
        )
    except Exception as error:
        return _internal(error)
    return 0


def _fail(error: L10nError) -> int:
    console.say_fault(error)
    return error.exit_code


def _internal(error: Exception) -> int:
    if os.environ.get("L10N_DEBUG"):
        raise error
    console.say(
        _(
            "l10n: internal error: {kind}: {error}\n  This is a fault in l10n, not in your project. "
            "Run again with L10N_DEBUG=1 for the details to report.",
            kind=type(error).__name__,
            error=error,
        )
    )
    return 70
