"""A how-to page, typed word for word: its blocks make files and run commands, and what it shows must come out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[2]
NODE_MODULES = "/usr/share/nodejs"
_NAME = re.compile(r"(?:---\n)?(?:#|//|<!--|\{#) (\S+\.\w+|Makefile)(?: -->| #\})?\n")
_INSTALLS = ("pip install", "npm install", "apt install")
"""Commands that are not run: tests find what they would install in place."""


def blocks(page: str, heading: str) -> Iterator[tuple[str, str]]:
    """(language, text) of each fenced block of a section."""
    tokens = MarkdownIt("commonmark").parse((ROOT / "docs/how-to" / page).read_text(encoding="utf-8"))
    inside = False
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "heading_open" and token.tag == "h2":
            inside = after is not None and after.content == heading
        elif inside and token.type == "fence":
            yield token.info, token.content


def type_section(page: str, heading: str, folder: Path) -> None:
    """Do in `folder` what a section says. A block whose first line is a comment with a name is that file; one of
    the language `console` is commands, each with lines that its output has, in this order and from their beginning."""
    found = list(blocks(page, heading))
    assert found, f"{page} has no section {heading!r} with blocks"
    for language, text in found:
        if language == "console":
            for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
                command, *wanted = part.rstrip().split("\n")
                _run(command, wanted, folder)
        else:
            named = _NAME.match(text)
            assert named, f"this block has no name: {text[:80]}"
            path = folder / named[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def shell(command: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command with the `l10n` of this checkout and the tools of its environment on the path."""
    environment = {**os.environ, "PATH": l10n_on_path(folder.parent), "NODE_PATH": NODE_MODULES, **variables}
    return subprocess.run(["bash", "-e", "-c", command], cwd=folder, env=environment, capture_output=True, text=True)


def l10n_on_path(folder: Path) -> str:
    """A PATH on which `l10n` is this checkout's, with the tools of its environment beside it."""
    programs = folder / "bin"
    programs.mkdir(exist_ok=True)
    program = programs / "l10n"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ROOT / "cli.py"}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return os.pathsep.join([str(programs), str(Path(sys.executable).parent), os.environ["PATH"]])


def _run(command: str, wanted: list[str], folder: Path) -> None:
    if command.startswith(_INSTALLS):
        return
    done = shell(command, folder)
    assert done.returncode == 0, f"$ {command}\n{done.stdout}{done.stderr}"
    lines = iter(done.stdout.split("\n"))
    for line in wanted:
        assert any(shown.startswith(line) for shown in lines), f"$ {command}\nshows no {line!r}:\n{done.stdout}"
