"""The files of a folder that may say something of catalogs, each found once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from l10n.errors import L10nError
from l10n.workspace import files

_NOT_OURS = frozenset({"node_modules", "site-packages", "__pycache__", "_build", "dist"})
"""Folders of other people's code, and of what is built."""
_SIGNS = frozenset({"po4a.cfg", "po4a.conf", "book.toml", "conf.py", "Makevars"})


@dataclass(frozen=True)
class Tree:
    """A folder, looked through. Paths are relative to it, with slashes."""

    root: Path

    @cached_property
    def catalogs(self) -> list[str]:
        """Every .po file."""
        return [path for path in self._files if path.endswith(".po")]

    def named(self, *names: str) -> list[str]:
        """Files with one of these names, in any folder."""
        return [path for path in self._files if path.rpartition("/")[2] in names]

    def first_template(self, *patterns: str) -> str:
        """The first of some paths that is there; one with `{domain}` is where any file fits it. Empty for none."""
        return next((pattern for pattern in patterns if self._has(pattern)), "")

    def templates_in(self, folder: str) -> list[str]:
        """The .pot files directly in a folder, sorted."""
        return sorted(path.relative_to(self.root).as_posix() for path in (self.root / folder).glob("*.pot"))

    def text(self, path: str) -> str:
        """A file's text; empty where nobody can read it: then it says nothing."""
        try:
            return files.decode_utf8(files.read_bytes(self.root / path, path) or b"", path)
        except L10nError:
            return ""

    def _has(self, pattern: str) -> bool:
        if "{domain}" not in pattern:
            return (self.root / pattern).is_file()
        return any((self.root / pattern.partition("{domain}")[0]).rglob("*.pot"))

    @cached_property
    def _files(self) -> list[str]:
        return sorted(self._walk())

    def _walk(self) -> Iterator[str]:
        for folder, folders, names in os.walk(self.root):
            inside = Path(folder).relative_to(self.root)
            folders[:] = [name for name in folders if not self._is_foreign(Path(folder) / name)]
            if inside == Path():
                folders[:] = [name for name in folders if name != "catalogs"]  # l10n's own
            yield from (
                (inside / name).as_posix() for name in names if name.endswith((".po", ".pot")) or name in _SIGNS
            )

    def _is_foreign(self, folder: Path) -> bool:
        return folder.name.startswith(".") or folder.name in _NOT_OURS or (folder / "pyvenv.cfg").exists()
