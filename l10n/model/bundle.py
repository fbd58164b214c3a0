"""A bundle: one article in one locale, with the words around it, and what every text of it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from l10n.model.article import Article
from l10n.model.chrome import ChromeString
from l10n.model.locale import facts
from l10n.model.message import MessageKey
from l10n.model.state import State


class Stand(StrEnum):
    """What stands in a message's place on the page."""

    SOURCE_LANGUAGE = "source language"
    """The text is written in the page's own language; there was nothing to translate."""
    TRANSLATION = "translation"
    """The locale's own translation, in a state that its gate asks for."""
    DRAFT = "draft"
    """The locale's own text, which nobody vouches for. Always labelled."""
    PIVOT = "pivot"
    """The pivot locale's translation, in another language than the page."""
    SOURCE = "source"
    """The source text, in another language than the page."""
    LAST_APPROVED = "last approved"
    """The locale's own text, approved before its source changed. Always marked as older."""
    OMITTED = "omitted"
    """Nothing: the passage is left out of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One text of a bundle: what stands there, in which language, and who answers for it."""

    key: MessageKey
    text: str
    lang: str
    stand: Stand
    state: State | None = None
    """Of the locale's own message, whatever stands; None for a text in its own language."""
    origin: str = ""
    """Who wrote the text that stands; empty for the source and where nobody said."""
    by: str = ""
    """Who vouched for it last; empty unless the seal still fits."""
    at: str = ""
    seal: str = ""
    is_labelled: bool = False
    """A machine made it, and the page must say so: every draft, and what else the policy names."""
    made_from: str = ""
    """The source text that it translates, where that has changed since."""
    raw: str = ""
    """What the machine wrote first, where the ledger still has it."""
    edits: int | None = None
    """Words and signs between that and the text that stands."""

    @property
    def is_draft(self) -> bool:
        return self.stand is Stand.DRAFT

    @property
    def is_older(self) -> bool:
        return self.stand is Stand.LAST_APPROVED

    @property
    def fell_back(self) -> bool:
        """True when the text is not in the page's language."""
        return self.stand in (Stand.PIVOT, Stand.SOURCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Everything a site needs to publish an article in a locale."""

    source: Article
    """As it was written, without the passages that are left out."""
    article: Article
    """With every text as it stands in this locale."""
    locale: str
    passages: Mapping[MessageKey, Passage]
    """The article's texts, in reading order."""
    chrome: Mapping[MessageKey, Passage]
    """The words that a page may put around it, whether this page uses them or not."""
    badges: Mapping[str, ChromeString]
    """Badge texts by the id that articles call them by."""
    omitted: tuple[Passage, ...] = ()
    """The passages of the source that are left out."""

    @property
    def slug(self) -> str:
        return self.article.slug

    @property
    def direction(self) -> str:
        return facts(self.locale).direction

    def badge(self, badge_id: str) -> Passage:
        """The badge's text as it stands."""
        return self.chrome[self.badges[badge_id].key]

    def all_passages(self, chrome: frozenset[MessageKey]) -> Iterator[Passage]:
        """The article's passages, then what is left out of it, then the chrome that is named, in catalog order."""
        yield from self.passages.values()
        yield from self.omitted
        yield from (passage for key, passage in self.chrome.items() if key in chrome)
