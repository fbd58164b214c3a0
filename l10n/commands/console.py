"""What people and machines read: talk on stderr, data on stdout, colour only on a terminal.

Nothing that stands in a file reaches a terminal as a command to it, whoever calls; and whatever stdout is (closed,
full, ASCII), what happens is a sentence and not a crash.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shlex
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

from l10n.commands.speech import _, counted, told
from l10n.errors import L10nError, StorageError, reason
from l10n.segmentation.printable import is_printable, printable
from l10n.segmentation.printable import one_line as one_line

_STYLES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34"}
_STYLE = re.compile(rf"(\x1b\[(?:0|{'|'.join(_STYLES.values())})m)")


def open_streams() -> None:
    """Make the standard streams fit to be written to: closed ones swallow all, narrow ones get escapes."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # the shell closed it: `l10n status >&-`
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - it is the stream now
        elif mode == "w" and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def flush() -> None:
    """Bring out what was put. Raises BrokenPipeError or StorageError where stdout takes no more."""
    with _stdout():
        sys.stdout.flush()


def say(text: str = "") -> None:
    """Tell a person something, on stderr; where nobody can hear it, the exit code still says it."""
    try:
        print(_safe(text, sys.stderr), file=sys.stderr, flush=True)
    except OSError:
        _to_nowhere(sys.stderr)


def say_fault(fault: L10nError) -> None:
    """Say what is wrong, by which name its page is found (`l10n explain`), and what to do about it."""
    from l10n.commands.explain import advice

    message, hint = told(fault)
    hint = hint or advice(fault.id)
    name = styled(f"[{fault.id}]", "dim", sys.stderr)
    say(f"l10n: {message}  {name}" + (f"\n  {hint}" if hint else ""))


def say_over(text: str = "") -> None:
    """Tell how far a long run is, in the place of what was told last; only on a terminal."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{printable(text)}", end="", file=sys.stderr, flush=True)


def put(text: str = "") -> None:
    """Write a line of data, on stdout."""
    with _stdout():
        print(_safe(text, sys.stdout))


def put_lines(lines: Iterable[str]) -> None:
    """Write lines of data, on stdout."""
    with _stdout():
        for line in lines:
            print(_safe(line, sys.stdout))


def clear_screen() -> None:
    """Begin at the top of an empty screen; below a line, where the terminal knows no such thing."""
    with _stdout():
        print("-" * 40 if is_dumb() else "\x1b[H\x1b[2J", end="\n" if is_dumb() else "", flush=True)


def is_dumb() -> bool:
    """True for a terminal that writes one line after another and knows no keys."""
    return os.environ.get("TERM") == "dumb"


def put_bytes(data: bytes) -> None:
    """Write a file, on stdout."""
    with _stdout():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


@contextlib.contextmanager
def _stdout() -> Iterator[None]:
    """A write to stdout. Raises StorageError where it is full, BrokenPipeError where the reader went away."""
    try:
        yield
    except BrokenPipeError:
        abandon_output()
        raise
    except OSError as error:
        abandon_output()
        raise StorageError(
            "output-full",
            "Cannot write to standard output: {reason}.",
            reason=reason(error),
            hint="What was to be shown is cut off.",
        ) from None


def abandon_output() -> None:
    """Let the rest of stdout go nowhere, so that Python's own flush at exit finds nothing to complain of."""
    _to_nowhere(sys.stdout)


def _to_nowhere(stream: TextIO) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _safe(text: str, stream: TextIO) -> str:
    """The text without what a terminal would obey, but for the styles of this module where there is colour."""
    if text.isprintable():
        return text
    parts = _STYLE.split(text) if has_colour(stream) else [text]
    return "".join(part if at % 2 else printable(part, keep="\n\t") for at, part in enumerate(parts))


def next_step(command: str, why: str = "") -> None:
    """Name the next sensible command."""
    say(f"{_('Next:')} {styled(command, 'bold', sys.stderr)}{f'  ({why})' if why else ''}")


def narrowed(command: str, locales: Iterable[str] | None, domains: Iterable[str] | None) -> str:
    """A command for the locales and articles that this one was given, and no others."""
    named = (part for domain in domains or () for part in ("-a", domain))
    return " ".join([command, *map(shlex.quote, [*(locales or ()), *named])])


def nothing_yet() -> None:
    """Say that the project holds no text, and how it gets one."""
    say(_("Nothing to translate yet."))
    next_step("l10n ingest FILE")


def put_json(schema: str, payload: dict[str, Any]) -> None:
    """Write a JSON document that names its schema and version: `{"schema": "l10n/status/1", …}`.

    It is JSON wherever it goes: what stdout cannot write, or a terminal would obey, is written as `\\uXXXX`.
    """
    is_narrow = sys.stdout.encoding.lower().replace("-", "") != "utf8"
    text = json.dumps({"schema": f"l10n/{schema}", **payload}, ensure_ascii=is_narrow, indent=2)
    for line in text.split("\n"):
        escaped = (char if is_printable(char) else json.dumps(char)[1:-1] for char in line)
        with _stdout():
            print(line if line.isprintable() else "".join(escaped))


def has_colour(stream: TextIO) -> bool:
    """Colour for terminals only, and never against the wish in NO_COLOR (https://no-color.org)."""
    return stream.isatty() and "NO_COLOR" not in os.environ and not is_dumb()


def styled(text: str, style: str, stream: TextIO | None = None) -> str:
    """The text in a style, where the stream (stdout unless told) shows colour."""
    if not has_colour(stream or sys.stdout):
        return text
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def plural(count: int, one: str, many: str = "") -> str:
    """`1 message`, `2 messages`, in the reader's language."""
    return f"{count} {counted(count, one, many or one + 's')}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, right: frozenset[int] = frozenset()) -> list[str]:
    """Lines of a plain table, columns two blanks apart; columns in `right` are numbers."""
    grid = [list(head), *(list(row) for row in rows)]
    columns = []
    for i, column in enumerate(zip(*grid, strict=True)):
        width = max(map(len, column))
        columns.append([cell.rjust(width) if i in right else cell.ljust(width) for cell in column])
    return ["  ".join(row).rstrip() for row in zip(*columns, strict=True)]
