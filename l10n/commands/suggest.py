"""`l10n suggest`: earlier translations that are like what is new, and what machines suggest for what is stale."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import typer

from l10n.commands import session
from l10n.commands.console import next_step, one_line, plural, put, put_json, say
from l10n.commands.domains import needed_catalog, translated_domains
from l10n.commands.options import DomainsArgument, JsonOption, LocaleArgument
from l10n.commands.speech import _
from l10n.model.locale import canonical
from l10n.model.memory_unit import Languages, fingerprint
from l10n.model.message import Message, MessageKey
from l10n.model.state import seal
from l10n.model.suggestion import Suggestion, suggestion_of
from l10n.steps.match import LEAST, Match, match
from l10n.steps.suggest import Candidate
from l10n.steps.suggest import suggest as candidates_for
from l10n.workspace import Workspace

if TYPE_CHECKING:
    from l10n.workspace.memory import TranslationMemory


def suggest(
    ctx: typer.Context,
    locale: LocaleArgument,
    domain: DomainsArgument = None,
    as_json: JsonOption = False,
) -> None:
    """List earlier translations that are like what is new.

    The list is to be looked at: nothing is written, for a label that is nearly the same may mean the opposite. What
    `l10n draft` suggested for stale texts is listed too; take one with l10n approve --take-suggestion.

    Example: l10n suggest nb tokyo-forum
    """
    workspace = session.workspace(ctx)
    workspace.settings.locale(locale)
    locale = canonical(locale)
    names = translated_domains(workspace, locale, domain)
    with session.memory(workspace) as outside:
        found = {name: _candidates(workspace, outside, locale, name) for name in names}
    beside = [
        (name, message, suggestion)
        for name in names
        for message in needed_catalog(workspace, locale, name).live
        if (suggestion := suggestion_of(message))
    ]
    if as_json:
        rows = [_row(name, key, its) for name, by_key in found.items() for key, its in by_key.items()]
        stale = [
            {"domain": name, "id": seal(m), "context": m.msgctxt, "msgid": m.msgid, "text": list(m.msgstr)}
            | {"suggestion": suggestion_row(suggestion)}
            for name, m, suggestion in beside
        ]
        put_json("suggest/1", {"locale": locale, "messages": rows, "stale": stale})
    else:
        for by_key in found.values():
            for key, candidates in by_key.items():
                _print(key, candidates)
        for _domain, message, suggestion in beside:
            _print_beside(message, suggestion)
    count = sum(len(by_key) for by_key in found.values())
    say(_("{messages} with candidates; nothing was written.", messages=plural(count, "new message")))
    if beside:
        name, message, *_rest = beside[0]
        say(_("{messages} with a machine's suggestion.", messages=plural(len(beside), "stale message")))
        next_step(f"l10n approve {locale} {name.rpartition('/')[2]} --take-suggestion --message {seal(message)}")
        return
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
        put(
            _(
                "       from {domain} ({state}); {difference}",
                domain=one.domain,
                state=one.state,
                difference=one_line(one.difference) or "the same text in another role",
            )
        )


def suggestion_row(suggestion: Suggestion | None) -> dict[str, Any] | None:
    """A machine's suggestion, for `--json`."""
    if suggestion is None:
        return None
    return {"text": list(suggestion.texts), "origin": str(suggestion.origin), "notes": list(suggestion.notes)}


def _print_beside(message: Message, suggestion: Suggestion) -> None:
    put(f"{one_line(message.msgctxt or 'message')}: {one_line(message.msgid)}")
    for old, new in zip(message.msgstr, suggestion.texts, strict=True):
        put(_("  stale  {old}", old=one_line(old)))
        put(_("  new    {new}", new=one_line(new)))
    put(f"         {one_line('; '.join((f'suggested by {suggestion.origin}', *suggestion.notes)))}")
