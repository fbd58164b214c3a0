"""The translation memory of a project: its catalogs and the files in `memory/`, found through an index.

The files are the truth. The index, `.l10n/memory.sqlite`, follows them by content: deleted, damaged or out of date, it
costs the time to make it again. Where the disk takes none, it is made in memory.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from l10n.errors import ConflictError, InvalidInputError, UsageError
from l10n.formats import po, tmx
from l10n.model.memory_unit import Languages, MemoryUnit, units_of
from l10n.workspace import files, links, memory_files
from l10n.workspace.memory_index import MemoryIndex
from l10n.workspace.memory_store import MemoryStore
from l10n.workspace.project import Workspace

MEMORY = "memory"
_INDEX = Path(".l10n") / "memory.sqlite"
_DAMAGE = (sqlite3.DatabaseError, OSError, TypeError, ValueError)
"""What a damaged file leads to: it may hold anything where a number is meant."""
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")

T = TypeVar("T")


def checked_name(name: str) -> str:
    """The name of a memory. Raises UsageError for one that is more than a file name."""
    if not _NAME.fullmatch(name):
        raise UsageError(
            "memory-name",
            "{name!r} cannot name a memory.",
            name=name,
            hint="Use a-z, 0-9, dots and hyphens: --name old-site",
        )
    return name


@dataclass
class TranslationMemory:
    """What people have translated, here and before. Use as a context manager."""

    workspace: Workspace
    team: MemoryStore | None = None
    """Where several projects share their memories; asked beside the project's own."""
    _index: MemoryIndex | None = field(default=None)

    def __enter__(self) -> TranslationMemory:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def exact(self, languages: Languages, text: str, *, outside: bool = False) -> list[MemoryUnit]:
        """The units of this very text, by file; with `outside`, none of the project's own catalogs."""
        own = self._own(lambda index: index.exact(languages, text), outside)
        return [*own, *(self.team.exact(languages, text) if self.team else ())]

    def elsewhere(self, unit: MemoryUnit, name: str) -> list[MemoryUnit]:
        """The project's own units of the unit's text, but for those of the memory that has this name."""
        found = self._own(lambda index: index.exact(unit.languages, unit.source), outside=False)
        return [one for one in found if one.place != f"{MEMORY}/{name}.tmx"]

    def alike(self, languages: Languages, text: str, *, least: float, outside: bool = False) -> list[MemoryUnit]:
        """The units of the texts most alike, the closest first; with `outside`, none of the project's own catalogs."""
        own = self._own(lambda index: index.alike(languages, text, least=least), outside)
        return [*own, *(self.team.alike(languages, text, least=least) if self.team else ())]

    def share(self, project: str) -> int:
        """Bring the team's memory up to what this project's files hold; returns how many files it had not seen."""
        return 0 if self.team is None else self._bring(self.team, f"{project}/")

    def units(self) -> Iterator[MemoryUnit]:
        """All units, by file and in the file's order; the files themselves are read, not the index."""
        for path in self._files():
            yield from self._read(path)

    def sizes(self) -> list[tuple[str, Languages, int]]:
        """(file, languages, units), sorted."""
        return self._ask(lambda index: index.sizes())

    def imported(self) -> list[Path]:
        """The files in `memory/`, sorted."""
        return sorted(self._folder.glob("*.tmx"))

    def save(self, name: str, units: Iterable[MemoryUnit], *, replace: bool = False) -> tuple[Path, bool]:
        """Write units to `memory/<name>.tmx`; returns it, and whether it changed.

        Nothing is written until the last unit has come. Raises ConflictError where another memory has the name.
        """
        path = self._folder / f"{checked_name(name)}.tmx"
        pieces = (text.encode() for text in tmx.serialize(units))
        try:
            changed = files.write_stream(self._true(path), pieces, self.workspace.shown(path), replace=replace)
        except ConflictError as error:
            if error.hint_template:
                raise
            raise error.advising("Give this one another name (--name), or write over it (--replace).") from None
        self._close_index()  # it follows the files anew when it is asked next
        return path, changed

    @property
    def _folder(self) -> Path:
        return self.workspace.root / MEMORY

    def _files(self) -> list[Path]:
        """Every file that the memory is made of."""
        settings = self.workspace.settings
        catalogs = [
            path
            for locale in settings.locales
            for domain in self.workspace.domains()
            if settings.source_language(domain) != locale
            and (path := self.workspace.catalog_path(locale, domain)).is_file()
        ]
        return [*catalogs, *self.imported()]

    def _read(self, path: Path) -> Iterator[MemoryUnit]:
        shown = self.workspace.shown(path)
        if path.suffix == ".tmx":
            yield from memory_files.tmx_units(self._true(path), shown)
            return
        try:
            yield from self._catalog_units(path)
        except InvalidInputError as error:
            raise error.at(shown) from None

    def _catalog_units(self, path: Path) -> Iterator[MemoryUnit]:
        name = self.workspace.layout.name_of(path.relative_to(self.workspace.root).as_posix())
        if name is None:
            return  # its locale or its table has left l10n.toml
        locale, domain = name
        source = self.workspace.settings.source_language(domain)
        catalog = po.decode(files.read_bytes(self._true(path), str(path)) or b"").catalog
        yield from units_of(catalog, Languages(source, locale))

    def _true(self, path: Path) -> Path:
        return links.place(path, self.workspace.root, self.workspace.shown(path))

    # ---- the index

    def _own(self, question: Callable[[MemoryIndex], list[MemoryUnit]], outside: bool) -> list[MemoryUnit]:
        if not outside:
            return self._ask(question)
        if not self.imported():
            return []  # without a look at the catalogs
        return [unit for unit in self._ask(question) if unit.place.startswith(f"{MEMORY}/")]

    def _ask(self, question: Callable[[MemoryIndex], T]) -> T:
        """Ask the index; one that turns out to be damaged is made anew, and in memory where the disk refuses."""
        with contextlib.suppress(*_DAMAGE):
            return question(self._opened(self._path))
        self._close_index()
        with contextlib.suppress(*_DAMAGE):
            for suffix in ("", "-journal"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
            return question(self._opened(self._path))
        self._close_index()
        return question(self._opened(None))

    @property
    def _path(self) -> Path:
        return self.workspace.root / _INDEX

    def _opened(self, path: Path | None) -> MemoryIndex:
        if self._index is None:
            if path is not None:
                path.parent.mkdir(exist_ok=True)
            self._index = MemoryIndex(path)
            self._bring(self._index)
        return self._index

    def close(self) -> None:
        self._close_index()
        if self.team is not None:
            self.team.close()

    def _close_index(self) -> None:
        if self._index is not None:
            self._index.close()
            self._index = None

    def _bring(self, store: MemoryStore, prefix: str = "") -> int:
        """Read in the files that changed since a store last saw them, and forget those that are gone.

        Only names that begin with `prefix` are this project's; returns how many files were read in.
        """
        wanted = {prefix + self.workspace.shown(path): (path, _digest(self._true(path))) for path in self._files()}
        digests = {name: digest for name, (_, digest) in wanted.items()}
        if _ours(store, prefix) == digests:
            return 0
        with store.writing():
            known = _ours(store, prefix)  # another process may have done it all meanwhile
            store.forget([name for name, digest in known.items() if digests.get(name) != digest])
            known = _ours(store, prefix)  # a store that had too much to forget has forgotten everything
            new = [name for name in wanted if name not in known]
            for name in new:
                path, digest = wanted[name]
                store.add(name, digest, self._read(path))
        return len(new)


def _ours(store: MemoryStore, prefix: str) -> dict[str, str]:
    return {name: digest for name, digest in store.places().items() if name.startswith(prefix)}


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise files.storage_error(path, error, "read") from None
