"""Interface chrome: the words around an article, which belong to the site and not to the story."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.model.article import AI_IMAGE, AI_REPORT
from l10n.model.message import MessageKey


@dataclass(frozen=True, slots=True, kw_only=True)
class ChromeString:
    """One piece of chrome met on a captured page."""

    id: str
    """What articles call it by: `ai-image`, `cookie-text`, or a slug of the text."""
    context: str
    """The role, and so the msgctxt: `badge`, `heading`, `cookie heading`, `cookie text`, `button`, `label`."""
    text: str
    """Markdown inline: a link is `[personvernerklæring](privacy)`, its target a name the theme resolves."""
    lang: str
    articles: tuple[str, ...] = ()
    """Slugs of the articles it was met around, sorted."""

    @property
    def key(self) -> MessageKey:
        return MessageKey(self.context, self.text)


KNOWN_BADGES = (
    ChromeString(id=AI_IMAGE, context="badge", text="Bilde generert av AI", lang="nb"),
    ChromeString(id=AI_REPORT, context="badge", text="Rapportert av AI", lang="nb"),
)
"""The badges that every theme must be able to show; others are what ingest met."""
