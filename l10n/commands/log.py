"""`l10n log`: the story of a message, from the ledger and from git."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import typer

from l10n.commands import console, session
from l10n.commands.comment import thread_row
from l10n.commands.domains import translated_domains
from l10n.commands.options import JsonOption, LocalesOption
from l10n.errors import UsageError
from l10n.model.comment import Thread
from l10n.model.message import MessageKey
from l10n.model.state import seal
from l10n.steps.edits import Edit, edits
from l10n.steps.select import find_message
from l10n.steps.story import Event, Story, story
from l10n.steps.threads import threads
from l10n.workspace import Workspace
from l10n.workspace.revisions import history_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """The story of a message in one locale."""

    locale: str
    domain: str
    story: Story
    threads: list[Thread]
    edits: list[Edit]


def log(
    ctx: typer.Context,
    message: Annotated[str, typer.Argument(metavar="MESSAGE", help="Its id, its role, its text, or a part of it.")],
    locale: LocalesOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell the story of a message: who drafted, translated, rejected, reviewed and discussed it, and when.

    Verdicts and comments come from catalogs/*/reviews.jsonl and comments.jsonl, and edits from git, where the
    project is in git. The id may be that of a text the message had before.

    Example: l10n log "Related articles" -l nb
    """
    workspace = session.workspace(ctx)
    told = [found for tag in workspace.settings.chosen(locale) for found in _stories(workspace, tag, message)]
    if not told:
        raise UsageError(
            "no-such-message",
            "No message is called {message!r}.",
            message=message,
            hint="l10n review --list shows messages with their ids.",
        )
    if len({(one.domain, one.story.message.key) for one in told}) > 1:
        names = [
            f"{seal(m)}  {one.locale} {one.domain}: {console.one_line(m.msgid, 50)}"
            for one in told
            for m in [one.story.message]
        ]
        raise UsageError(
            "several-messages",
            "{message!r} fits several messages; name one by its id:",
            message=message,
            advice="\n  ".join(sorted(names)),
            hint="{advice}",
        )
    if as_json:
        console.put_json("log/1", {"messages": [_as_json(one) for one in told]})
        return
    for one in told:
        _print(one)


def _stories(workspace: Workspace, tag: str, wanted: str) -> list[_Told]:
    """The story of each message of a locale that `wanted` names: at most one a catalog."""
    ledger, said = workspace.records.load_ledger(tag), workspace.records.load_comments(tag)
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
        revisions = history_of(workspace.root, workspace.catalog_path(tag, domain))
        told.append(
            _Told(
                locale=tag,
                domain=domain,
                story=story(found, domain, ledger),
                threads=threads(found, domain, said),
                edits=edits(found.key, revisions),
            )
        )
    return told


def _print(told: _Told) -> None:
    message = told.story.message
    console.put(console.styled(f"{told.locale} {told.domain}", "bold"))
    console.put(f"  {_shortened(message.msgid)}")
    said = [row for thread in told.threads for row in _said(thread)]
    rows = [*map(_verdict, told.story.events), *_record(told.story), *said, *map(_edit, told.edits)]
    rows.sort(key=lambda row: row[0])
    if told.story.is_unsigned:
        rows.append(("since", "edited", "nobody has signed this text", message.text))
    shown = ""
    for at, what, who, text in rows:
        console.put(f"  {at:17}  {what:10}  {who}")
        if text and text != shown:
            shown = text
            console.put(f"  {'':17}  {'':10}  {_shortened(text)}")
    console.put(f"  {'now':17}  {told.story.now.state}")


_Row = tuple[str, str, str, str]
"""When, what, who (and why), and the text."""


def _verdict(event: Event) -> _Row:
    entry = event.entry
    about = " (of the source as it was before)" if event.is_earlier_source else ""
    why = f": {entry.why}" if entry.why else ""
    kept = f" ({event.effort.kept:.0%} of the machine's words kept)" if event.effort else ""
    if entry.taken_back:
        return entry.at, "taken back", console.one_line(f"{entry.by}: {entry.state}{about}"), ""
    return entry.at, entry.state, console.one_line(f"{entry.by or entry.origin}{about}{kept}{why}"), entry.text


def _said(thread: Thread) -> list[_Row]:
    """A comment with the words it quotes, and its answers."""
    first = thread.first
    gone = " (no longer there)" if thread.is_detached else ""
    about = f" on “{first.quote}”{gone}" if first.quote else ""
    rows = [(first.at, "comment", console.one_line(f"{first.id} {first.by}{about}: {first.text}"), "")]
    for one in thread.answers:
        what = "settled" if one.resolves else "answer"
        rows.append((one.at, what, console.one_line(f"{one.by}: {one.text}".removesuffix(": ")), ""))
    return rows


def _record(told: Story) -> list[_Row]:
    """What the catalog says and the ledger does not."""
    record = told.now.record
    if not told.is_signed_in_catalog_only or record.state is None:
        return []
    who = console.one_line(f"{record.by or record.origin or 'nobody'} (signed in the catalog, not in the ledger)")
    return [(record.at, record.state, who, told.message.text)]


def _edit(edit: Edit) -> _Row:
    revision, message = edit.revision, edit.message
    who = console.one_line(f"{revision.commit} {revision.by}: {revision.subject}")
    return revision.at, "committed" if message else "removed", who, message.text if message else ""


def _shortened(text: str) -> str:
    return console.one_line(" ".join(text.split()), 100)


def _as_json(told: _Told) -> dict[str, Any]:
    message = told.story.message
    return {
        "locale": told.locale,
        "domain": told.domain,
        "context": message.msgctxt,
        "msgid": message.msgid,
        "text": list(message.msgstr),
        "seal": seal(message),
        "state": told.story.now.state,
        "is_unsigned": told.story.is_unsigned,
        "comments": [thread_row(thread) for thread in told.threads],
        "events": [_event_as_json(event) for event in told.story.events],
        "commits": [_edit_as_json(edit) for edit in told.edits],
    }


def _edit_as_json(edit: Edit) -> dict[str, Any]:
    revision, message = edit.revision, edit.message
    return {
        "commit": revision.commit,
        "at": revision.at,
        "by": revision.by,
        "subject": revision.subject,
        "text": list(message.msgstr) if message else None,
        "fuzzy": message.is_fuzzy if message else None,
    }


def _event_as_json(event: Event) -> dict[str, Any]:
    entry = event.entry
    return {
        "at": entry.at,
        "state": entry.state,
        "by": entry.by,
        "origin": entry.origin,
        "why": entry.why,
        "taken_back": entry.taken_back,
        "seal": entry.seal,
        "text": entry.text,
        "is_current_text": event.is_current_text,
        "is_earlier_source": event.is_earlier_source,
        "confidence": entry.confidence,
        "effort": {"kept": round(event.effort.kept, 3), "edits": event.effort.edits} if event.effort else None,
    }
