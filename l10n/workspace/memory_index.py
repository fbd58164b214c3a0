"""The index of the translation memory: an SQLite file that finds what is alike among very many texts.

A cache. Everything in it stands in the project's files too; a damaged or foreign file is thrown away and made anew
by its owner (memory.py), and what is read from it is checked before it is believed.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from zlib import crc32

from l10n.model.memory_unit import Languages, MemoryUnit, fingerprint
from l10n.model.provenance import Origin
from l10n.model.state import State
from l10n.segmentation.similarity import grams, length_class, most_similar

VERSION = 1
"""Of the tables below. An index of another version is made anew."""
_PATIENCE = 60
"""Seconds to wait for another process that is writing."""
_BATCH = 50_000
"""Units held in memory at once while a file is read in."""
_READ = 40_000
"""Places of trigrams that one search looks at, the rarest trigrams first."""
_COMPARED = 250
"""Texts that share most of them, which are then compared letter by letter."""
_WASTE = 0.3
"""The share of texts without a unit, which no search can use."""
_FOUND = 40
"""Texts that one search gives back."""

_TABLES = f"""
    CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT UNIQUE, digest TEXT);
    CREATE TABLE texts (id INTEGER PRIMARY KEY, digest INTEGER UNIQUE, text TEXT);
    CREATE TABLE units (id INTEGER PRIMARY KEY, place INTEGER, text INTEGER, source TEXT, target TEXT,
                        translation TEXT, role TEXT, before TEXT, state TEXT, origin TEXT, at TEXT, proof INTEGER);
    CREATE INDEX units_by_text ON units (text);
    CREATE INDEX units_by_place ON units (place);
    CREATE TABLE grams (key INTEGER PRIMARY KEY, texts BLOB);
    PRAGMA user_version = {VERSION};
"""
_UNITS = """
    SELECT texts.text, units.source, target, translation, role, before, state, origin, at, proof, places.name
    FROM units JOIN texts ON texts.id = units.text JOIN places ON places.id = units.place
"""


class MemoryIndex:
    """One open index. Any fault of the file is an sqlite3.DatabaseError."""

    def __init__(self, path: Path | None) -> None:
        """Open or make the file; None keeps the index in memory, where the disk takes none."""
        self._db = sqlite3.connect(path or ":memory:", timeout=_PATIENCE, isolation_level=None)
        try:
            if self._version() == 0:  # only a new file is written to here: a folder may be read-only
                self._make()
            if self._version() != VERSION:
                raise sqlite3.DatabaseError("an index of another version")
        except BaseException:
            self.close()
            raise

    def _version(self) -> int:
        return int(self._db.execute("PRAGMA user_version").fetchone()[0])

    def _make(self) -> None:
        with self.writing():
            if not self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                for statement in filter(str.strip, _TABLES.split(";")):
                    self._db.execute(statement)

    def close(self) -> None:
        self._db.close()

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """All that is written inside is there afterwards, or nothing of it; other writers wait."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def places(self) -> dict[str, str]:
        """Name → digest of every file that was read in."""
        return dict(self._db.execute("SELECT name, digest FROM places"))

    def forget(self, names: Iterable[str]) -> None:
        """Take out files' units; an index that holds too many texts without any is emptied whole."""
        for name in names:
            self._db.execute("DELETE FROM units WHERE place = (SELECT id FROM places WHERE name = ?)", (name,))
            self._db.execute("DELETE FROM places WHERE name = ?", (name,))
        texts = self._db.execute("SELECT count(*) FROM texts").fetchone()[0]
        used = self._db.execute("SELECT count(DISTINCT text) FROM units").fetchone()[0]
        if used < (1 - _WASTE) * texts:
            for table in ("places", "texts", "units", "grams"):
                self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names

    def add(self, name: str, digest: str, units: Iterable[MemoryUnit]) -> None:
        """Read a file in, however large it is."""
        place = self._db.execute("INSERT INTO places (name, digest) VALUES (?, ?)", (name, digest)).lastrowid
        rest = iter(units)
        while batch := list(islice(rest, _BATCH)):
            self._add_texts(batch)
            self._db.executemany(
                "INSERT INTO units (place, text, source, target, translation, role, before, state, origin, at, proof) "
                "VALUES (?, (SELECT id FROM texts WHERE digest = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ((place, _digest(unit.languages, unit.source), *_row(unit)) for unit in batch),
            )

    def exact(self, languages: Languages, text: str) -> list[MemoryUnit]:
        """The units of this very text."""
        found = self._db.execute(f"{_UNITS} WHERE texts.digest = ? ORDER BY units.id", (_digest(languages, text),))
        return [unit for unit in map(_unit, found) if (unit.languages, unit.source) == (languages, text)]

    def alike(self, languages: Languages, text: str, *, least: float) -> list[MemoryUnit]:
        """The units of the texts that are at least `least` alike, the closest texts first; the most alike of very many.

        The texts that share the most trigrams are compared letter by letter, and no others.
        """
        rows = self._db.execute(
            "SELECT id, text FROM texts WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
            (json.dumps(self._closest(languages, text, least)),),
        ).fetchall()
        found = most_similar(text, [other for _, other in rows], least=least, most=_FOUND)
        return [unit for _, at in found for unit in self._units_of(rows[at][0]) if unit.languages == languages]

    def _units_of(self, text: int) -> list[MemoryUnit]:
        return [_unit(row) for row in self._db.execute(f"{_UNITS} WHERE units.text = ? ORDER BY units.id", (text,))]

    def sizes(self) -> list[tuple[str, Languages, int]]:
        """(file, languages, units) of all that was read in, sorted; a file without units is not among them."""
        rows = self._db.execute(
            "SELECT name, source, target, count(*) FROM units JOIN places ON places.id = place GROUP BY 1, 2, 3"
        )
        return sorted((name, Languages(source, target), count) for name, source, target, count in rows)

    def _add_texts(self, batch: list[MemoryUnit]) -> None:
        last = self._db.execute("SELECT coalesce(max(id), 0) FROM texts").fetchone()[0]
        languages = {_digest(unit.languages, unit.source): unit.languages for unit in batch}
        self._db.executemany(
            "INSERT OR IGNORE INTO texts (digest, text) VALUES (?, ?)",
            ((_digest(unit.languages, unit.source), unit.source) for unit in batch),
        )
        holders: dict[int, dict[str, array[int]]] = defaultdict(lambda: defaultdict(lambda: array("I")))
        for key, digest, text in self._db.execute("SELECT id, digest, text FROM texts WHERE id > ?", (last,)):
            of_kind = holders[_kind(languages[digest], length_class(len(text)))]
            for gram in grams(text):
                of_kind[gram].append(key)
        self._db.executemany(
            "INSERT INTO grams VALUES (?, ?) ON CONFLICT DO UPDATE SET texts = CAST(texts || excluded.texts AS BLOB)",
            sorted(
                (_key(kind, gram), ids.tobytes()) for kind, of_kind in holders.items() for gram, ids in of_kind.items()
            ),
        )

    def _closest(self, languages: Languages, text: str, least: float) -> list[int]:
        """Texts by how many trigrams they share with this one, within the lengths that can be `least` alike."""
        reach = (2 - least) / max(least, 0.1)  # 2·kept / (a + b) ≥ least, and no more is kept than the shorter has
        shortest, longest = int(len(text) / reach), int(len(text) * reach) + 1
        kinds = [_kind(languages, size) for size in range(length_class(shortest), length_class(longest) + 1)]
        gram_of = {_key(kind, gram): gram for gram in grams(text) for kind in kinds}
        held: Counter[str] = Counter()
        for key, size in self._db.execute(
            "SELECT key, length(texts) / 4 FROM grams WHERE key IN (SELECT value FROM json_each(?))",
            (json.dumps(list(gram_of)),),
        ):
            held[gram_of[key]] += size
        chosen: list[int] = []
        read = 0
        for gram in sorted(held, key=lambda gram: (held[gram], gram)):
            read += held[gram]
            if read > _READ and chosen:
                break  # what is left are pieces that very many texts have: they tell little
            chosen += [_key(kind, gram) for kind in kinds]
        shared: Counter[int] = Counter()
        for (texts,) in self._db.execute(
            "SELECT texts FROM grams WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(chosen),)
        ):
            shared.update(array("I", texts))
        return _top(shared)


