"""`l10n git-setup`: tell git to merge and show catalogs by message."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer

from l10n.commands import console, session
from l10n.commands.speech import _
from l10n.errors import EngineError, UsageError
from l10n.workspace.git import is_in_git, run_git
from l10n.workspace.git_lines import ATTRIBUTES, add_lines


def git_setup(
    ctx: typer.Context,
    show: Annotated[bool, typer.Option("--print", help="Only print what would be set; change nothing.")] = False,
) -> None:
    """Teach git to merge and diff catalogs by message.

    Writes .gitattributes lines, to be committed, and this clone's git configuration, which each clone needs once.

    Example: l10n git-setup
    """
    root = session.workspace(ctx).root
    config = _config()
    if show:
        console.put("\n".join(("# .gitattributes", *ATTRIBUTES, "")))
        for key, value in config.items():
            console.put(f"git config {key} {shlex.quote(value)}")
        return
    if not is_in_git(root):
        raise UsageError("not-in-git", "This project is not in a git repository.", hint="Make it one: git init")
    missing = add_lines(root, ".gitattributes", ATTRIBUTES)
    for key, value in config.items():
        _set(root, key, value)
    console.say(_("Git merges catalogs by message now, and shows their differences unwrapped, without line numbers."))
    if missing:
        console.next_step(
            "git add .gitattributes && git commit", _("so that every clone knows which files it is about")
        )


def _config() -> dict[str, str]:
    program = _program()
    return {
        "merge.l10n.name": "translations, merged by message",
        "merge.l10n.driver": f"{program} merge %O %A %B --path %P",
        "diff.l10n.textconv": f"{program} fmt --print",
        "diff.l10n.xfuncname": '^(#~ )?msg(id|ctxt) ".+"$',
    }


def _program() -> str:
    """This very l10n, also where git runs without the virtual environment."""
    beside = Path(sys.executable).with_name("l10n")
    return shlex.quote(str(beside)) if beside.exists() else "l10n"


def _set(root: Path, key: str, value: str) -> None:
    done = run_git(root, "config", key, value)
    if done.returncode != 0:
        said = console.one_line(done.stderr.decode("utf-8", "replace").strip())
        raise EngineError(
            "git-refused",
            "git would not be configured: {said}.",
            said=said or "no reason given",
            hint="Mend it, and run again.",
        )
