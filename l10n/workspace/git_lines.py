"""What git is to know of a project, as lines of its own files: .gitattributes and .gitignore."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from l10n.workspace import files, links

ATTRIBUTES = (
    "*.po merge=l10n diff=l10n",
    "*.pot merge=l10n diff=l10n",
    "reviews.jsonl merge=union",
    "comments.jsonl merge=union",
    "dismissals.jsonl merge=union",
)
"""Which files git merges and shows by message, once `l10n git-setup` has told it how."""
IGNORED = (".l10n/", "dist/")
"""What each machine makes for itself: caches, and what is built."""


def add_lines(root: Path, name: str, lines: Iterable[str]) -> list[str]:
    """Put lines that are not there yet at the end of a file of the project; those that were added.

    A slash in front or behind makes no difference: who ignores `/dist` ignores `dist/`.
    """
    path = links.place(root / name, root, name)
    before = files.decode_utf8(files.read_bytes(path, name) or b"", name)
    there = {line.strip().strip("/") for line in before.splitlines()}
    missing = [line for line in lines if line.strip("/") not in there]
    if missing:
        separator = "" if not before or before.endswith("\n") else "\n"
        files.write_atomic(path, (before + separator + "\n".join(missing) + "\n").encode(), name)
    return missing
