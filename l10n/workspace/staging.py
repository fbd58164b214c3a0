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
from functools import cached_property
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


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder that files are for; as plain text, for there are very many paths."""

    place: str
    waiting: str
    is_there: bool
    """It was there before this run: only then can a file of it be."""


@dataclass
class Staging:
    """New files of one run. Nothing is at its place before `put`, so a full disk changes nothing."""

    root: Path
    staged: dict[str, Stamp] = field(default_factory=dict)
    """What waits, by path."""
    found: dict[str, Stamp] = field(default_factory=dict)
    """What was at its place already, byte for byte, long enough for its stamp to be trusted."""
    _folders: dict[str, _Folder] = field(default_factory=dict)

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
        try:
            self._stage(path, self._folder(folder, path), name, data)
        except OSError as error:
            raise files.storage_error(self.root / path, error, "write") from None
        return listed(path, data)

    def take_over(self, built: Iterable[ManifestFile], staged: dict[str, Stamp], found: dict[str, Stamp]) -> None:
        """What another process has staged of these files, or found to be there."""
        for file in built:
            self.staged.pop(file.path, None)
        self.staged |= staged
        self.found |= found

    def drop_all_but(self, wanted: set[str]) -> None:
        """What was staged for nothing does not go to its place."""
        for path in self.staged.keys() - wanted:
            del self.staged[path]
            (self._waiting / path).unlink(missing_ok=True)

    def unfinished(self) -> set[str]:
        """Paths that runs before this one may have written to, and never came to the end."""
        path = self.root / _WAITING / _OURS
        data = files.read_bytes(path, str(path)) or b""
        return {line for line in data.decode("utf-8", "replace").splitlines() if is_safe_path(line)}

    def check_free(self, ours: set[str]) -> None:
        """Raises ConflictError for a file in the way that is not ours: somebody else put it there."""
        others = self.staged.keys() - ours
        there = {folder for folder in set(map(_parent, others)) if os.path.lexists(f"{self.root}/{folder}")}
        for path in sorted(path for path in others if _parent(path) in there):
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
        whole = self._new_folders(order)
        single = [path for path in order if path.partition("/")[0] not in whole]
        waiting, root = str(self._waiting), str(self.root)
        try:
            note.write_text("\n".join(sorted({*ours, *order} - set(last))), encoding="utf-8")
            flush([str(note), *(f"{waiting}/{path}" for path in order)])
            with uninterrupted():
                for folder in whole:
                    (self._waiting / folder).replace(self.root / folder)
                for folder in sorted(set(map(_parent, single))):
                    (self.root / folder).mkdir(parents=True, exist_ok=True)
                for path in single:
                    os.replace(f"{waiting}/{path}", f"{root}/{path}")  # noqa: PTH105
            flush([root, *(f"{root}/{folder}" for folder in sorted(set(map(_parent, order))))])
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

    def _new_folders(self, paths: Iterable[str]) -> dict[str, None]:
        """Folders in the root that are all new, and go to their place as a whole: the pages of a new article."""
        tops = dict.fromkeys(top for top, slash, _ in (path.partition("/") for path in paths) if slash)
        return {top: None for top in tops if not os.path.lexists(f"{self.root}/{top}")}

    def _stage(self, path: str, folder: _Folder, name: str, data: bytes) -> None:
        """Write the file beside its place, unless it is there as it should be."""
        place = Path(folder.place, name) if folder.is_there else None
        before = place.stat() if place and place.exists() else None
        if place and before and place.read_bytes() == data:
            self.staged.pop(path, None)
            if is_past(max(before.st_mtime_ns, before.st_ctime_ns), time.time_ns()):
                self.found[path] = stamp(before)
            return
        if place and before and not os.access(place, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        descriptor = os.open(f"{folder.waiting}/{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o666)
        try:
            files.write_whole(descriptor, data)
            if before:
                os.fchmod(descriptor, stat.S_IMODE(before.st_mode) & 0o777)
            self.staged[path] = stamp(os.fstat(descriptor))
        finally:
            os.close(descriptor)

    @cached_property
    def _waiting(self) -> Path:
        return self.root / _WAITING / "files"

    def _folder(self, folder: str, path: str) -> _Folder:
        """The folder that a path lies in, looked at once, and one for what waits. Raises where nothing may be
        written there."""
        if folder not in self._folders:
            place, waiting = place_in(self.root, path).parent, self._waiting / folder
            nearest = next(one for one in (place, *place.parents) if os.path.lexists(one))
            if not os.access(nearest, os.W_OK | os.X_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            waiting.mkdir(parents=True, exist_ok=True)
            self._folders[folder] = _Folder(str(place), str(waiting), is_there=nearest == place)
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


def _parent(path: str) -> str:
    return path.rpartition("/")[0]


def _remove_tree(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder, ignore_errors=True)
