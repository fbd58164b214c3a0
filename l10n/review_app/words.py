"""The page's own words: written in Norwegian Bokmål, translated by a catalog of ours that comes with the package."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from l10n.formats import po
from l10n.model.state import State

SOURCE = "nb"
LANGUAGES = {"nb": "Norsk", "en": "English"}


def marked(text: str) -> str:
    """A text that is looked up later; the name by which extraction finds it."""
    return text


STATES = {
    State.NEW: marked("uten tekst"),
    State.DRAFT: marked("maskinutkast"),
    State.STALE: marked("utdatert"),
    State.REJECTED: marked("avvist"),
    State.TRANSLATED: marked("oversatt"),
    State.REVIEWED: marked("godkjent"),
    State.FINAL: marked("endelig"),
}
"""How a state is called on the page."""

ROLES = {
    "title": marked("tittel"),
    "lead": marked("ingress"),
    "paragraph": marked("avsnitt"),
    "heading": marked("overskrift"),
    "list item": marked("listepunkt"),
    "quote": marked("sitat"),
    "table cell": marked("tabellcelle"),
    "image alt": marked("bildebeskrivelse"),
    "caption": marked("bildetekst"),
    "card headline": marked("kort: overskrift"),
    "card alt": marked("kort: bildebeskrivelse"),
    "card summary": marked("kort: sammendrag"),
    "badge": marked("merke"),
    "button": marked("knapp"),
    "label": marked("etikett"),
    "notice": marked("opplysning"),
    "cookie heading": marked("informasjonskapsler: overskrift"),
    "cookie text": marked("informasjonskapsler: tekst"),
}
"""How a role is called on the page; one that is not here is shown as it stands."""

TEXT = marked("tekst")
"""What a message without a role is called."""


@dataclass(frozen=True, slots=True)
class Words:
    """The interface in one language."""

    language: str
    find: Callable[[str], str]

    def __call__(self, text: str, **values: object) -> str:
        """The text in this language, with `{name}` replaced. What has no translation stays in Bokmål."""
        found = self.find(text)
        for name, value in values.items():
            found = found.replace(f"{{{name}}}", str(value))
        return found

    def state(self, state: State) -> str:
        return self(STATES[state])

    def role(self, role: str | None) -> str:
        return self(ROLES[role]) if role in ROLES else role or self(TEXT)


@lru_cache
def words(language: str) -> Words:
    """The words of one of LANGUAGES."""
    if language == SOURCE:
        return Words(SOURCE, lambda text: text)
    data = (files("l10n") / "review_app" / "locale" / f"{language}.po").read_bytes()
    known = {message.msgid: message.text for message in po.decode(data).catalog.live if message.has_text}
    return Words(language, lambda text: known.get(text, text))


def preferred(accepted: str) -> str:
    """The language for an Accept-Language header (RFC 9110, 12.5.4); Norwegian, Danish and Swedish readers get nb."""
    wishes: list[tuple[float, str]] = []
    for part in accepted.split(",")[:20]:
        tag, _, quality = part.partition(";q=")
        try:
            wishes.append((float(quality or 1), tag.strip().lower().partition("-")[0]))
        except ValueError:
            continue
    for _, language in sorted(wishes, key=lambda wish: -wish[0]):
        if language in ("nb", "no", "nn", "da", "sv"):
            return "nb"
        if language in LANGUAGES:
            return language
    return "en"
