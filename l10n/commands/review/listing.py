"""What waits for a person, as a list with the ids to approve or reject it by."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from l10n.commands.comment import thread_lines, thread_row
from l10n.commands.console import next_step, one_line, plural, put, put_json, say, styled
from l10n.commands.domains import translated_domains, when_done
from l10n.commands.speech import _, translated
from l10n.commands.suggest import suggestion_row
from l10n.model.catalog import short_name
from l10n.model.comment import Comment, Thread
from l10n.model.conflict import conflicting_texts, signature_of_theirs
from l10n.model.message import Message
from l10n.model.state import CARRIED, CHANGED, Standing, State, seal, standing
from l10n.model.suggestion import suggestion_of
from l10n.segmentation.words import count_words
from l10n.steps.confidence import confidence_ranks
from l10n.steps.draft import notes_of
from l10n.steps.threads import threads
from l10n.workspace import Workspace

_UNSURE = 0.2
"""Below this rank among its model's drafts, a draft is pointed out."""

Waiting = tuple[str, str, Message, Standing]


def list_waiting(
    workspace: Workspace,
    tags: list[str],
    articles: list[str] | None,
    wanted: frozenset[State],
    *,
    limit: int,
    as_json: bool,
) -> None:
    """Print what waits in these locales, catalog by catalog; at most `limit` messages, all for 0."""
    waiting = [item for tag in tags for item in _waiting(workspace, tag, articles, wanted)]
    shown = waiting[:limit] if limit else waiting
    named = dict.fromkeys(item[0] for item in shown)
    ranks = {tag: confidence_ranks(workspace.records.load_ledger(tag)) for tag in named}
    said = {tag: workspace.records.load_comments(tag) for tag in named}
    if as_json:
        rows = [
            _row(*item)
            | {"confidence_rank": _rank(item[2], ranks[item[0]]), "comments": [*map(thread_row, _threads(item, said))]}
            for item in shown
        ]
        put_json("review/1", {"total": len(waiting), "messages": rows})
        return
    width = min(100, shutil.get_terminal_size().columns)
    for item in shown:
        _print(*item, rank=_rank(item[2], ranks[item[0]]), width=width)
        _print_open(_threads(item, said), width)
    _advise(workspace, waiting, len(shown))


def _waiting(workspace: Workspace, tag: str, names: list[str] | None, wanted: frozenset[State]) -> Iterator[Waiting]:
    for domain in translated_domains(workspace, tag, names):
        catalog = workspace.load_catalog(tag, domain)
        for message in catalog.live if catalog else ():
            found = standing(message)
            if found.state in wanted:
                yield tag, domain, message, found


def _rank(message: Message, ranks: dict[str, float]) -> float | None:
    """The share of its model's drafts that the machine was less sure of than of this draft or suggestion."""
    suggestion = suggestion_of(message)
    return ranks.get(seal(replace(message, msgstr=suggestion.texts) if suggestion else message))


def _threads(item: Waiting, said: dict[str, list[Comment]]) -> list[Thread]:
    tag, domain, message, *_rest = item
    return threads(message, domain, said[tag])


def _row(tag: str, domain: str, message: Message, found: Standing) -> dict[str, Any]:
    return {
        "id": seal(message),
        "locale": tag,
        "domain": domain,
        "context": message.msgctxt,
        "source": message.msgid,
        "translation": list(message.msgstr),
        "state": found.state,
        "origin": str(found.origin or ""),
        "by": str(found.record.by or ""),
        "at": found.record.at,
        "previous_source": message.previous.msgid if message.previous else None,
        "remarks": _remarks(found),
        "theirs": [list(texts) for texts in conflicting_texts(message)],
        "theirs_by": signature_of_theirs(message),
        "notes": notes_of(message),
        "suggestion": suggestion_row(suggestion_of(message)),
    }


def _print(tag: str, domain: str, message: Message, found: Standing, *, rank: float | None, width: int) -> None:
    origin = _(", from {origin}", origin=one_line(str(found.origin))) if found.origin else ""
    head = f"{seal(message)}  {tag}  {domain}  {one_line(message.msgctxt or '')}"
    put(f"{styled(head.rstrip(), 'bold')}  {translated(found.state)}{origin}")
    if message.previous and message.previous.msgid:
        _wrapped(_("was"), message.previous.msgid, width)
    _wrapped(_("source"), message.msgid, width)
    for text in message.msgstr:
        _wrapped(tag, text or _("(no text yet)"), width)
    for texts in conflicting_texts(message):
        for text in texts:
            _wrapped(_("theirs"), text or _("(no text)"), width)
    if theirs := signature_of_theirs(message):
        _wrapped("", _("signed {theirs}", theirs=theirs), width)
    for remark in _remarks(found):
        _wrapped(_("note"), remark, width)
    for note in notes_of(message):
        _wrapped(_("note"), note, width)
    if suggestion := suggestion_of(message):
        for text in suggestion.texts:
            _wrapped(_("draft"), text, width)
        for note in (_("suggested by {origin}", origin=suggestion.origin), *suggestion.notes):
            _wrapped(_("note"), note, width)
    if rank is not None and rank <= _UNSURE:
        _wrapped(_("note"), _("the machine was less sure of this than of four in five of its texts"), width)


def _print_open(found: list[Thread], width: int) -> None:
    """What was said of the message and is not settled; then a blank line before the next message."""
    for thread in found:
        if thread.is_open:
            for line in thread_lines(thread):
                _wrapped(_("said"), line, width)
    put()


def _remarks(found: Standing) -> list[str]:
    """What sync said of the text (what changed in its source), without the key."""
    return [line.partition(": ")[2] for line in found.record.extra if line.startswith((CHANGED, CARRIED))]


def _wrapped(label: str, text: str, width: int) -> None:
    lead = f"  {label:<7}"
    put(
        textwrap.fill(
            one_line(text), width, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False
        )
    )


def _advise(workspace: Workspace, waiting: list[Waiting], shown: int) -> None:
    if not waiting:
        say(_("Nothing waits: every text here is reviewed."))
        next_step(when_done(workspace))
        return
    words = sum(count_words(message.msgid) for _, _, message, _ in waiting)
    say(
        _(
            "{messages} of {words} wait for a reviewer.",
            messages=plural(len(waiting), "message"),
            words=plural(words, "word"),
        )
    )
    if shown < len(waiting):
        say(_("Shown are the first {shown}; --limit 0 shows all.", shown=shown))
    tag, domain, message, *_rest = waiting[0]
    name = short_name(domain)
    approval = f"l10n approve {tag} {name} --message {seal(message)}"
    if conflicting_texts(message):
        next_step(approval, _("keeps the first text; with --theirs, the other one"))
    else:
        next_step(approval, _("or open the .po file in your editor"))
