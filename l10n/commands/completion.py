"""`l10n completion`: what a shell needs to complete commands, options, locales and articles."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from l10n.commands.console import put


class Shell(StrEnum):
    """Shells that can be taught."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def completion(
    shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="bash, zsh or fish.", show_default=False)],
) -> None:
    """Print what your shell needs to complete l10n's commands, options, locales and articles.

    bash, in ~/.bashrc:                    eval "$(l10n completion bash)"
    zsh, in ~/.zshrc after compinit:       eval "$(l10n completion zsh)"
    fish, once:                            l10n completion fish > ~/.config/fish/completions/l10n.fish

    Example: eval "$(l10n completion bash)"
    """
    from typer.completion import get_completion_script  # type: ignore[attr-defined] # documented nowhere, used by Typer

    put(get_completion_script(prog_name="l10n", complete_var="_L10N_COMPLETE", shell=shell.value))
