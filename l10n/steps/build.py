"""Build: what stands in the place of each text of an article, in one locale, under its policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from l10n.model.article import Article
from l10n.model.bundle import Bundle, Passage, Stand
from l10n.model.catalog import Catalog
from l10n.model.chrome import ChromeString
from l10n.model.evidence import Evidence, Judged, Source
from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message, MessageKey
from l10n.model.publishing import Fallback, Policy
from l10n.model.state import Standing, State, seal, standing
from l10n.segmentation.article import TITLE, join, split
from l10n.segmentation.omission import without
from l10n.steps.effort import effort


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The catalogs of one domain that a locale may draw on; None where there is none."""

    own: Catalog | None = None
    pivot: Catalog | None = None
    domain: str = ""
    evidence: Evidence = field(default_factory=Evidence)
    """What the locale's ledger knows."""
    pivot_evidence: Evidence = field(default_factory=Evidence)


def build(
    article: Article,
    *,
    locale: str,
    policy: Policy,
    texts: Shelf,
    around: Mapping[MessageKey, Passage],
    badges: Mapping[str, ChromeString],
) -> Bundle:
    """The article in `locale`, every text in it publishable or replaced by what the policy's fallback says.

    `around` are the words that a page may put around it, as `stand_around` has them. No text is ever empty, no
    rejected text stands, and a stale one only as approved for the source as it was; a draft stands only where the
    policy publishes drafts, and never where consent is given. The title and the words around an article are never
    left out: under the fallback `omit`, their source stands, and the gate says what that means.
    """
    found = {unit.key: _passage(unit.key, locale, policy, texts, article.lang) for unit in split(article)}
    left = without(article, lambda key: key.msgctxt != TITLE and _is_left_out(found[key], policy))
    passages = {unit.key: found[unit.key] for unit in split(left)}
    return Bundle(
        source=left,
        article=join(left, lambda role, text: passages[MessageKey(role, text)].text, lang=locale),
        locale=locale,
        passages=passages,
        chrome=around,
        badges=badges,
        omitted=tuple(_omitted(passage) for key, passage in found.items() if key not in passages),
    )


def stand_around(
    words: Mapping[MessageKey, str], *, locale: str, policy: Policy, chrome: Shelf
) -> dict[MessageKey, Passage]:
    """What stands for the words of the chrome, each given with the language it is written in; once for all articles."""
    return {key: _passage(key, locale, policy, chrome, lang) for key, lang in words.items()}


def _is_left_out(passage: Passage, policy: Policy) -> bool:
    return passage.fell_back and policy.fallback_of(passage.key.msgctxt) is Fallback.OMIT


def _omitted(passage: Passage) -> Passage:
    """What is known of a passage that is left out, or that cannot stand without one that is."""
    return Passage(key=passage.key, text="", lang=passage.lang, stand=Stand.OMITTED, state=passage.state)


def _passage(key: MessageKey, locale: str, policy: Policy, shelf: Shelf, source_language: str) -> Passage:
    """What stands for one message: its own translation, or the first thing the fallback allows that exists."""
    message = shelf.own.by_key.get(key) if shelf.own else None
    if message and not message.text.strip():
        message = None  # blanks are no translation: a page would show nothing
    found = standing(message) if message else Standing(state=State.NEW)
    state = found.counted
    stand = _own_stand(key.msgctxt, state, policy)
    if source_language == locale and stand is not Stand.TRANSLATION:
        return Passage(key=key, text=key.msgid, lang=locale, stand=Stand.SOURCE_LANGUAGE)
    if message and stand:
        told = _told(key, message, found, policy, shelf.domain, shelf.evidence)
        return replace(told, lang=locale, stand=stand, state=state)
    fallback = policy.fallback_of(key.msgctxt)
    if message and fallback is Fallback.LAST_APPROVED and (approved := _approved(message, policy, shelf)):
        return _older(key, message, approved, locale, policy)
    if fallback in (Fallback.PIVOT, Fallback.DRAFT) and (pivot := _pivot_message(key, policy, shelf)):
        told = _told(key, pivot, standing(pivot), policy, shelf.domain, shelf.pivot_evidence)
        return replace(told, lang=policy.pivot, stand=Stand.PIVOT, state=state)
    return Passage(key=key, text=key.msgid, lang=source_language, stand=Stand.SOURCE, state=state)


def _own_stand(role: str | None, state: State, policy: Policy) -> Stand | None:
    """As what the locale's own text may stand, if it may."""
    if policy.publishes(state):
        return Stand.TRANSLATION
    if state is State.DRAFT:
        return Stand.DRAFT if policy.publishes_drafts(role) else None
    return Stand.TRANSLATION if policy.prefers_own(role) and state.rank >= State.TRANSLATED.rank else None


def _approved(message: Message, policy: Policy, shelf: Shelf) -> LedgerEntry | None:
    """The verdict on a stale text for its earlier source, if it is one that the gate would have published."""
    previous = message.previous
    if standing(message).state is not State.STALE or previous is None or not previous.msgid:
        return None
    before = replace(message, msgctxt=previous.msgctxt or message.msgctxt, msgid=previous.msgid)
    verdict = shelf.evidence.verdicts.get(Judged(shelf.domain, seal(before)))
    return verdict if verdict and verdict.by and policy.publishes(verdict.state) else None


def _older(key: MessageKey, message: Message, approved: LedgerEntry, locale: str, policy: Policy) -> Passage:
    found = standing(message)
    return Passage(
        key=key,
        text=message.text,
        lang=locale,
        stand=Stand.LAST_APPROVED,
        state=State.STALE,
        origin=str(found.origin or ""),
        by=approved.by,
        at=approved.at,
        seal=approved.seal,
        is_labelled=policy.labels(found.origin, approved.state),
        made_from=approved.msgid,
    )


def _pivot_message(key: MessageKey, policy: Policy, shelf: Shelf) -> Message | None:
    """The pivot's translation, if it passes the bar that this locale sets itself."""
    message = shelf.pivot.by_key.get(key) if shelf.pivot and policy.pivot else None
    is_good = message and message.text.strip() and policy.publishes(standing(message).counted)
    return message if is_good else None


def _told(
    key: MessageKey, message: Message, found: Standing, policy: Policy, domain: str, evidence: Evidence
) -> Passage:
    """A passage from a catalog, with what its record tells; a record whose seal is broken vouches for nothing."""
    record = found.record
    sealed = found.is_untouched
    draft = evidence.drafts.get(Source(domain, key))
    return Passage(
        key=key,
        text=message.text,
        lang="",
        stand=Stand.TRANSLATION,
        origin=str(found.origin or ""),
        by=str(record.by or "") if sealed else "",
        at=record.at if sealed else "",
        seal=record.seal if sealed else "",
        is_labelled=found.counted is State.DRAFT or policy.labels(found.origin, found.counted),
        raw=draft.text if draft else "",
        edits=effort(draft.text, message.text).edits if draft else None,
    )
