"""Writes docs/reference/exit-codes.md from the error tree. Run by `make docs`."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

from l10n import errors
from l10n.errors import L10nError

PAGE = Path(__file__).parent / "reference" / "exit-codes.md"
_MEANINGS = {
    0: "All went well; with `--check` or a gate: there is nothing to say.",
    1: "There are findings, a gate is not met, or a question waits for a person. Nothing is broken.",
    2: "The command line asks for something that is not there: an option, a locale, an article, a file it names.",
    3: "The project, a catalog or an input cannot be used as it is, or the disk refused. The message names path and "
    "line; what could not be read was left alone.",
    4: "An engine, a model or a system program is missing, or gave up.",
    5: "Someone else changed the same thing, or what is delivered is not what was promised. Nothing was written: "
    "run the command again.",
    70: "A fault in l10n itself. `L10N_DEBUG=1` shows the details to report.",
    130: "Interrupted by Ctrl+C. No file is half written, and most commands go on where they were.",
}
_HEAD = """\
# Exit codes

What every command promises to scripts. Written from the code by `make docs`.

A message for people stands on stderr, as one sentence and, below it, what to do. With `--json`, stdout holds a \
document or nothing.
"""


def pages() -> dict[Path, str]:
    """The page's path → its text."""
    kinds = list(_kinds(L10nError))
    rows = [
        f"| {code} | {said} | {', '.join(f'`{kind.__name__}`' for kind in kinds if kind.exit_code == code)} |"
        for code, said in _MEANINGS.items()
    ]
    rule = next(part for part in (errors.__doc__ or "").split("\n\n") if part.startswith("One cause"))
    parts = [
        _HEAD,
        "\n".join(["| code | means | errors |", "|---|---|---|", *rows]),
        " ".join(rule.split()),
        "## The errors\n\n" + "\n".join(f"- **`{kind.__name__}`**: {_first_words(kind)}" for kind in kinds),
    ]
    return {PAGE: "\n\n".join(part.strip("\n") for part in parts) + "\n"}


def _kinds(kind: type[L10nError]) -> Iterator[type[L10nError]]:
    yield kind
    for narrower in kind.__subclasses__():
        if narrower.__module__ == errors.__name__:
            yield from _kinds(narrower)


def _first_words(kind: type[L10nError]) -> str:
    return " ".join((inspect.getdoc(kind) or "").partition("\n\n")[0].split())


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
