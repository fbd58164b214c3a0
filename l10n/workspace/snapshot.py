"""Catalogs as they were: at a git revision, in git's index, or in a folder that holds a copy of them.

A snapshot knows each file by the id that git gives its bytes, so two are compared without reading what is the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from l10n.errors import InvalidInputError, UsageError
from l10n.formats import ledger, po
from l10n.model.catalog import CHROME, Catalog
from l10n.model.ledger import LedgerEntry
from l10n.settings import Settings
from l10n.workspace import files, links
from l10n.workspace.git import git_objects, git_output, is_in_git
from l10n.workspace.layout import CATALOGS, Layout, Name
from l10n.workspace.project import SETTINGS, Workspace

_LEDGER = "reviews.jsonl"
_FILES = ("100644", "100755")
"""git's modes for files; what else is in a tree (links, other repositories) is none of ours."""


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """All catalogs and ledgers of a project at one time."""

    label: str
    """What people call it: `HEAD~1`, `on disk`."""
    shown: Callable[[str], str]
    """What people are told of a path: `HEAD~1:catalogs/nb/chrome.po`."""
    layout: Layout
    ids: Mapping[str, str]
    """Path in the project → git's id of its bytes."""
    read: Callable[[Sequence[str]], Iterable[bytes]]
    """The bytes of many paths."""
    blamed_at: str | None = None
    """The commit that git can tell the authors of; empty for the working tree, None where git cannot be asked."""

    @cached_property
    def names(self) -> dict[Name, str]:
        """Catalog → its path; chrome first, then the articles, locale by locale."""
        found = {name: path for path in self.ids if (name := self.layout.name_of(path))}
        return dict(sorted(found.items(), key=lambda item: (item[0][0], item[0][1] != CHROME, item[0][1])))

    def id(self, name: Name) -> str | None:
        path = self.names.get(name)
        return None if path is None else self.ids[path]

    def documents(self, names: Iterable[Name]) -> dict[Name, po.Document]:
        """Those of the named catalogs that are there, not yet parsed. Raises InvalidInputError with the place."""
        wanted = [name for name in names if name in self.names]
        found: dict[Name, po.Document] = {}
        for name, data in zip(wanted, self.read([self.names[name] for name in wanted]), strict=True):
            with self._placed(name):
                found[name] = po.decode(data)
        return found

    def parsed(self, documents: Mapping[Name, po.Document]) -> dict[Name, Catalog]:
        """Their catalogs. Raises InvalidInputError, with `revision:path:line`, for a broken one."""
        found: dict[Name, Catalog] = {}
        for name, document in documents.items():
            with self._placed(name):
                found[name] = document.catalog
        return found

    @contextmanager
    def _placed(self, name: Name) -> Iterator[None]:
        try:
            yield
        except InvalidInputError as error:
            raise error.at(self.shown(self.names[name])) from None

    def ledger(self, locale: str) -> list[LedgerEntry]:
        """Every verdict in a locale until then; none where nobody has given one."""
        path = f"{CATALOGS}/{locale}/{_LEDGER}"
        if path not in self.ids:
            return []
        try:
            return ledger.parse(next(iter(self.read([path]))))
        except InvalidInputError as error:
            raise error.at(self.shown(path)) from None


def both(old: Snapshot, new: Snapshot, names: Iterable[Name]) -> tuple[dict[Name, Catalog], dict[Name, Catalog]]:
    """The named catalogs of both, what is the same in two versions of one parsed once."""
    names = list(names)
    before, after = old.documents(names), new.documents(names)
    catalogs = old.parsed(before)
    for name in before.keys() & after.keys():
        po.share(after[name].blocks, {block.raw: block.message for block in before[name].entries})
    return catalogs, new.parsed(after)


def at_revision(root: Path, revision: str) -> Snapshot:
    """The project in `root` as git has it at a revision, its catalogs where they lie today.

    Raises UsageError where this is no git repository or git knows no such revision, and EngineError where there is
    no git.
    """
    commit, layout = commit_of(root, revision), Workspace(root).layout
    listing = git_output(root, "ls-tree", "-r", "-z", commit, "--", *layout.folders()) or b""
    return _from_git(root, listing, layout, label=revision, prefix=f"{revision}:", blamed_at=commit)


