"""Writes docs/reference/commands.md from the commands themselves. Run by `make docs`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

os.environ["LANGUAGE"] = os.environ["LC_ALL"] = "C"  # the reference is in English, whoever writes it

from typer.main import get_command

from l10n.commands.app import COMMANDS, app, load_command

PAGE = Path(__file__).parent / "reference" / "commands.md"
_HEAD = """\
# Commands

What `l10n COMMAND --help` says, on one page: written from the commands themselves by `make docs`.

Options of `l10n` itself stand before the command: `l10n -C newsroom status`. Data goes to stdout, talk to stderr. \
`--json` writes data in a form that programs can rely on ([schemas](files.md#json)); what an exit code means \
[has a page](exit-codes.md).
"""


def pages() -> dict[Path, str]:
    """The page's path → its text."""
    root = get_command(app)
    parts = [_HEAD, "\n".join(f"- [`l10n {name}`](#l10n-{name}) {said}" for name, (_, _, said) in COMMANDS.items())]
    parts.append("## l10n\n\n" + _table("option", _rows(root, _context(root, None, "l10n"), "option")))
    for name in COMMANDS:
        parts += _command(load_command(name), None, f"l10n {name}", "##")
    return {PAGE: "\n\n".join(part.strip("\n") for part in parts) + "\n"}


def _command(command: Any, parent: Any, name: str, mark: str) -> Iterator[str]:
    """A command's heading, usage, text and tables; then the same of its own commands, one level down."""
    context = _context(command, parent, name)
    yield f"{mark} {name}"
    yield f"```\n{' '.join([name, *command.collect_usage_pieces(context)])}\n```"
    for paragraph in re.split(r"\n\s*\n", (command.help or "").strip()):
        text = " ".join(paragraph.replace("\b", "").split())
        before, marked, example = text.partition("Example: ")
        yield f"{before}Example:\n\n```sh\n{example}\n```" if marked and not before else _escaped(text)
    for kind in ("argument", "option"):
        if rows := _rows(command, context, kind):
            yield _table(kind, rows)
    for inner, one in getattr(command, "commands", {}).items():
        yield from _command(one, context, f"{name} {inner}", mark + "#")


def _context(command: Any, parent: Any, name: str) -> Any:
    return command.context_class(command, parent=parent, info_name=name.rpartition(" ")[2], terminal_width=200)


def _rows(command: Any, context: Any, kind: str) -> list[tuple[str, str]]:
    found = [param.get_help_record(context) for param in command.get_params(context) if param.param_type_name == kind]
    return [(name, said) for name, said in filter(None, found) if "--help" not in name]


def _table(head: str, rows: list[tuple[str, str]]) -> str:
    lines = [f"| {_code(name)} | {_escaped(said)} |" for name, said in rows]
    return "\n".join([f"| {head} | |", "|---|---|", *lines])


def _code(text: str) -> str:
    """As code in a table: there, readers of Markdown do not agree what an escaped bar in backticks is."""
    return f"<code>{escape(text).replace('|', '&#124;')}</code>" if "|" in text else f"`{text}`"


def _escaped(text: str) -> str:
    """Markdown that shows the text as it stands: options in code, nothing taken for a tag, a link or emphasis."""
    text = re.sub(r"(?<![\w`-])(--?[a-z][\w-]*)", r"`\1`", text)
    return re.sub(r"(?<!\\)([|<*_])|\[(?=[^\]]*\])", lambda found: "\\" + found[0], text)


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
