"""A team's memory: units of several projects in PostgreSQL, found by its trigrams (pg_trgm)."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from l10n.errors import EngineError
from l10n.model.memory_unit import Languages, MemoryUnit
from l10n.model.provenance import Origin
from l10n.model.state import State
from l10n.segmentation.similarity import most_similar

if TYPE_CHECKING:
    import psycopg

URL = "L10N_MEMORY_URL"
"""The environment variable that names the server: its address holds a password, and belongs in no file."""
_COMPARED = 250
_FOUND = 40
_ALIKE = 0.2
"""The share of trigrams in common (Jaccard's) that makes a text worth comparing letter by letter."""
_TABLES = """
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE TABLE IF NOT EXISTS l10n_places (id serial PRIMARY KEY, name text UNIQUE NOT NULL, digest text NOT NULL);
    CREATE TABLE IF NOT EXISTS l10n_units (
        id bigserial PRIMARY KEY, place int NOT NULL REFERENCES l10n_places ON DELETE CASCADE,
        source_language text NOT NULL, target_language text NOT NULL, source text NOT NULL, target text NOT NULL,
        role text, before text NOT NULL, state text NOT NULL, origin text NOT NULL, at text NOT NULL);
    CREATE INDEX IF NOT EXISTS l10n_units_by_place ON l10n_units (place);
    CREATE INDEX IF NOT EXISTS l10n_units_by_source ON l10n_units (md5(source));
    CREATE INDEX IF NOT EXISTS l10n_units_by_trigrams ON l10n_units USING gin (source gin_trgm_ops);
"""
_COLUMNS = "source_language, target_language, source, target, role, before, state, origin, at"
_UNITS = f"SELECT {_COLUMNS}, l10n_places.name FROM l10n_units JOIN l10n_places ON l10n_places.id = place"  # noqa: S608


class MemoryServer:
    """One connection. Any fault of the server or of the way to it is an EngineError."""

    def __init__(self, url: str) -> None:
        try:
            import psycopg
        except ImportError:
            raise EngineError(
                "package-missing", "The team's memory needs the library psycopg.", hint="pip install 'l10n[postgresql]'"
            ) from None
        with _told():
            self._db: psycopg.Connection[Any] = psycopg.connect(url, autocommit=True, connect_timeout=10)
            if not self._db.execute("SELECT to_regclass('l10n_units') IS NOT NULL").fetchone()[0]:  # type: ignore[index]
                self._make()
            self._db.execute(f"SET pg_trgm.similarity_threshold = {_ALIKE}")

    def _make(self) -> None:
        """The tables, once for a whole team: who only searches needs no right to make any."""
        with self._db.transaction():
            self._db.execute("SELECT pg_advisory_xact_lock(76017)")  # PostgreSQL fails where two make them at once
            self._db.execute(_TABLES)

    def close(self) -> None:
        self._db.close()

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        with _told(), self._db.transaction():
            self._db.execute("SELECT pg_advisory_xact_lock(76018)")
            yield

    def places(self) -> dict[str, str]:
        with _told():
            return dict(self._db.execute("SELECT name, digest FROM l10n_places").fetchall())

    def forget(self, names: Iterable[str]) -> None:
        with _told():
            self._db.execute("DELETE FROM l10n_places WHERE name = ANY(%s)", (list(names),))

    def add(self, name: str, digest: str, units: Iterable[MemoryUnit]) -> None:
        with _told():
            row = self._db.execute(
                "INSERT INTO l10n_places (name, digest) VALUES (%s, %s) RETURNING id", (name, digest)
            ).fetchone()
            place = row[0] if row else 0
            with self._db.cursor().copy(f"COPY l10n_units (place, {_COLUMNS}) FROM STDIN") as copy:
                for unit in units:
                    origin = str(unit.origin) if unit.origin else ""
                    facts = (unit.role, unit.before, unit.state.value, origin, unit.at)
                    copy.write_row((place, *unit.languages, unit.source, unit.target, *facts))

    def exact(self, languages: Languages, text: str) -> list[MemoryUnit]:
        with _told():
            rows = self._db.execute(
                f"{_UNITS} WHERE md5(source) = md5(%s) AND source = %s AND source_language = %s "
                "AND target_language = %s ORDER BY l10n_places.name, l10n_units.id",
                (_clean(text), _clean(text), *languages),
            ).fetchall()
        return [_unit(row) for row in rows]

    def alike(self, languages: Languages, text: str, *, least: float) -> list[MemoryUnit]:
        with _told():
            texts = self._db.execute(
                "SELECT source FROM l10n_units WHERE source %% %s AND source_language = %s AND target_language = %s "
                "GROUP BY source ORDER BY similarity(source, %s) DESC, source LIMIT %s",
                (_clean(text), *languages, _clean(text), _COMPARED),
            ).fetchall()
        sources = [source for (source,) in texts]
        found = most_similar(text, sources, least=least, most=_FOUND)
        return [unit for _, at in found for unit in self.exact(languages, sources[at])]


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """What goes wrong between us and the server, as one sentence; its address is not in it."""
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        why = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise EngineError(
            "team-memory-silent",
            "The team's memory does not answer: {why}.",
            why=why,
            url=URL,
            hint="Unset {url} to work without it.",
        ) from None


def _clean(text: str) -> str:
    return text.replace("\0", "")  # PostgreSQL has no such character


def _unit(row: tuple[Any, ...]) -> MemoryUnit:
    source_language, target_language, source, target, role, before, state, origin, at, place = row
    return MemoryUnit(
        languages=Languages(source_language, target_language), source=source, target=target, role=role, before=before,
        state=State(state), origin=Origin.parse(origin) if origin else None, at=at, place=place,
    )  # fmt: skip