def in_index(root: Path) -> Snapshot:
    """The project as the next commit would have it. Raises as `at_revision` does."""
    _needs_git(root)
    layout = Workspace(root).layout
    listing = git_output(root, "ls-files", "--stage", "-z", "--", *layout.folders()) or b""
    return _from_git(root, listing, layout, label="staged", prefix=":")


def on_disk(root: Path) -> Snapshot:
    """The project as it stands on the disk."""
    return replace(in_folder(root, shown=Path()), label="on disk", blamed_at="" if is_in_git(root) else None)


def in_folder(folder: Path, *, shown: Path | None = None) -> Snapshot:
    """What is on disk: `folder` is a project, or holds a folder for each locale as `catalogs/` does.

    Raises UsageError where there are none. `shown` is what messages call the folder, if not what it is called here.
    """
    called = folder if shown is None else shown
    is_project = (folder / SETTINGS).is_file()
    layout = Workspace(folder).layout if is_project else Layout(Settings(locales={}))
    above = "" if is_project or (folder / CATALOGS).is_dir() else f"{CATALOGS}/"
    tops = [folder] if above else [folder / one for one in layout.folders() or [""]]

    def inside(path: str) -> str:
        return path.removeprefix(above)

    def read(paths: Sequence[str]) -> Iterable[bytes]:
        for path in map(inside, paths):
            name = str(called / path)
            yield files.read_bytes(links.place(folder / path, folder, name), name) or b""

    found = (path for top in tops for one in ("*.po", "*/**/*.po", f"*/{_LEDGER}") for path in top.glob(one))
    paths = sorted({above + path.relative_to(folder).as_posix() for path in found})
    paths = [path for path in paths if layout.name_of(path) or path.endswith(f"/{_LEDGER}")]
    if not paths and not (is_project or folder.name == CATALOGS or not above):
        raise UsageError(
            "no-catalogs-here",
            "There are no catalogs in {folder}.",
            folder=folder,
            hint="Name a project, or a folder like its catalogs/.",
        )
    ids = {path: _blob_id(data) for path, data in zip(paths, read(paths), strict=True)}
    return Snapshot(
        label=str(folder), shown=lambda path: (called / inside(path)).as_posix(), layout=layout, ids=ids, read=read
    )


def commit_of(root: Path, revision: str) -> str:
    """The full id of a revision. Raises UsageError for one that git does not know."""
    _needs_git(root)
    commit = git_output(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise UsageError(
            "no-such-revision",
            "git knows no revision {revision!r} here.",
            revision=revision,
            hint="Name a commit, a branch or a tag (HEAD~3), or a folder that exists.",
        )
    return commit.decode().strip()


def merge_base(root: Path, one: str, other: str) -> str:
    """The commit where two branches parted. Raises UsageError where they have none, as in a shallow clone."""
    base = git_output(root, "merge-base", commit_of(root, one), commit_of(root, other))
    if base is None:
        raise UsageError(
            "no-common-commit",
            "{one} and {other} have no commit in common here.",
            one=one,
            other=other,
            hint="A shallow clone lacks it: git fetch --unshallow (in a pipeline: fetch-depth: 0).",
        )
    return base.decode().strip()


def _needs_git(root: Path) -> None:
    if not is_in_git(root):
        raise UsageError(
            "not-in-git",
            "This project is not in a git repository.",
            hint=("Make it one: git init. Without git, l10n diff OLD-FOLDER NEW-FOLDER compares two folders."),
        )


def _from_git(
    root: Path, listing: bytes, layout: Layout, *, label: str, prefix: str, blamed_at: str | None = None
) -> Snapshot:
    """From what `ls-tree -z` or `ls-files --stage -z` lists: mode, perhaps a type, id, perhaps a stage, path."""
    ids: dict[str, str] = {}
    for entry in listing.decode("utf-8", "surrogateescape").split("\0"):
        facts, _, path = entry.partition("\t")
        mode, *rest = facts.split()[:3] or [""]
        if mode in _FILES and path.endswith((".po", f"/{_LEDGER}")):
            ids[path] = rest[1] if rest[0] == "blob" else rest[0]

    def read(paths: Sequence[str]) -> Iterable[bytes]:
        return git_objects(root, [ids[path] for path in paths])

    return Snapshot(
        label=label, shown=lambda path: prefix + path, layout=layout, ids=ids, read=read, blamed_at=blamed_at
    )


def _blob_id(data: bytes) -> str:
    """git's name for these bytes; a repository that names them otherwise only costs the reading of all."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
