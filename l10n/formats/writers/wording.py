"""What a template may ask of a bundle: its texts as markup, each saying its language and its state."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from l10n.formats.writers import markup, theme
from l10n.model.bundle import Bundle, Passage, Stand
from l10n.model.locale import babel_locale, facts
from l10n.model.message import MessageKey

if TYPE_CHECKING:
    from markupsafe import Markup

_PLACE = re.compile(r"\{(\w+)\}")
DRAFT_LABEL = MessageKey("label", "Maskinoversatt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What a page knows of the site it stands on."""

    name: str
    links: Mapping[str, str]
    """Addresses by the names that chrome links to: `privacy`."""


class Wording:
    """The functions that a template is given, for one bundle; it writes down which chrome was asked for."""

    def __init__(self, bundle: Bundle, site: Site) -> None:
        self.bundle, self.site = bundle, site
        self.used: set[MessageKey] = set()

    def passage(self, role: str, text: str) -> Passage:
        return self.bundle.passages[MessageKey(role, text)]

    def attributes(self, passage: Passage) -> Markup:
        return _markup(markup.attributes_text(self._says(passage)))

    def inline(self, passage: Passage) -> Markup:
        return _markup(markup.inline(passage.text)) + self.mark(passage)

    def body(self) -> Markup:
        return _markup(markup.body(self.bundle.source.body, self.passage, self._says, self.mark))

    def mark(self, passage: Passage) -> Markup:
        """What shows, and says aloud, that a text is a draft."""
        if not passage.is_draft:
            return _markup("")
        label = self._chrome(DRAFT_LABEL)
        spoken = markup.attributes_text(self._language(label))
        return _markup(
            '<span class="mark"><span aria-hidden="true">◇</span>'
            f' <span class="unseen"{spoken}>({escape(label.text)})</span></span>'
        )

    def pgettext(self, role: str, text: str, *, share: float = 0, language: str = "", name: str = "") -> Markup:
        """A word of the chrome as it stands in this locale, as markup that says its language and its state.

        What it has a place for is written as its language does: a share as a percentage, a locale by its name.
        """
        passage = self._chrome(MessageKey(role, text))
        values = {"name": lambda _: markup.escape_markdown(name)}
        values |= {"share": lambda lang: _percentage(share, lang), "language": lambda lang: _language(language, lang)}
        return self._shown(passage, values)

    def badge_text(self, badge_id: str) -> Markup:
        passage = self.bundle.badge(badge_id)
        self.used.add(passage.key)
        return self._shown(passage, {})

    def _chrome(self, key: MessageKey) -> Passage:
        self.used.add(key)
        source = Passage(key=key, text=key.msgid, lang=theme.LANGUAGE, stand=Stand.SOURCE)
        return self.bundle.chrome.get(key, source)

    def _shown(self, passage: Passage, values: Mapping[str, Callable[[str], str]]) -> Markup:
        # in one pass: what was put in is not looked at again
        text = _PLACE.sub(lambda at: values[at[1]](passage.lang) if at[1] in values else at[0], passage.text)
        html = markup.inline(text, self.site.links)
        says = markup.attributes_text(self._says(passage))
        return _markup(f"<span{says}>{html}</span>" if says else html) + self._mark_of_chrome(passage)

    def _mark_of_chrome(self, passage: Passage) -> Markup:
        return _markup("") if passage.key == DRAFT_LABEL else self.mark(passage)

    def _says(self, passage: Passage) -> dict[str, str]:
        return self._language(passage) | ({"data-state": "draft"} if passage.is_draft else {})

    def _language(self, passage: Passage) -> dict[str, str]:
        if passage.lang == self.bundle.locale:
            return {}
        direction = facts(passage.lang).direction
        return {"lang": passage.lang} | ({"dir": direction} if direction != self.bundle.direction else {})


def _language(locale: str, lang: str) -> str:
    return babel_locale(locale).get_display_name(babel_locale(lang)) or locale


def _percentage(share: float, lang: str) -> str:
    from babel.numbers import format_percent

    # something is never nothing, and not everything is never all
    return format_percent(min(max(round(share, 2), 0.01), 0.99), locale=babel_locale(lang))


def _markup(html: str) -> Markup:
    from markupsafe import Markup

    return Markup(html)  # noqa: S704 - every caller hands over what markup.py cleaned or escaped
