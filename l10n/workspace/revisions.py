"""Catalogs as they were: at a git revision, or in a folder that holds a copy of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from l10n.errors import InvalidInputError, UsageError
from l10n.formats import po
from l10n.model.catalog import Catalog
from l10n.model.revision import Revision
from l10n.workspace import files
from l10n.workspace.git import is_in_git, run_git

CATALOGS = "catalogs"
_LOG_FORMAT = "%H%x1f%h%x1f%at%x1f%an <%ae>%x1f%s"
Snapshot = dict[tuple[str, str], Catalog]
"""(locale, domain) → catalog, sorted."""


def at_revision(root: Path, revision: str) -> Snapshot:
    """The catalogs of the project in `root` as git has them at a revision.

    Raises UsageError where this is no git repository or git knows no such revision, EngineError where there is no
    git, and InvalidInputError, with `revision:path:line`, for a catalog that was broken then.
    """
    if not is_in_git(root):
        raise UsageError(
            "This project is not in a git repository.", hint="Compare two folders: l10n diff OLD-FOLDER NEW-FOLDER"
        )
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise UsageError(
            f"git knows no revision {revision!r} here.",
            hint="Name a commit, a branch or a tag (HEAD~3), or a folder that exists.",
        )
    listing = _git(root, "ls-tree", "-r", "-z", commit.decode().strip(), "--", f"{CATALOGS}/") or b""
    blobs: dict[PurePosixPath, str] = {}
    for entry in listing.decode("utf-8", "surrogateescape").split("\0"):
        facts, _, path = entry.partition("\t")
        if path.endswith(".po"):
            blobs[PurePosixPath(path).relative_to(CATALOGS)] = facts.split()[2]
    return _snapshot(zip(blobs, _contents(root, list(blobs.values())), strict=True), f"{revision}:{CATALOGS}")


def in_folder(folder: Path, shown: Path | None = None) -> Snapshot:
    """The catalogs on disk: `folder` is a project, or holds a folder for each locale as `catalogs/` does.

    Raises UsageError where there are none. `shown` is what messages call the folder, if not what it is called here.
    """
    top = folder / CATALOGS if (folder / CATALOGS).is_dir() else folder
    called = (folder if shown is None else shown) / top.relative_to(folder)
    paths = sorted(top.glob("*/**/*.po"))
    if not paths and not (top.name == CATALOGS or (folder / "l10n.toml").is_file()):
        raise UsageError(f"There are no catalogs in {folder}.", hint="Name a project, or a folder like its catalogs/.")
    read = (
        (name, files.read_bytes(top / name, str(called / name)) or b"")
        for name in (PurePosixPath(path.relative_to(top).as_posix()) for path in paths)
    )
    return _snapshot(read, called.as_posix())


def history_of(root: Path, path: Path) -> list[Revision]:
    """The commits that touched a catalog of the project in `root`, oldest first; none where git knows nothing of it.

    A commit in which the file was broken is passed over: it says nothing of any message.
    """
    name = path.relative_to(root).as_posix()
    log = _git(root, "log", "--reverse", "-z", f"--format={_LOG_FORMAT}", "--", name) or b""
    commits = [entry.split("\x1f") for entry in log.decode("utf-8", "replace").split("\0") if entry]
    ids = [f"{commit}:./{name}" for commit, *_ in commits]
    found = []
    for (_, short, seconds, by, subject), data in zip(commits, _contents(root, ids), strict=True):
        at = datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%MZ")
        try:
            catalog = po.decode(data).catalog
        except InvalidInputError:
            continue
        found.append(Revision(commit=short, at=at, by=by, subject=subject, catalog=catalog))
    return found


def _snapshot(found: Iterable[tuple[PurePosixPath, bytes]], where: str) -> Snapshot:
    snapshot: Snapshot = {}
    for path, data in found:
        locale, *rest = path.with_suffix("").parts
        try:
            if rest and locale != "templates":
                snapshot[locale, "/".join(rest)] = po.decode(data).catalog
        except InvalidInputError as error:
            raise error.at(f"{where}/{path}") from None
    return dict(sorted(snapshot.items(), key=lambda item: (item[0][0], item[0][1] != "chrome", item[0][1])))


def _contents(root: Path, ids: list[str]) -> Iterator[bytes]:
    """The bytes of many objects, from one git process."""
    output = _git(root, "cat-file", "--batch", stdin="".join(f"{one}\n" for one in ids).encode()) or b""
    at = 0
    for _ in ids:
        header_end = output.index(b"\n", at)
        if output[at:header_end].endswith(b" missing"):
            at = header_end + 1
            yield b""
            continue
        size = int(output[at:header_end].split()[2])
        at = header_end + 1 + size
        yield output[header_end + 1 : at]
        at += 1


def _git(root: Path, *arguments: str, stdin: bytes | None = None) -> bytes | None:
    """What git writes, or None where it refuses."""
    done = run_git(root, *arguments, stdin=stdin)
    return done.stdout if done.returncode == 0 else None
