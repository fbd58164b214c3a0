"""The history of a catalog in git."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from l10n.errors import InvalidInputError
from l10n.formats import po
from l10n.model.revision import Revision
from l10n.workspace.git import git_objects, git_output

_LOG_FORMAT = "%H%x1f%h%x1f%at%x1f%an <%ae>%x1f%s"


def history_of(root: Path, path: Path) -> list[Revision]:
    """The commits that touched a catalog of the project in `root`, oldest first; none where git knows nothing of it.

    A commit in which the file was broken is passed over: it says nothing of any message.
    """
    name = path.relative_to(root).as_posix()
    log = git_output(root, "log", "--reverse", "-z", f"--format={_LOG_FORMAT}", "--", name) or b""
    commits = [entry.split("\x1f") for entry in log.decode("utf-8", "replace").split("\0") if entry]
    ids = [f"{commit}:./{name}" for commit, *_ in commits]
    found = []
    for (_, short, seconds, by, subject), data in zip(commits, git_objects(root, ids), strict=True):
        at = datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%MZ")
        try:
            catalog = po.decode(data).catalog
        except InvalidInputError:
            continue
        found.append(Revision(commit=short, at=at, by=by, subject=subject, catalog=catalog))
    return found
