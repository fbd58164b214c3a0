"""What a template may ask of a bundle: its texts as markup, each saying its language and its state."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from html import escape

from markupsafe import Markup

from l10n.formats.writers import markup
from l10n.formats.writers.contract import Publication
from l10n.formats.writers.theme import LANGUAGE as THEME_LANGUAGE
from l10n.model.bundle import Passage, Stand
from l10n.model.locale import babel_locale, facts
from l10n.model.message import MessageKey

_PLACE = re.compile(r"\{(\w+)\}")
DRAFT_LABEL = MessageKey("label", "Maskinoversatt")
OLDER_LABEL = MessageKey("label", "Oversatt før originalen ble endret")
LABELS = {DRAFT_LABEL: "◇", OLDER_LABEL: "○"}
"""The words that explain the marks beside passages; they carry no mark themselves."""
NOTHING = Markup()


class Wording:
    """The functions that a template is given, for one bundle; it writes down which chrome was asked for."""

    def __init__(self, publication: Publication) -> None:
        self.bundle, self.site = publication.bundle, publication.site
        self.pictures, self._body = publication.pictures, publication.body
        self.used: set[MessageKey] = set()

    def functions(self) -> dict[str, Callable[..., object]]:
        """By the names that templates know them under."""
        return {
            "passage": self.passage,
            "attributes": self.attributes,
            "mark": self.mark,
            "inline": self.inline,
            "pgettext": self.pgettext,
            "badge_text": self.badge_text,
        }

    def passage(self, role: str, text: str) -> Passage:
        return self.bundle.passages[MessageKey(role, text)]

    def attributes(self, passage: Passage) -> Markup:
        return _markup(markup.attributes_text(self._says(passage)))

    def inline(self, passage: Passage) -> Markup:
        return _markup(markup.inline(passage.text)) + self.mark(passage)

    def body(self) -> Markup:
        if self._body is None:
            html = markup.body(self.bundle.source.body, self.passage, self._says, self.mark, self.pictures)
            self._body = _markup(html)
        return self._body

    def mark(self, passage: Passage) -> Markup:
        """What shows, and says aloud, that a machine made a text, or that it is older than its source."""
        if not (passage.is_labelled or passage.is_older):
            return NOTHING
        return NOTHING.join(self._mark(glyph, self.chrome(label)) for glyph, label in marks(passage))

    def _mark(self, glyph: str, label: Passage) -> Markup:
        spoken = markup.attributes_text(self._language(label))
        return _markup(
            f'<span class="mark"><span aria-hidden="true">{glyph}</span>'
            f' <span class="unseen"{spoken}>({escape(label.text)})</span></span>'
        )

    def pgettext(
        self,
        role: str,
        text: str,
        *,
        share: float = 0,
        language: str = "",
        name: str = "",
        names: Sequence[str] = (),
        date: date | None = None,
    ) -> Markup:
        """A word of the chrome as it stands in this locale, as markup that says its language and its state.

        What it has a place for is written as its language does: a share as a percentage, a locale by its name, a
        day, a list of names.
        """
        passage = self.chrome(MessageKey(role, text))
        text = filled(passage, share=share, language=language, name=name, names=names, date=date)
        return self._shown(passage, text)

    def badge_text(self, badge_id: str) -> Markup:
        passage = self.bundle.badge(badge_id)
        self.used.add(passage.key)
        return self._shown(passage, passage.text)

    def chrome(self, key: MessageKey) -> Passage:
        """A word around the article as it stands; as the theme has it where no catalog knows it."""
        self.used.add(key)
        source = Passage(key=key, text=key.msgid, lang=THEME_LANGUAGE, stand=Stand.SOURCE)
        return self.bundle.chrome.get(key, source)

    def _shown(self, passage: Passage, text: str) -> Markup:
        html = markup.inline(text, self.site.links)
        says = markup.attributes_text(self._says(passage))
        return _markup(f"<span{says}>{html}</span>" if says else html) + self._mark_of_chrome(passage)

    def _mark_of_chrome(self, passage: Passage) -> Markup:
        return NOTHING if passage.key in LABELS else self.mark(passage)

    def _says(self, passage: Passage) -> dict[str, str]:
        state = "draft" if passage.is_draft else "older" if passage.is_older else ""
        return self._language(passage) | ({"data-state": state} if state else {})

    def _language(self, passage: Passage) -> dict[str, str]:
        if passage.lang == self.bundle.locale:
            return {}
        direction = facts(passage.lang).direction
        return {"lang": passage.lang} | ({"dir": direction} if direction != self.bundle.direction else {})


def marks(passage: Passage) -> list[tuple[str, MessageKey]]:
    """The signs that a passage carries, each with the word for it."""
    said = {DRAFT_LABEL: passage.is_labelled, OLDER_LABEL: passage.is_older}
    return [(glyph, label) for label, glyph in LABELS.items() if said[label]]


def filled(
    passage: Passage,
    *,
    share: float = 0,
    language: str = "",
    name: str = "",
    names: Sequence[str] = (),
    date: date | None = None,
) -> str:
    """A word of the chrome, its places filled as its own language writes them: Markdown, like the word itself."""
    if "{" not in passage.text:
        return passage.text
    values: dict[str, Callable[[str], str]] = {"name": lambda _: markup.escape_markdown(name)}
    values |= {"names": lambda lang: markup.escape_markdown(_listed(names, lang))}
    values |= {"date": lambda lang: _day(date, lang) if date else ""}
    values |= {"share": lambda lang: _percentage(share, lang), "language": lambda lang: _language(language, lang)}
    # in one pass: what was put in is not looked at again
    return _PLACE.sub(lambda at: values[at[1]](passage.lang) if at[1] in values else at[0], passage.text)


def _language(locale: str, lang: str) -> str:
    return babel_locale(locale).get_display_name(babel_locale(lang)) or locale


def _listed(names: Sequence[str], lang: str) -> str:
    from babel.lists import format_list

    return format_list(list(names), locale=babel_locale(lang))


def _day(day: date, lang: str) -> str:
    from babel.dates import format_date

    return format_date(day, "long", locale=babel_locale(lang))


def _percentage(share: float, lang: str) -> str:
    from babel.numbers import format_percent

    # something is never nothing, and not everything is never all
    return format_percent(min(max(round(share, 2), 0.01), 0.99), locale=babel_locale(lang))


def _markup(html: str) -> Markup:
    return Markup(html)  # noqa: S704 - every caller hands over what markup.py cleaned or escaped
