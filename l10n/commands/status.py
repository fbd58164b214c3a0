"""`l10n status`: how far each locale is."""

from __future__ import annotations

from typing import Any

import typer

from l10n.commands import session
from l10n.commands.console import next_step, plural, put, put_json, say, styled, table
from l10n.commands.domains import translated_domains
from l10n.commands.options import JsonOption, LocalesArgument
from l10n.model.state import State
from l10n.steps.progress import NOTHING, Progress, progress
from l10n.workspace import Workspace

# the states worth a column each; stale and rejected texts wait for the same person
_COLUMNS: dict[str, tuple[State, ...]] = {
    "new": (State.NEW,),
    "draft": (State.DRAFT,),
    "to mend": (State.STALE, State.REJECTED),
    "translated": (State.TRANSLATED,),
    "reviewed": (State.REVIEWED, State.FINAL),
}


def status(
    ctx: typer.Context,
    locale: LocalesArgument = None,
    as_json: JsonOption = False,
) -> None:
    """Show how far each locale is, in words.

    One row for each catalog, counted in words of the source. "draft" is machine text that nobody vouches for,
    "to mend" is stale or rejected, "translated" was written by a person and not reviewed by a second one.

    Example: l10n status nb --json
    """
    workspace = session.workspace(ctx)
    found = {
        (tag, domain): _progress(workspace, tag, domain)
        for tag in workspace.settings.chosen(locale)
        for domain in translated_domains(workspace, tag)
    }
    if as_json:
        put_json("status/1", {"catalogs": [_row(tag, domain, counts) for (tag, domain), counts in found.items()]})
        return
    if not found:
        say("Nothing to translate yet.")
        next_step("l10n ingest FILE")
        return
    _print(found)


def _progress(workspace: Workspace, tag: str, domain: str) -> Progress | None:
    catalog = workspace.load_catalog(tag, domain)
    return None if catalog is None else progress(catalog)


def _row(tag: str, domain: str, counts: Progress | None) -> dict[str, Any]:
    row: dict[str, Any] = {"locale": tag, "domain": domain, "exists": counts is not None}
    if counts is not None:
        row |= {"messages": dict(counts.messages), "words": dict(counts.words), "total_words": counts.total_words}
    return row


def _print(found: dict[tuple[str, str], Progress | None]) -> None:
    rows = []
    for (tag, domain), counts in found.items():
        if counts is None:
            rows.append([tag, domain, *["–"] * (len(_COLUMNS) + 1), "no catalog yet"])
            continue
        cells = [sum(counts.words[state] for state in states) for states in _COLUMNS.values()]
        vouched = f"{counts.percent(State.TRANSLATED):.0f} % by people"
        rows.append([tag, domain, str(counts.total_words), *(str(cell) if cell else "·" for cell in cells), vouched])
    head = ["locale", "catalog", "words", *_COLUMNS, ""]
    first, *rest = table(head, rows, right=frozenset(range(2, 3 + len(_COLUMNS))))
    put(styled(first, "bold"))
    for line in rest:
        put(line)
    total = sum((counts for counts in found.values() if counts), start=NOTHING)
    missing = [tag for (tag, _), counts in found.items() if counts is None]
    _advise(total, missing)


def _advise(total: Progress, missing: list[str]) -> None:
    say()
    if missing:
        next_step("l10n sync", f"{plural(len(missing), 'catalog')} to be made")
    elif total.messages[State.NEW]:
        next_step("l10n draft", f"{plural(total.messages[State.NEW], 'message')} without a text")
    elif total.percent(State.REVIEWED) < 100:
        waiting = sum(total.messages[state] for state in State if state.rank < State.REVIEWED.rank)
        next_step("l10n review", f"{plural(waiting, 'message')} that no reviewer has vouched for")
    else:
        next_step("l10n build", "every word is reviewed")
