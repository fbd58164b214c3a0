"""Digests of a project's files, remembered by what `stat` says of them, as git's index does.

A file is read again only where its size, its times or its inode are others. The time of the last change of the inode
(ctime) is among them: nobody can set it back. A file that changed so shortly before it was read that a second change
could carry the same time is never remembered (git's rule for racily clean files).
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from l10n.workspace import caches, files, links

_FILE = Path("digests")
_TICK = 100_000_000
_COARSE_TICK = 2_000_000_000
"""Nanoseconds between two times that a file system can tell apart, at the most; the coarse ones know seconds only."""

Stamp = tuple[int, int, int, int]
"""Size, time of the last change of content, time of the last change of anything, inode."""
Known = dict[str, tuple[Stamp, str]]


def stamp(found: os.stat_result) -> Stamp:
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def stamp_of(path: str) -> Stamp | None:
    """Of a file, None where there is none that can be looked at. Paths are plain text here: there are very many."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def is_past(moment: int, now: int) -> bool:
    """True where no change from now on can carry this time."""
    return moment + (_TICK if moment % 1_000_000_000 else _COARSE_TICK) < now


class Asked(NamedTuple):
    """A file that this run has looked at."""

    path: str
    found: Stamp | None
    digest: str
    is_known: bool
    """What `stat` says of it will do to know it again."""


@dataclass
class Digests:
    """The sha256 of each file of a project that was asked for; empty for one that is not there."""

    root: Path
    known: Known
    _asked: dict[str, tuple[Stamp | None, str]] = field(default_factory=dict)
    """Within one run a file is looked at once, so that all of the run sees the same."""
    is_new: bool = False
    """True where there is something to save."""
    _base: str = field(init=False)
    _plain: dict[str, bool] = field(default_factory=dict)
    """By folder: it is where its path says, so that what lies in it is, too, unless it is a link itself."""

    def __post_init__(self) -> None:
        self._base = f"{self.root}/"

    @classmethod
    def load(cls, root: Path) -> Digests:
        return cls(root, caches.load(root, _FILE, Known) or {})

    def of(self, path: str) -> str:
        """Of a file by its path from the project. Raises as reading it does, where it cannot be read."""
        if path not in self._asked:
            self.look(path)
        return self._asked[path][1]

    def by_stamp(self, path: str) -> str | None:
        """What `of` says, where that takes no reading; None where it does."""
        asked = self._asked.get(path)
        if asked is None:
            asked, found = self.known.get(path), self._stamp(path)
            if found is None and not os.path.lexists(self._base + path):
                self._learn(Asked(path, None, "", is_known=False))
                return ""
            if asked is None or asked[0] != found:
                return None
            self._asked[path] = asked
        return asked[1]

    def look(self, path: str) -> bytes | None:
        """Ask for a file. What it holds, where it had to be read for that."""
        if path in self._asked:
            return None
        found, known, now = self._stamp(path), self.known.get(path), time.time_ns()
        if known and known[0] == found:
            self._asked[path] = known
            return None
        data = self._read(path)
        digest = "" if data is None else hashlib.sha256(data).hexdigest()
        is_known = bool(found and digest and is_past(max(found[1:3]), now) and found == self._stamp(path))
        self._learn(Asked(path, found, digest, is_known))
        return data

    def read(self, path: str) -> bytes | None:
        """What a file held when it was asked for; None where it was not there, or holds something else by now."""
        data = self._read(path)
        return data if data is not None and hashlib.sha256(data).hexdigest() == self._asked[path][1] else None

    def learnt(self) -> list[Asked]:
        """All that this run has looked at, for another process that is part of it."""
        return [
            Asked(path, found, digest, self.known.get(path) == (found, digest))
            for path, (found, digest) in self._asked.items()
        ]

    def learn(self, asked: Iterable[Asked]) -> None:
        """What another process has looked at for this run, which has not done so itself."""
        for one in asked:
            if one.path not in self._asked:
                self._learn(one)

    def are_as_asked(self) -> bool:
        """True when no file that was asked for has been touched since."""
        return all(self._stamp(path) == asked for path, (asked, _) in self._asked.items())

    def vouches_for(self, path: str) -> bool:
        """True when whatever was read since a file was asked for is what it held then."""
        found, digest = self._asked[path]
        return self._stamp(path) == found and (found is None or self.known.get(path) == (found, digest))

    def save(self) -> None:
        if self.is_new:
            caches.save(self.root, _FILE, self.known)

    def _learn(self, one: Asked) -> None:
        self._asked[one.path] = (one.found, one.digest)
        if one.is_known and one.found:
            self.known[one.path] = (one.found, one.digest)
            self.is_new = True
        elif self.known.pop(one.path, None):
            self.is_new = True

    def _read(self, path: str) -> bytes | None:
        folder, place = path.rpartition("/")[0], self._base + path
        if folder not in self._plain:
            self._plain[folder] = links.is_plain(self._base + folder, self.root)
        if not self._plain[folder] or os.path.islink(place):  # noqa: PTH114
            place = str(links.place(self.root / path, self.root, path))
        return files.read_bytes(place, path)

    def _stamp(self, path: str) -> Stamp | None:
        return stamp_of(self._base + path)
