"""What there is to review, in the order in which a reader meets it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from l10n.commands.domains import domain_of, needed_catalog, translated_domains
from l10n.formats import po
from l10n.model.catalog import CHROME, short_name
from l10n.model.message import MessageKey
from l10n.model.state import State, standing
from l10n.review_app.desk import Desk, message_id
from l10n.workspace import Workspace
from l10n.workspace.bookmarks import Bookmark


@dataclass(frozen=True, slots=True)
class Place:
    """A message, and the article in which it is met."""

    scope: str
    """The article's domain; `chrome` for chrome that no article uses."""
    domain: str
    key: MessageKey

    @property
    def name(self) -> str:
        """The catalog it stands in, as the command line calls it."""
        return short_name(self.domain)

    def bookmark(self, locale: str) -> Bookmark:
        return Bookmark(locale, self.scope, self.domain, message_id(self.key))


def open_workspace(root: Path) -> Workspace:
    """The project as it is on the disk now; bytes that were read before are not parsed again."""
    return Workspace(root, decode=_decode)


@lru_cache(maxsize=64)
def _decode(data: bytes) -> po.Document:
    return po.decode(data)


def reading_list(workspace: Workspace, locale: str, names: list[str] | None) -> list[Place]:
    """Every message of the articles named, or of all, once: each article in reading order, then its chrome.

    Chrome that no article uses comes last, where nothing or `chrome` was named. Raises UsageError for an article
    that is not there, or that is written in the locale.
    """
    domains = translated_domains(workspace, locale, names)
    if names and not domains:
        needed_catalog(workspace, locale, domain_of(workspace, names[0]))
    places: list[Place] = []
    for domain in sorted(domains, key=lambda domain: domain == CHROME):
        if not names and workspace.load_catalog(locale, domain) is None:
            continue
        desk = Desk.open(workspace, locale, domain)
        rows = [row for row in desk.rows if row.message]
        rows.sort(key=lambda row: row.domain != desk.domain)
        places += [Place(domain, row.domain, row.key) for row in rows]
    once: dict[tuple[str, MessageKey], Place] = {}
    for place in places:
        once.setdefault((place.domain, place.key), place)
    return list(once.values())


def waiting(workspace: Workspace, locale: str, places: Sequence[Place], states: Collection[State]) -> list[Place]:
    """Those whose message is in one of these states now."""
    catalogs = {domain: workspace.load_catalog(locale, domain) for domain in {place.domain for place in places}}
    found = []
    for place in places:
        catalog = catalogs[place.domain]
        message = catalog.by_key.get(place.key) if catalog else None
        if message and standing(message).state in states:
            found.append(place)
    return found


def from_bookmark(places: Sequence[Place], queue: Sequence[Place], mark: Bookmark | None) -> list[Place]:
    """The queue, beginning where the bookmark lies in the reading list; what was passed over comes at the end.

    Where its message is gone, the article begins anew.
    """
    if mark is None:
        return list(queue)
    ranks = {place: rank for rank, place in enumerate(places)}
    marked = [rank for place, rank in ranks.items() if place.bookmark(mark.locale) == mark]
    of_scope = [rank for place, rank in ranks.items() if place.scope == mark.scope]
    at = (marked or of_scope or [0])[0]
    return sorted(queue, key=lambda place: (ranks[place] < at, ranks[place]))


def count_waiting(workspace: Workspace, locale: str, names: list[str] | None, states: Collection[State]) -> int:
    """How many messages of the articles named, or of all, are in one of these states."""
    catalogs = (workspace.load_catalog(locale, domain) for domain in translated_domains(workspace, locale, names))
    return sum(standing(message).state in states for catalog in catalogs if catalog for message in catalog.live)
