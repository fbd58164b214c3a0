"""`l10n suggest`: earlier translations that are like what is new."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import typer

from l10n.commands import session
from l10n.commands.console import next_step, one_line, plural, put, put_json, say
from l10n.commands.domains import needed_catalog, translated_domains
from l10n.commands.options import DomainsArgument, JsonOption, LocaleArgument
from l10n.model.locale import canonical
from l10n.model.memory_unit import Languages, fingerprint
from l10n.model.message import Message, MessageKey
from l10n.steps.match import LEAST, Match, match
from l10n.steps.suggest import Candidate
from l10n.steps.suggest import suggest as candidates_for
from l10n.workspace import Workspace
from l10n.workspace.memory import TranslationMemory


def suggest(
    ctx: typer.Context,
    locale: LocaleArgument,
    domain: DomainsArgument = None,
    as_json: JsonOption = False,
) -> None:
    """List earlier translations that are like what is new.

    The list is to be looked at: nothing is written, for a label that is nearly the same may mean the opposite.

    Example: l10n suggest nb tokyo-forum
    """
    workspace = session.workspace(ctx)
    workspace.settings.locale(locale)
    locale = canonical(locale)
    with session.memory(workspace) as outside:
        domains = translated_domains(workspace, locale, domain)
        found = {name: _candidates(workspace, outside, locale, name) for name in domains}
    if as_json:
        rows = [_row(name, key, its) for name, by_key in found.items() for key, its in by_key.items()]
        put_json("suggest/1", {"locale": locale, "messages": rows})
    else:
        for by_key in found.values():
            for key, candidates in by_key.items():
                _print(key, candidates)
    count = sum(len(by_key) for by_key in found.values())
    say(f"{plural(count, 'new message')} with candidates; nothing was written.")
    next_step(f"l10n review {locale}")


def _candidates(
    workspace: Workspace, outside: TranslationMemory, locale: str, domain: str
) -> dict[MessageKey, list[Candidate]]:
    """Candidates from all of the locale's catalogs that are translated from the same language, and from outside."""
    language = workspace.settings.source_language(domain)
    catalog = needed_catalog(workspace, locale, domain)
    memory = [(domain, catalog)]
    for other in translated_domains(workspace, locale):
        if other != domain and workspace.settings.source_language(other) == language:
            loaded = workspace.load_catalog(locale, other)
            memory += [(other, loaded)] if loaded else []
    languages, now = Languages(language, locale), session.now()
    before = {here.key: fingerprint(above.msgid) for above, here in pairwise(catalog.live)}

    def imported(message: Message) -> list[Match]:
        units = outside.alike(languages, message.msgid, least=LEAST, outside=True)
        return match(message.msgid, units, now=now, role=message.msgctxt, before=before.get(message.key, ""))

    return candidates_for(catalog, memory, imported)


def _row(domain: str, key: MessageKey, candidates: list[Candidate]) -> dict[str, Any]:
    return {
        "domain": domain,
        "context": key.msgctxt,
        "msgid": key.msgid,
        "candidates": [
            {
                "score": round(one.score, 3),
                "text": one.text,
                "msgid": one.msgid,
                "domain": one.domain,
                "state": one.state,
                "difference": one.difference,
            }
            for one in candidates
        ],
    }


def _print(key: MessageKey, candidates: list[Candidate]) -> None:
    put(f"{one_line(key.msgctxt or 'message')}: {one_line(key.msgid)}")
    for one in candidates:
        put(f"  {one.score:.0%}  {one_line(one.text)}")
        put(f"       from {one.domain} ({one.state}); {one_line(one.difference) or 'the same text in another role'}")
