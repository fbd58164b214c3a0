"""Files of a folder of bundles on their way: written beside their places, and put there together at the end."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import stat
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from l10n.errors import ConflictError, InvalidInputError
from l10n.formats.manifest import is_safe_path
from l10n.model.manifest import ManifestFile
from l10n.workspace import files
from l10n.workspace.digests import Stamp, is_past, stamp, stamp_of
from l10n.workspace.flushing import flush
from l10n.workspace.interrupts import uninterrupted

_WAITING = ".new"
"""A folder in the folder of bundles, for what a run has written and not yet put at its place."""
_OURS = "ours"
"""A file in it: all paths that an unfinished run may have written to, so that the next one knows them for ours."""


@dataclass
class Staging:
    """New files of one run. Nothing is at its place before `put`, so a full disk changes nothing."""

    root: Path
    staged: dict[str, Stamp] = field(default_factory=dict)
    """What waits, by path."""
    found: dict[str, Stamp] = field(default_factory=dict)
    """What was at its place already, byte for byte, long enough for its stamp to be trusted."""
    _folders: dict[str, Path] = field(default_factory=dict)

    @classmethod
    @contextlib.contextmanager
    def of(cls, root: Path) -> Iterator[Staging]:
        """For whoever holds the folder's lock. What a run that was killed left behind is thrown away."""
        waiting = root / _WAITING
        _remove_tree(waiting / "files")
        try:
            yield cls(root)
        except BaseException:
            _remove_tree(waiting / "files")
            with contextlib.suppress(OSError):
                waiting.rmdir()  # it stays where it holds the note of an unfinished run
            raise
        _remove_tree(waiting)

    def add(self, path: str, data: bytes) -> ManifestFile:
        """Have a file ready; as a manifest lists it. Raises where it could not be put at its place later."""
        folder, _, name = path.rpartition("/")
        place = self._folder(folder, path) / name
        try:
            self._stage(path, place, data)
        except OSError as error:
            raise files.storage_error(place, error, "write") from None
        return listed(path, data)

    def take_over(self, built: Iterable[ManifestFile], staged: dict[str, Stamp], found: dict[str, Stamp]) -> None:
        """What another process has staged of these files, or found to be there."""
        for file in built:
            self.staged.pop(file.path, None)
        self.staged |= staged
        self.found |= found

    def drop_all_but(self, wanted: set[str]) -> None:
        """What was staged for nothing does not go to its place."""
        self.staged = {path: waiting for path, waiting in self.staged.items() if path in wanted}

    def unfinished(self) -> set[str]:
        """Paths that runs before this one may have written to, and never came to the end."""
        path = self.root / _WAITING / _OURS
        data = files.read_bytes(path, str(path)) or b""
        return {line for line in data.decode("utf-8", "replace").splitlines() if is_safe_path(line)}

    def check_free(self, ours: set[str]) -> None:
        """Raises ConflictError for a file in the way that is not ours: somebody else put it there."""
        for path in sorted(self.staged.keys() - ours):
            if os.path.lexists(f"{self.root}/{path}"):
                raise ConflictError(
                    "not-ours",
                    "{path} was not written by l10n, and would be replaced.",
                    path=self.root / path,
                    hint="Nothing was written; move that file away, or name another folder.",
                )

    def put(self, ours: Iterable[str], last: Sequence[str]) -> list[str]:
        """Put all that waits at its place, the `last` after the others; what was put. `ours` are all our paths."""
        ending = [path for path in last if path in self.staged]
        order = [*sorted(self.staged.keys() - set(ending)), *ending]
        if not order:
            return []
        note = self.root / _WAITING / _OURS
        folders = sorted({self._folder(path.rpartition("/")[0], path) for path in order})
        try:
            note.write_text("\n".join(sorted({*ours, *order} - set(last))), encoding="utf-8")
            flush([note, *(self._waiting(path) for path in order)])
            with uninterrupted():
                for folder in folders:
                    folder.mkdir(parents=True, exist_ok=True)
                for path in order:
                    self._waiting(path).replace(self.root / path)
            flush(folders)
        except OSError as error:
            raise files.storage_error(self.root, error, "write") from None
        return order

    def stamps(self) -> dict[str, Stamp]:
        """How `stat` finds what was put and what was there, where nobody has touched it since."""
        now, settled = time.time_ns(), dict(self.found)
        for path, (size, modified, _, inode) in self.staged.items():
            seen = stamp_of(f"{self.root}/{path}")
            if seen and seen[:2] == (size, modified) and seen[3] == inode and is_past(modified, now):
                settled[path] = seen
        return settled

    def _stage(self, path: str, place: Path, data: bytes) -> None:
        """Write the file beside its place, unless it is there as it should be."""
        before = place.stat() if place.exists() else None
        if before and place.read_bytes() == data:
            self.staged.pop(path, None)
            if is_past(max(before.st_mtime_ns, before.st_ctime_ns), time.time_ns()):
                self.found[path] = stamp(before)
            return
        if before and not os.access(place, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        waiting = self._waiting(path)
        waiting.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o666)
        try:
            files.write_whole(descriptor, data)
            if before:
                os.fchmod(descriptor, stat.S_IMODE(before.st_mode) & 0o777)
            self.staged[path] = stamp(os.fstat(descriptor))
        finally:
            os.close(descriptor)

    def _waiting(self, path: str) -> Path:
        return self.root / _WAITING / "files" / path

    def _folder(self, folder: str, path: str) -> Path:
        """The folder that a path lies in, looked at once. Raises where nothing may be written there."""
        if folder not in self._folders:
            place = place_in(self.root, path).parent
            nearest = next(one for one in (place, *place.parents) if os.path.lexists(one))
            if not os.access(nearest, os.W_OK | os.X_OK):
                denied = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
                raise files.storage_error(self.root / path, denied, "write")
            self._folders[folder] = place
        return self._folders[folder]


def place_in(root: Path, path: str) -> Path:
    """Where a path of a manifest lies. Raises InvalidInputError if that is not in this folder."""
    target = root / path
    # the folder is resolved, not the name: a link among the folders could lead anywhere
    if not is_safe_path(path) or not target.parent.resolve().is_relative_to(root.resolve()):
        raise InvalidInputError("path-climbs-out", "the path {file!r} leads out of {root}.", file=path, root=root)
    return target


def listed(path: str, data: bytes) -> ManifestFile:
    """A file as a manifest lists it."""
    return ManifestFile(path=path, sha256=hashlib.sha256(data).hexdigest(), size=len(data))


def _remove_tree(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder, ignore_errors=True)
