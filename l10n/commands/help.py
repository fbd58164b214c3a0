"""The help of commands in the reader's language: what Typer has read from the code, looked up before it is shown."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import typer.core

from l10n.commands.speech import spoken, translated

TYPERS = ("Arguments", "Options", "Commands", "required", "default: {default}", "env var: {var}")
"""Words that Typer says itself, and looks up by gettext, though it brings no catalog."""


def help_texts(command: Any) -> Iterator[str]:
    """Every text that the help of a command, and of those under it, is made of."""
    for one in (command, *getattr(command, "commands", {}).values()):
        yield from (inspect.cleandoc(text) for text in (one.help, one.epilog) if text)
        yield from (parameter.help for parameter in one.params if getattr(parameter, "help", None))


def translate_help(command: Any) -> None:
    """Put the help of a command, and of those under it, into the reader's language."""
    if not spoken():
        return
    vars(typer.core)["_"] = translated
    for one in (command, *getattr(command, "commands", {}).values()):
        one.help = translated(inspect.cleandoc(one.help)) if one.help else one.help
        one.epilog = translated(inspect.cleandoc(one.epilog)) if one.epilog else one.epilog
        one.short_help = None
        for parameter in one.params:
            if getattr(parameter, "help", None):
                parameter.help = translated(parameter.help)
