"""When an article was published and changed, and by whom it is: from its front matter, and never from a clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

_PUBLISHED = ("published", "date")
_UPDATED = ("updated", "modified", "lastmod")
_AUTHORS = ("authors", "author")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """What front matter says of an article; None and empty where it says nothing that can be read."""

    published: date | datetime | None = None
    updated: date | datetime | None = None
    authors: tuple[str, ...] = ()

    @classmethod
    def of(cls, extra: Mapping[str, object]) -> Dateline:
        """From front matter: `date` or `published`, `updated` or `modified`, `author` or `authors`.

        A value that is no date in ISO 8601 is none. A time without a zone is UTC.
        """
        authors = next((extra[name] for name in _AUTHORS if extra.get(name)), ())
        names = authors if isinstance(authors, list | tuple) else [authors]
        return cls(
            published=_first(extra, _PUBLISHED),
            updated=_first(extra, _UPDATED),
            authors=tuple(name.strip() for name in names if isinstance(name, str) and name.strip()),
        )

    @property
    def last(self) -> date | datetime | None:
        """When the text last changed, as far as anybody said."""
        return self.updated or self.published


def instant(day: date | datetime) -> datetime:
    """A moment for formats that know no days: a day is its beginning, in UTC."""
    return day if isinstance(day, datetime) else datetime(day.year, day.month, day.day, tzinfo=UTC)


def iso(day: date | datetime) -> str:
    """ISO 8601: `2026-01-05`, or `2026-01-05T10:11:00Z`."""
    return day.isoformat().replace("+00:00", "Z")


def _first(extra: Mapping[str, object], names: tuple[str, ...]) -> date | datetime | None:
    return next((found for name in names if (found := _day(extra.get(name)))), None)


def _day(value: object) -> date | datetime | None:
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value) if len(value.strip()) == 10 else datetime.fromisoformat(value.strip())
        except ValueError:
            return None
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).replace(microsecond=0)
    return value if isinstance(value, date) else None
