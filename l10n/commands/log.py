"""`l10n log`: the story of a message, from the ledger."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from l10n.commands import console, session
from l10n.commands.domains import translated_domains
from l10n.errors import UsageError
from l10n.model.message import Message, MessageKey
from l10n.model.state import seal
from l10n.steps.select import find_message
from l10n.steps.story import Event, Story, story
from l10n.workspace import Workspace

_Told = tuple[str, str, Story]


def log(
    ctx: typer.Context,
    message: Annotated[str, typer.Argument(metavar="MESSAGE", help="Its id, its role, its text, or a part of it.")],
    locale: Annotated[
        list[str] | None, typer.Option("--locale", "-l", help="Only this locale; may be given again.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write the story as JSON.")] = False,
) -> None:
    """Tell the story of a message: who drafted, translated, rejected and reviewed it, and when.

    The id may be that of a text the message had before. Everything comes from the ledgers, catalogs/*/reviews.jsonl.

    Example: l10n log "Related articles" -l nb
    """
    workspace = session.workspace(ctx)
    told = [found for tag in workspace.settings.chosen(locale) for found in _stories(workspace, tag, message)]
    if not told:
        raise UsageError(f"No message is called {message!r}.", hint="l10n review lists messages with their ids.")
    keys = {(domain, found.message.key) for _, domain, found in told}
    if len(keys) > 1:
        listed = "\n  ".join(
            sorted(f"{seal(s.message)}  {tag} {domain}: {s.message.msgid[:50]}" for tag, domain, s in told)
        )
        raise UsageError(f"{message!r} fits {len(keys)} messages; name one by its id:", hint=listed)
    if as_json:
        console.put_json("log/1", {"messages": [_as_json(*found) for found in told]})
        return
    for found in told:
        _print(*found)


def _stories(workspace: Workspace, tag: str, wanted: str) -> list[_Told]:
    """The story of each message of a locale that `wanted` names: at most one a catalog."""
    ledger = workspace.load_ledger(tag)
    was_sealed = {(entry.domain, MessageKey(entry.context, entry.msgid)) for entry in ledger if entry.seal == wanted}
    told = []
    for domain in translated_domains(workspace, tag):
        catalog = workspace.load_catalog(tag, domain)
        if catalog is None:
            continue
        found = next((m for m in catalog.live if (domain, m.key) in was_sealed), None)
        try:
            found = found or find_message(catalog, wanted)
        except UsageError as error:
            if error.message.startswith("No message"):
                continue
            raise
        told.append((tag, domain, story(found, domain, ledger)))
    return told


def _print(tag: str, domain: str, told: Story) -> None:
    console.put(console.styled(f"{tag} {domain}", "bold"))
    console.put(f"  {_shortened(told.message.msgid)}")
    text = ""
    for event in told.events:
        entry = event.entry
        about = " (of the source as it was before)" if event.is_earlier_source else ""
        why = f": {entry.why}" if entry.why else ""
        console.put(f"  {entry.at:17}  {entry.state:10}  {entry.by or entry.origin}{about}{why}")
        if entry.text and entry.text != text:
            text = entry.text
            console.put(f"  {'':17}  {'':10}  {_shortened(text)}")
    if told.is_unsigned:
        console.put(f"  {'since then':17}  {'edited':10}  by someone who signed nothing")
        console.put(f"  {'':17}  {'':10}  {_shortened(told.message.text)}")
    console.put(f"  {'now':17}  {told.now.state}")


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 100 else line[:99] + "…"


def _as_json(tag: str, domain: str, told: Story) -> dict[str, Any]:
    message: Message = told.message
    return {
        "locale": tag,
        "domain": domain,
        "context": message.msgctxt,
        "msgid": message.msgid,
        "text": list(message.msgstr),
        "seal": seal(message),
        "state": told.now.state,
        "is_unsigned": told.is_unsigned,
        "events": [_event_as_json(event) for event in told.events],
    }


def _event_as_json(event: Event) -> dict[str, Any]:
    entry = event.entry
    return {
        "at": entry.at,
        "state": entry.state,
        "by": entry.by,
        "origin": entry.origin,
        "why": entry.why,
        "seal": entry.seal,
        "text": entry.text,
        "is_current_text": event.is_current_text,
        "is_earlier_source": event.is_earlier_source,
    }
