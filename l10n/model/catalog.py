"""A catalog: the messages of one domain in one locale; a template is a catalog without a locale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from l10n.model.message import Message, MessageKey

CHROME = "chrome"
ARTICLES = "articles/"


def article_domain(slug: str) -> str:
    """The domain an article's messages live in: `articles/<slug>`."""
    return ARTICLES + slug


def short_name(domain: str) -> str:
    """What people call a domain: an article by its slug, any other by its name."""
    return domain.removeprefix(ARTICLES)


@dataclass(frozen=True, kw_only=True)
class Catalog:
    """Messages in file order. Order is for people; identity is the key (law 1)."""

    header: Message = field(default_factory=lambda: Message(msgid=""))
    """The entry with the empty msgid; its msgstr is `Name: value` lines."""
    messages: tuple[Message, ...] = ()
    """All entries but the header, obsolete ones too, in file order."""

    @cached_property
    def by_key(self) -> dict[MessageKey, Message]:
        """Live messages by key."""
        return {m.key: m for m in self.messages if not m.obsolete}

    @cached_property
    def obsolete_by_key(self) -> dict[MessageKey, Message]:
        return {m.key: m for m in self.messages if m.obsolete}

    @property
    def live(self) -> Iterator[Message]:
        return (m for m in self.messages if not m.obsolete)

    @cached_property
    def headers(self) -> dict[str, str]:
        """Header fields by name, in file order."""
        lines = (line.partition(":") for line in self.header.text.split("\n") if ":" in line)
        return {name.strip(): value.strip() for name, _, value in lines}

    def with_messages(self, changed: Iterable[Message]) -> Catalog:
        """The same catalog with each given message in the place of the live one with its key."""
        new = {m.key: m for m in changed}
        return replace(self, messages=tuple(m if m.obsolete else new.get(m.key, m) for m in self.messages))
