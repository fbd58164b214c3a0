"""What people and machines read: talk on stderr, data on stdout, colour only on a terminal."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

_STYLES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34"}


def say(text: str = "") -> None:
    """Tell a person something, on stderr."""
    print(text, file=sys.stderr)


def put(text: str = "") -> None:
    """Write a line of data, on stdout."""
    print(text)


def next_step(command: str, why: str = "") -> None:
    """Name the next sensible command."""
    say(f"Next: {styled(command, 'bold', sys.stderr)}{f'  ({why})' if why else ''}")


def put_json(schema: str, payload: dict[str, Any]) -> None:
    """Write a JSON document that names its schema and version: `{"schema": "l10n/status/1", …}`."""
    print(json.dumps({"schema": f"l10n/{schema}", **payload}, ensure_ascii=False, indent=2))


def has_colour(stream: TextIO) -> bool:
    """Colour for terminals only, and never against the wish in NO_COLOR (https://no-color.org)."""
    return stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def styled(text: str, style: str, stream: TextIO | None = None) -> str:
    """The text in a style, where the stream (stdout unless told) shows colour."""
    if not has_colour(stream or sys.stdout):
        return text
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def one_line(text: str) -> str:
    """Text from a file as it may be shown: on one line, without what a terminal would obey (escapes, bidi marks)."""
    return "".join(
        char if char.isprintable() or char in "\u00a0\u202f\u2009" else "⏎" if char == "\n" else "�"
        for char in text.replace("\t", " ")
    )


def plural(count: int, one: str, many: str = "") -> str:
    """`1 message`, `2 messages`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, right: frozenset[int] = frozenset()) -> list[str]:
    """Lines of a plain table, columns two blanks apart; columns in `right` are numbers."""
    grid = [list(head), *(list(row) for row in rows)]
    widths = [max(len(row[i]) for row in grid) for i in range(len(head))]
    return [
        "  ".join(
            cell.rjust(width) if i in right else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in grid
    ]
