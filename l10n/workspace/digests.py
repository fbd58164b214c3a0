"""Digests of a project's files, remembered by what `stat` says of them, as git's index does.

A file is read again only where its size, its times or its inode are others. The time of the last change of the inode
(ctime) is among them: nobody can set it back. A file that changed so shortly before it was read that a second change
could carry the same time is never remembered (git's rule for racily clean files).
"""

from __future__ import annotations

import hashlib
import os
import time
from dataclasses import dataclass, field
from pathlib import Path

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
        return stamp(os.stat(path))  # noqa: PTH116
    except OSError:
        return None


def is_past(moment: int, now: int) -> bool:
    """True where no change from now on can carry this time."""
    return moment + (_TICK if moment % 1_000_000_000 else _COARSE_TICK) < now


@dataclass
class Digests:
    """The sha256 of each file of a project that was asked for; empty for one that is not there."""

    root: Path
    known: Known
    _asked: dict[str, tuple[Stamp | None, str]] = field(default_factory=dict)
    """Within one run a file is looked at once, so that all of the run sees the same."""
    is_new: bool = False
    """True where there is something to save."""

    @classmethod
    def load(cls, root: Path) -> Digests:
        return cls(root, caches.load(root, _FILE, Known) or {})

    def of(self, path: str) -> str:
        """Of a file by its path from the project. Raises as reading it does, where it cannot be read."""
        if path not in self._asked:
            self._asked[path] = self._look(path)
        return self._asked[path][1]

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

    def _look(self, path: str) -> tuple[Stamp | None, str]:
        found, now = self._stamp(path), time.time_ns()
        known = self.known.get(path)
        if known and known[0] == found:
            return known
        data = files.read_bytes(links.place(self.root / path, self.root, path), path)
        digest = "" if data is None else hashlib.sha256(data).hexdigest()
        if found and digest and is_past(max(found[1:3]), now) and found == self._stamp(path):
            self.known[path] = (found, digest)
            self.is_new = True
        elif self.known.pop(path, None):
            self.is_new = True
        return found, digest

    def _stamp(self, path: str) -> Stamp | None:
        return stamp_of(f"{self.root}/{path}")
