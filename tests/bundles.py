"""An article with everything a page can hold, and catalogs for it in any state."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from l10n.formats.readers.markdown import article as markdown
from l10n.formats.writers.theme import chrome_keys
from l10n.model.bundle import Bundle
from l10n.model.catalog import CHROME, Catalog, article_domain
from l10n.model.chrome import KNOWN_BADGES
from l10n.model.evidence import Evidence
from l10n.model.header import catalog_header
from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message, MessageKey
from l10n.model.provenance import Actor, Origin
from l10n.model.publishing import Policy
from l10n.model.state import State, judged
from l10n.segmentation.article import split
from l10n.steps.build import Shelf, build, stand_around
from l10n.steps.carry import made_stale
from l10n.workspace import Workspace

ARTICLE = """\
---
title: Ferries return to Bergen
lang: en
lead: The *first* ferries left Bergen on Monday.
badges:
  - ai-report
images:
  - alt: A red ferry in the morning fog.
    caption: The ferry Kong Harald.
    machine_made: true
cards:
  - headline: Storm warning lifted
    summary: Sailors may leave the harbour again.
    alt: A lighthouse.
    url: https://example.org/storm
    badges:
      - ai-image
  - summary: Fish prices fell on Tuesday.
---

Two ferries left at noon, says [the harbour office](https://example.org/harbour).

## What happens next

- Tickets are sold again.
- Lorries must wait.

> We are relieved, said the mayor.

| Route | Hours |
| ----- | ----- |
| Stavanger | 5 |
"""
SLUG = "ferries"
DOMAIN = article_domain(SLUG)
Choose = Callable[[MessageKey], State]
WHO = Actor(name="Kari Nordmann", email="kari@example.org")
MACHINE = Origin(engine="apertium", model="nob-nno", version="1.5.0")

WORDS = dict.fromkeys((*chrome_keys(), *(badge.key for badge in KNOWN_BADGES)), "nb")

article = markdown.parse(ARTICLE, slug=SLUG)


def message(key: MessageKey, state: State, text: str) -> Message:
    """A message that stands in a state, as l10n itself would have written it."""
    if state is State.NEW:
        return Message(msgctxt=key.msgctxt, msgid=key.msgid)
    origin = MACHINE if state is State.DRAFT else None
    by = None if state is State.DRAFT else WHO
    plain = Message(msgctxt=key.msgctxt, msgid=key.msgid, msgstr=(text,))
    return judged(plain, state, by=by, at="2026-01-05T10:11Z", origin=origin)


def catalog(keys: Iterable[MessageKey], state: State | Choose, locale: str, mark: str = "") -> Catalog:
    """Every text as `xx: text`, or with another mark in front, each in the state that is chosen for it."""
    choose = state if callable(state) else lambda _: state
    messages = [message(key, choose(key), f"{mark or locale}: {key.msgid}") for key in dict.fromkeys(keys)]
    return Catalog(header=catalog_header("test", "en", locale), messages=tuple(messages))


def stale(key: MessageKey, text: str, approved: State) -> tuple[Message, LedgerEntry]:
    """A text whose source has changed since it was approved, as sync leaves it, and the verdict in the ledger."""
    before = message(MessageKey(key.msgctxt, f"{key.msgid} Before."), approved, text)
    verdict = LedgerEntry.of_verdict(before, approved, domain=DOMAIN, by=WHO, at="2026-01-05T10:11Z", origin=None)
    return made_stale(before, Message(msgctxt=key.msgctxt, msgid=key.msgid), 2), verdict


def article_keys() -> list[MessageKey]:
    return [unit.key for unit in split(article)]


def bundle(
    locale: str,
    policy: Policy | None = None,
    *,
    texts: Catalog | None = None,
    pivot: Catalog | None = None,
    chrome: Catalog | None = None,
    source: object = None,
    ledger: Iterable[LedgerEntry] = (),
) -> Bundle:
    """The article (or another) as it stands in a locale with these catalogs."""
    return build(
        source or article,  # type: ignore[arg-type]
        locale=locale,
        policy=policy or Policy(),
        texts=Shelf(own=texts, pivot=pivot, domain=DOMAIN, evidence=Evidence.of(ledger)),
        around=stand_around(WORDS, locale=locale, policy=policy or Policy(), chrome=Shelf(own=chrome)),
        badges={badge.id: badge for badge in KNOWN_BADGES},
    )


def fill(root: Path, locale: str, state: State | Choose, *, chrome: State | Choose | None = None) -> None:
    """Write the article and a locale's catalogs into a project."""
    (root / "articles" / f"{SLUG}.md").write_text(ARTICLE, encoding="utf-8")
    workspace = Workspace(root)
    if locale != "en":
        workspace.save_catalog(locale, article_domain(SLUG), catalog(article_keys(), state, locale))
    if locale != "nb":
        workspace.save_catalog(locale, CHROME, catalog(chrome_keys(), chrome or state, locale))
