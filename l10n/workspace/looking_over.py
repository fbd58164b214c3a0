"""Very many catalogs and templates, looked over for the index in one go: each file is read once, and no message made.

What is out of the ordinary or wrong is left alone: who asks the index finds that it does not know, and reads the file.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from l10n.errors import L10nError
from l10n.formats.po.render import render, render_new
from l10n.formats.po.states import states
from l10n.model.catalog import ARTICLES
from l10n.model.header import template_header
from l10n.segmentation.words import count_words
from l10n.steps.extract import noted
from l10n.steps.progress import tally
from l10n.workspace import files
from l10n.workspace.forked import may_fork, share_out
from l10n.workspace.index import Index, Learnt

_PAYS = 200
"""Domains from which on a second process repays its start."""


class Unknown(NamedTuple):
    """A domain of which something is to be found out: also, always, whether its template is as its sources are."""

    domain: str
    locales: Sequence[str]
    """Whose catalogs are to be counted."""


def look_over(index: Index, unknown: Sequence[Unknown]) -> None:
    """Teach the index what a quick look can tell, in all processors where there is much to look at."""
    jobs = len(os.sched_getaffinity(0)) if len(unknown) >= _PAYS and may_fork() else 1

    def share(number: int) -> bytes:
        for one in unknown[number::jobs]:
            with contextlib.suppress(L10nError):
                _look(index, one)
        return msgspec.msgpack.encode(index.learnt()) if number else b""

    for answer in share_out(jobs, share)[1:]:
        index.learn(msgspec.msgpack.decode(answer, type=Learnt))


def _look(index: Index, unknown: Unknown) -> None:
    domain = unknown.domain
    if not index.workspace.has_template(domain):
        return
    path = index.wanted("", domain)
    template = index.look(path)
    words: dict[bytes, int] | None = None
    for locale in unknown.locales:
        its_path = index.catalog(locale, domain)
        catalog = index.look(its_path)
        if index.counts(locale, domain):
            continue
        template = template or index.read(path)
        words = words or _words(template)
        found = states(catalog or index.read(its_path) or b"")
        if words is not None and found is not None:
            index.add_looked_at(locale, domain, tally(words, found))
    if domain.startswith(ARTICLES):
        _compare(index, domain, template)


def _words(template: bytes | None) -> dict[bytes, int] | None:
    """The words of each message of a template."""
    found = states(template or b"")
    return None if found is None else {key: count_words(key.rpartition(b"\x04")[2].decode()) for key in found}


def _compare(index: Index, domain: str, template: bytes | None) -> None:
    """An article without badges of its own beside its template."""
    slug = domain.removeprefix(ARTICLES)
    path = f"articles/{slug}.md"
    text = index.look(path)
    if index.messages(domain) is not None:
        return
    text, template = text or index.read(path), template or index.read(index.wanted("", domain))
    if not text or not template:
        return
    article = index.workspace.read_article(files.decode_utf8(text, path), slug)
    if article.badges or any(card.badges for card in article.cards):
        return  # they must stand among what was captured
    messages = noted(article)
    entries = [render_new(*key, notes) for key, notes in messages.items()]
    if "\n".join([render(template_header(domain, article.lang)), *entries]).encode() == template:
        index.add_agreeing(domain, len(messages))
