"""A catalog as the pages show it: rows in reading order, and everything there is to know of one message."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from l10n.commands.domains import domain_of, needed_catalog
from l10n.errors import UsageError
from l10n.model.catalog import ARTICLES, CHROME, Catalog, short_name
from l10n.model.chrome import KNOWN_BADGES
from l10n.model.comment import Comment
from l10n.model.locale import canonical
from l10n.model.message import Message, MessageKey, source_before
from l10n.model.state import Standing, seal, standing
from l10n.steps.threads import threads
from l10n.workspace import Workspace

ID_LENGTH = 12


@lru_cache(maxsize=50_000)
def message_id(key: MessageKey) -> str:
    """What a message is called in an address: a hash of its role and source, so it stays when the text is edited."""
    context = "" if key.msgctxt is None else key.msgctxt + "\x04"
    return hashlib.sha256((context + key.msgid).encode()).hexdigest()[:ID_LENGTH]


def address_name(domain: str) -> str:
    """A catalog as addresses call it, in one step of a path: an article's slug, `chrome`, `docs:usage`."""
    return short_name(domain).replace("/", ":")


@dataclass(frozen=True, kw_only=True)
class Row:
    """One text of the page: its source, its translation, how it stands."""

    key: MessageKey
    domain: str
    """The catalog it is edited in."""
    source_language: str
    message: Message | None
    """None where the text is written in the locale's own language, or its catalog does not have it yet."""

    @cached_property
    def id(self) -> str:
        return message_id(self.key)

    @property
    def name(self) -> str:
        return address_name(self.domain)

    @cached_property
    def standing(self) -> Standing | None:
        return standing(self.message) if self.message else None

    @property
    def its_message(self) -> Message:
        """The message of a row that was found by its id: there is one."""
        assert self.message is not None  # noqa: S101 - see Desk.find
        return self.message

    @property
    def texts(self) -> tuple[str, ...]:
        return self.message.msgstr if self.message else ()


@dataclass(frozen=True)
class Desk:
    """One catalog of one locale, as it was when the page was asked for."""

    workspace: Workspace
    locale: str
    domain: str
    catalog: Catalog

    @classmethod
    def open(cls, workspace: Workspace, locale: str, name: str) -> Desk:
        """Raises UsageError for what the project does not have, InvalidInputError for a catalog nobody can read."""
        workspace.settings.locale(locale)
        tag, domain = canonical(locale), domain_of(workspace, name)
        return cls(workspace, tag, domain, needed_catalog(workspace, tag, domain))

    @property
    def name(self) -> str:
        return address_name(self.domain)

    @property
    def is_article(self) -> bool:
        return self.domain.startswith(ARTICLES)

    @property
    def source_language(self) -> str:
        return self.workspace.settings.source_language(self.domain)

    @property
    def template(self) -> Catalog:
        """What there is to translate; the catalog itself where nothing was extracted yet."""
        return self.workspace.load_template(self.domain) or self.catalog

    @cached_property
    def title(self) -> str:
        """The article's headline; empty for any other catalog."""
        return self.workspace.load_article(self.name).title if self.is_article else ""

    @property
    def rows(self) -> list[Row]:
        """Reading order with the chrome around it; then what the catalog has and the page has not."""
        return [self.row(domain, key) for domain, key in self._order]

    @cached_property
    def talked_about(self) -> Mapping[MessageKey, int]:
        """Messages of this catalog with open threads, and how many."""
        said: dict[MessageKey, list[Comment]] = defaultdict(list)
        for one in self.workspace.records.load_comments(self.locale):
            said[one.key].append(one)
        counts = {}
        for message in self.catalog.live if said else ():
            about = [one for key in (message.key, source_before(message)) if key for one in said.get(key, ())]
            if found := sum(thread.is_open for thread in threads(message, self.domain, about)):
                counts[message.key] = found
        return counts

    @property
    def own_keys(self) -> list[MessageKey]:
        """The messages of this catalog, in reading order: what is worked on here."""
        return [key for domain, key in self._order if domain == self.domain and key in self.catalog.by_key]

    def find(self, wanted: str) -> Row:
        """The row with this id, or with this seal (as `l10n review` prints it). Raises UsageError for neither."""
        by_id = {message_id(message.key): message for message in self.catalog.live}
        found = by_id.get(wanted) or next((m for m in by_id.values() if seal(m) == wanted), None)
        if found:
            return self.row(self.domain, found.key)
        raise UsageError(
            "text-gone", "This text is no longer in the catalog.", hint="Its source may have been edited since."
        )

    @cached_property
    def _order(self) -> Collection[tuple[str, MessageKey]]:
        rest = ((self.domain, message.key) for message in self.catalog.live)
        return dict.fromkeys((*self._places, *rest))

    @property
    def _places(self) -> Sequence[tuple[str, MessageKey]]:
        if not self.is_article:
            return ()
        from l10n.steps.reading_order import reading_order
        from l10n.workspace.theme import load_theme

        captured = (string for string in self.workspace.records.load_captured() if string.context == "badge")
        badges = {badge.id: badge for badge in (*captured, *KNOWN_BADGES)}
        return reading_order(
            self.workspace.load_article(self.name), theme=load_theme(self.workspace.root).chrome_keys, badges=badges
        )

    @cached_property
    def _chrome(self) -> Catalog | None:
        is_source = self.workspace.settings.chrome_language == self.locale
        return None if is_source else self.workspace.load_catalog(self.locale, CHROME)

    def row(self, domain: str, key: MessageKey) -> Row:
        """A text of this page."""
        catalog = self.catalog if domain == self.domain else self._chrome
        message = catalog.by_key.get(key) if catalog else None
        return Row(
            key=key,
            domain=domain,
            source_language=self.workspace.settings.source_language(domain),
            message=message,
        )
