"""Whose commits brought the translations of a catalog: git's blame, message by message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from l10n.errors import InvalidInputError
from l10n.formats import po
from l10n.formats.po.block import Block
from l10n.model.change import Side, Witness, Writer
from l10n.model.message import MessageKey
from l10n.model.provenance import Actor
from l10n.workspace.git import git_output
from l10n.workspace.layout import Name
from l10n.workspace.snapshot import Snapshot

Renamed = Mapping[Name, Name]
"""Catalog → the one that it was on this side, where the article's file was renamed."""
_LOG_FORMAT = "%x01%H%x1f%at%x1f%an%x1f%ae"
_MOST = 24
"""Catalogs that are blamed, one process each: beyond, it would take longer than all the rest."""
_ABBREVIATED = 7


@dataclass(frozen=True, slots=True)
class _Line:
    """Who wrote a line, and when, in seconds since 1970."""

    seconds: int
    commit: str
    author: Actor


class Blame:
    """Asks git who brought the unsigned texts of one side of a comparison.

    What one commit alone touched since the other side, that commit brought: one process tells it of all catalogs.
    Else git's blame is asked, catalog by catalog, in the order in which it is called for, and not about too many.
    """

    def __init__(
        self, root: Path, side: Snapshot, *, since: Snapshot | None = None, was: Renamed | None = None
    ) -> None:
        self._root, self._side, self._since, self._was = root, side, since, was or {}
        self._known: dict[Name, dict[MessageKey, Writer]] = {}
        self.skipped: set[Name] = set()

    def __call__(self, locale: str, domain: str, side: Side) -> Writer | None:
        """A text that is not committed yet has a writer without a name; None where git cannot tell."""
        name = self._was.get((locale, domain), (locale, domain))
        path = self._side.names.get(name)
        if self._side.blamed_at is None or path is None:
            return None
        if self._is_uncommitted:
            return Writer(witness=Witness.COMMIT)
        if lone := self._lone.get(path):
            return lone
        if name not in self._known:
            if len(self._known) == _MOST:
                self.skipped.add(name)
                return None
            self._known[name] = _blamed(self._root, self._side.blamed_at, path)
        return self._known[name].get(side.key)

    @cached_property
    def _is_uncommitted(self) -> bool:
        """True for the working tree held against the last commit: what differs there is in no commit yet."""
        older = self._since.blamed_at if self._since else None
        if self._side.blamed_at != "" or not older:
            return False
        return git_output(self._root, "rev-parse", "HEAD") == f"{older}\n".encode()

    @cached_property
    def _lone(self) -> Mapping[str, Writer]:
        """Path → the only commit since the other side that touched it, where that is sure to have brought the text."""
        old, new = (self._since.blamed_at if self._since else None), self._side.blamed_at
        if not old or not new or git_output(self._root, "merge-base", "--is-ancestor", old, new) is None:
            return {}
        told = git_output(
            self._root, "log", "-z", f"--format={_LOG_FORMAT}", "--name-only", "--no-renames", "--relative",
            f"{old}..{new}", "--", *self._side.layout.folders()
        )  # fmt: skip
        found: dict[str, list[Writer]] = {}
        for commit in (told or b"").decode("utf-8", "surrogateescape").split("\x01")[1:]:
            facts, *paths = commit.split("\0")
            short, seconds, name, mail = facts.split("\x1f")
            writer = _writer(_Line(int(seconds), short, Actor(name=name, email=mail)))
            for path in paths:
                found.setdefault(path.strip("\n"), []).append(writer)
        return {path: writers[0] for path, writers in found.items() if len(writers) == 1}


def _blamed(root: Path, commit: str, path: str) -> dict[MessageKey, Writer]:
    """The author of the newest line of each translation; empty for a file that git does not know."""
    told = git_output(root, "blame", "--line-porcelain", *([commit] if commit else []), "--", path)
    if told is None:
        return {}
    lines, data = _read(told)
    try:
        live = [block for block in po.decode(data).entries if not block.message.obsolete]
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
    if not line.commit.strip("0"):  # git's id for what is in no commit, as long as its hash
        return Writer(witness=Witness.COMMIT)
    at = datetime.fromtimestamp(line.seconds, UTC).strftime("%Y-%m-%dT%H:%MZ")
    return Writer(person=line.author, at=at, witness=Witness.COMMIT, commit=line.commit[:_ABBREVIATED])
