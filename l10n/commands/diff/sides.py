"""The two sides of a comparison, as a command line names them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import typer

from l10n.commands import session
from l10n.errors import UsageError
from l10n.workspace.snapshot import Snapshot, at_revision, in_folder, in_index, merge_base, on_disk


def both_sides(ctx: typer.Context, sides: list[str], *, is_staged: bool) -> tuple[Snapshot, Snapshot]:
    """The older side and the newer one.

    Nothing: the last commit and the disk. `REV`: that and the disk. `A..B`, or two names: these two. `A...B`: B, and
    where it parted from A, as a pull request is shown. With `is_staged` the newer side is git's index. A name of a
    folder means the folder. Raises UsageError for more than two sides.
    """
    if len(sides) > 2 or (is_staged and len(sides) > 1):
        raise UsageError(
            "options-conflict",
            "diff compares two sides.",
            hint="l10n diff OLD..NEW, or l10n diff OLD-FOLDER NEW-FOLDER",
        )
    if len(sides) == 2 and all(Path(side).is_dir() for side in sides):
        return in_folder(Path(sides[0])), in_folder(Path(sides[1]))
    root = session.workspace(ctx).root
    if len(sides) == 1 and ".." in sides[0] and not Path(sides[0]).is_dir():
        if is_staged:
            raise UsageError(
                "options-conflict",
                "--staged is the newer side itself.",
                hint="Name one revision: l10n diff --staged HEAD~1",
            )
        dots = "..." if "..." in sides[0] else ".."
        older, newer = (side or "HEAD" for side in sides[0].split(dots, 1))
        if dots == "...":
            parted = at_revision(root, merge_base(root, older, newer))
            return replace(parted, label=f"{older} (where {newer} parted)"), at_revision(root, newer)
        return _side(root, older), _side(root, newer)
    older_side = _side(root, sides[0] if sides else "HEAD")
    if is_staged:
        return older_side, in_index(root)
    return older_side, _side(root, sides[1]) if len(sides) == 2 else on_disk(root)


def _side(root: Path, name: str) -> Snapshot:
    """A folder where there is one of that name, else a revision."""
    return in_folder(Path(name)) if Path(name).is_dir() else at_revision(root, name)
