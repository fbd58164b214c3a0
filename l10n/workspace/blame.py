"""Whose commits brought the translations of a catalog: git's blame, message by message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from l10n.errors import InvalidInputError
from l10n.formats import po
from l10n.formats.po.block import Block
from l10n.model.change import Witness, Writer
from l10n.model.message import MessageKey
from l10n.model.provenance import Actor
from l10n.workspace.git import git_output

_NO_COMMIT = "0" * 40
_ABBREVIATED = 7


@dataclass(frozen=True, slots=True)
class _Line:
    """Who wrote a line, and when, in seconds since 1970."""

    seconds: int
    commit: str
    author: Actor


def commit_writers(root: Path, commit: str, path: str) -> dict[MessageKey, Writer]:
    """The author of the newest line of each translation. `commit` is empty for the working tree.

    A text that is not committed yet has a writer without a name; a file that git does not know has none at all.
    """
    told = git_output(root, "blame", "--line-porcelain", *([commit] if commit else []), "--", path)
    if told is None:
        return {}
    lines, data = _read(told)
    try:
        entries = po.decode(data).entries
        live = [block for block in entries if not block.message.obsolete]
    except InvalidInputError:
        return {}
    return {block.message.key: _writer(max(_of(block, lines), key=lambda line: line.seconds)) for block in live}


def _read(told: bytes) -> tuple[list[_Line], bytes]:
    """The porcelain format: a line of ids, `name value` lines, and the text behind a tab."""
    lines: list[_Line] = []
    text: list[bytes] = []
    commit, facts = "", dict[bytes, bytes]()
    for line in told.split(b"\n"):
        if line.startswith(b"\t"):
            text.append(line[1:])
            author, mail = (facts.get(name, b"").decode("utf-8", "replace") for name in (b"author", b"author-mail"))
            lines.append(
                _Line(int(facts.get(b"author-time", b"0")), commit, Actor(name=author, email=mail.strip("<> ")))
            )
            commit, facts = "", {}
        elif not commit:
            commit = line.partition(b" ")[0].decode("ascii", "replace")
        else:
            name, _, value = line.partition(b" ")
            facts[name] = value
    return lines, b"\n".join(text) + b"\n"


def _of(block: Block, lines: list[_Line]) -> list[_Line]:
    """The lines of the entry that hold its translation."""
    found: list[_Line] = []
    for piece in block.pieces:
        if piece.part == "msgstr":
            first = block.text.count("\n", 0, piece.start)
            found += lines[first : first + max(1, piece.raw.rstrip("\r\n").count("\n") + 1)]
    return found


def _writer(line: _Line) -> Writer:
    if line.commit == _NO_COMMIT:
        return Writer(witness=Witness.COMMIT)
    at = datetime.fromtimestamp(line.seconds, UTC).strftime("%Y-%m-%dT%H:%MZ")
    return Writer(person=line.author, at=at, witness=Witness.COMMIT, commit=line.commit[:_ABBREVIATED])