def _top(shared: Counter[int]) -> list[int]:
    """The texts that share the most, a whole number of ranks, and more than enough only within the last rank."""
    wanted, least = _COMPARED, 1
    for count, texts in sorted(Counter(shared.values()).items(), reverse=True):
        if wanted < texts and wanted < _COMPARED:
            break
        wanted, least = wanted - texts, count
    return sorted(text for text, count in shared.items() if count >= least)[: 4 * _COMPARED]


def _digest(languages: Languages, text: str) -> int:
    return int(fingerprint("\0".join((*languages, text))), 16)


def _kind(languages: Languages, size: int) -> int:
    return crc32(f"{languages.source}>{languages.target}".encode()) << 6 | size


def _key(kind: int, gram: str) -> int:
    """Two trigrams may share a key: a few texts more are then compared for nothing."""
    return (kind * 0x9E3779B97F4A7C15 ^ crc32(gram.encode("utf-8", "surrogatepass")) * 0xC2B2AE3D27D4EB4F) % 2**63


def _row(unit: MemoryUnit) -> tuple[str | int | None, ...]:
    origin = str(unit.origin) if unit.origin else ""
    facts = (*unit.languages, unit.target, unit.role, unit.before, unit.state.value, origin, unit.at)
    return (*facts, _proof(unit.source, *facts))


def _proof(*facts: str | None) -> int:
    return crc32(json.dumps(facts).encode())


def _unit(row: tuple[Any, ...]) -> MemoryUnit:
    """A unit as it was put in: what a bad disk or a stray write has changed since is an error, and never a match."""
    text, source, target, translation, role, before, state, origin, at, proof, place = row
    if proof != _proof(text, source, target, translation, role, before, state, origin, at):
        raise sqlite3.DatabaseError("a unit is not what was written")
    return MemoryUnit(
        languages=Languages(source, target), source=text, target=translation, role=role, before=before,
        state=State(state), origin=Origin.parse(origin) if origin else None, at=at, place=place,
    )  # fmt: skip
