"""Build: what stands in the place of each text of an article, in one locale, under its policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from l10n.model.article import Article
from l10n.model.bundle import Bundle, Passage, Stand
from l10n.model.catalog import Catalog
from l10n.model.chrome import ChromeString
from l10n.model.message import Message, MessageKey
from l10n.model.publishing import Policy
from l10n.model.state import Standing, State, standing
from l10n.segmentation.article import join, split

CONSENT_ROLES = frozenset({"cookie heading", "cookie text", "button"})
"""Consent must be understood to be given, and its buttons must do what they say: no draft ever stands here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The catalogs of one domain that a locale may draw on; None where there is none."""

    own: Catalog | None = None
    pivot: Catalog | None = None


def build(
    article: Article,
    *,
    locale: str,
    policy: Policy,
    texts: Shelf,
    chrome: Shelf,
    words: Mapping[MessageKey, str],
    badges: Mapping[str, ChromeString],
) -> Bundle:
    """The article in `locale`, every text in it publishable or replaced by what the policy's fallback says.

    `words` are those that the theme may ask for, with the language each is written in. No text is ever empty, no
    stale or rejected text stands, and a draft stands only where the policy publishes drafts, and never where consent
    is given.
    """
    passages = {unit.key: _passage(unit.key, locale, policy, texts, article.lang) for unit in split(article)}
    languages = {**words, **{badge.key: badge.lang for badge in badges.values()}}
    return Bundle(
        source=article,
        article=join(article, lambda role, text: passages[MessageKey(role, text)].text, lang=locale),
        locale=locale,
        passages=passages,
        chrome={key: _passage(key, locale, policy, chrome, lang) for key, lang in languages.items()},
        badges=badges,
    )


def _passage(key: MessageKey, locale: str, policy: Policy, shelf: Shelf, source_language: str) -> Passage:
    """What stands for one message: its own translation, or the first thing the fallback allows that exists."""
    message = shelf.own.by_key.get(key) if shelf.own else None
    if message and not message.text.strip():
        message = None  # blanks are no translation: a page would show nothing
    found = standing(message) if message else Standing(state=State.NEW)
    stand = _own_stand(key, found.counted, policy)
    if source_language == locale and stand is not Stand.TRANSLATION:
        return Passage(key=key, text=key.msgid, lang=locale, stand=Stand.SOURCE_LANGUAGE)
    if message and stand:
        return _told(key, message, found, locale, stand, found.counted)
    pivot = _pivot_message(key, policy, shelf)
    if pivot:
        return _told(key, pivot, standing(pivot), policy.pivot, Stand.PIVOT, found.counted)
    return Passage(key=key, text=key.msgid, lang=source_language, stand=Stand.SOURCE, state=found.counted)


def _own_stand(key: MessageKey, state: State, policy: Policy) -> Stand | None:
    """As what the locale's own text may stand, if it may."""
    if policy.publishes(state):
        return Stand.TRANSLATION
    if not policy.publishes_drafts:
        return None
    if state is State.DRAFT:
        return None if key.msgctxt in CONSENT_ROLES else Stand.DRAFT
    # under the fallback `draft`, what a person wrote is not replaced by less because the gate asks for more
    return Stand.TRANSLATION if state.rank >= State.TRANSLATED.rank else None


def _pivot_message(key: MessageKey, policy: Policy, shelf: Shelf) -> Message | None:
    """The pivot's translation, if the fallback asks for it and it passes the bar that this locale sets itself."""
    if not policy.pivot or policy.fallback.value not in ("pivot", "draft"):
        return None
    message = shelf.pivot.by_key.get(key) if shelf.pivot else None
    is_good = message and message.text.strip() and policy.publishes(standing(message).counted)
    return message if is_good else None


def _told(key: MessageKey, message: Message, found: Standing, lang: str, stand: Stand, state: State) -> Passage:
    """A passage from a catalog, with what its record tells; a record whose seal is broken vouches for nothing."""
    record = found.record
    sealed = found.is_untouched
    return Passage(
        key=key,
        text=message.text,
        lang=lang,
        stand=stand,
        state=state,
        origin=str(found.origin or ""),
        by=str(record.by or "") if sealed else "",
        at=record.at if sealed else "",
        seal=record.seal if sealed else "",
    )
