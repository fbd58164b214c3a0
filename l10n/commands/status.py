"""`l10n status`: how far each locale is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import typer

from l10n.commands import session
from l10n.commands.console import next_step, nothing_yet, plural, put, put_json, put_lines, say, styled, table
from l10n.commands.domains import translated_domains, when_done
from l10n.commands.options import JsonOption, LocalesArgument
from l10n.commands.speech import _, marked, translated
from l10n.commands.templates import behind
from l10n.model.collector import collector_at_rest
from l10n.model.state import State
from l10n.steps.progress import Progress, added_up, progress
from l10n.workspace import Workspace
from l10n.workspace.index import Index

# the states worth a column each; stale and rejected texts wait for the same person
_HEAD = (marked("locale"), marked("catalog"), marked("words"))
_COLUMNS: dict[str, tuple[State, ...]] = {
    marked("new"): (State.NEW,),
    marked("draft"): (State.DRAFT,),
    marked("to mend"): (State.STALE, State.REJECTED),
    marked("translated"): (State.TRANSLATED,),
    marked("reviewed"): (State.REVIEWED, State.FINAL),
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
    wanted = [
        (tag, domain) for tag in workspace.settings.chosen(locale) for domain in translated_domains(workspace, tag)
    ]
    named = {domain for _, domain in wanted}
    own = [domain for domain in workspace.own_domains() if domain in named]
    index = Index(workspace)
    with collector_at_rest():  # thousands of counts, none of which is to be let go
        unsure = [domain for domain in own if index.messages_by_stamp(domain) is None]
        rows = _rows(index, wanted, unsure)
    outdated = list(behind(index, unsure))
    index.save()
    if as_json:
        put_json("status/1", {"catalogs": [_json(row) for row in rows], "outdated_templates": outdated})
        return
    if not rows:
        nothing_yet()
        return
    _print(rows)
    say()
    _advise(workspace, rows, outdated)


@dataclass(frozen=True, slots=True)
class _Row:
    """One catalog of one locale; no counts where there is no template to count."""

    locale: str
    domain: str
    counts: Progress | None
    has_catalog: bool


def _rows(index: Index, wanted: list[tuple[str, str]], unsure: list[str]) -> list[_Row]:
    """What is known is not counted again; of the rest most is learnt by looking it over, and what is left is read.

    Domains that are `unsure` have a template that may be behind: they are looked over, too.
    """
    counts = {place: index.counts_by_stamp(*place) for place in wanted}
    unknown = _by_domain(counts)
    if unknown or unsure:
        from l10n.workspace.looking_over import Unknown, look_over  # it brings the readers along

        look_over(index, [Unknown(domain, unknown.get(domain, ())) for domain in dict.fromkeys([*unknown, *unsure])])
        counts |= {place: index.counts(*place) for place, found in counts.items() if found is None}
        for domain, locales in _by_domain(counts).items():
            counts |= {(locale, domain): found for locale, found in _counted(index, domain, locales)}
    return [_Row(*place, counts=counts[place], has_catalog=index.has_catalog(*place)) for place in wanted]


def _by_domain(counts: Mapping[tuple[str, str], Progress | None]) -> dict[str, list[str]]:
    """The locales of which nothing is known, by domain."""
    unknown: dict[str, list[str]] = defaultdict(list)
    for (locale, domain), found in counts.items():
        if found is None:
            unknown[domain].append(locale)
    return unknown


def _counted(index: Index, domain: str, locales: list[str]) -> Iterator[tuple[str, Progress | None]]:
    """The catalogs of one domain; no counts where nothing says what there is to translate."""
    workspace, store = index.workspace, index.workspace.catalog_files
    template = workspace.load_template(domain)
    for locale in locales:
        catalog = workspace.load_catalog(locale, domain)
        asked = template if workspace.has_template(domain) else catalog
        counts = None if asked is None else progress(asked, catalog)
        if counts is not None:
            index.add_counts(locale, domain, counts)
        store.forget(workspace.catalog_path(locale, domain))
        yield locale, counts
    if template is not None:
        store.forget(workspace.template_path(domain))


def _json(row: _Row) -> dict[str, Any]:
    found: dict[str, Any] = {"locale": row.locale, "domain": row.domain, "exists": row.has_catalog}
    counts = row.counts
    if counts is not None:
        found |= {"messages": dict(counts.messages), "words": dict(counts.words), "total_words": counts.total_words}
    return found


def _print(rows: list[_Row]) -> None:
    lines = []
    for row in rows:
        if row.counts is None or not row.has_catalog:
            lines.append([row.locale, row.domain, *["–"] * (len(_COLUMNS) + 1)])
            continue
        cells = [sum(row.counts.words[state] for state in states) for states in _COLUMNS.values()]
        words = str(row.counts.total_words)
        lines.append([row.locale, row.domain, words, *(str(cell) if cell else "·" for cell in cells)])
    head = [translated(word) for word in (*_HEAD, *_COLUMNS)]
    first, *rest = table(head, lines, right=frozenset(range(2, len(head))))
    put(styled(first, "bold"))
    put_lines(rest)


def _advise(workspace: Workspace, rows: list[_Row], outdated: list[str]) -> None:
    """What the figures mean, and the one command to go on with."""
    total = added_up(row.counts for row in rows if row.counts)
    missing = [row for row in rows if not row.has_catalog and workspace.has_template(row.domain)]
    if outdated:
        for domain in outdated:
            say(_("{path} is behind its source.", path=workspace.shown(workspace.template_path(domain))))
        next_step("l10n extract && l10n sync")
        return
    if missing:
        next_step("l10n sync", _("{catalogs} to be made", catalogs=plural(len(missing), "catalog")))
        return
    by_people, by_reviewers = _share(total, State.TRANSLATED), _share(total, State.REVIEWED)
    say(
        _(
            "People vouch for {by_people} of the words, reviewers for {by_reviewers}.",
            by_people=by_people,
            by_reviewers=by_reviewers,
        )
    )
    waiting = sum(total.messages[state] for state in State if state.rank < State.REVIEWED.rank)
    new = [row for row in rows if row.counts and row.counts.messages[State.NEW]]
    drafted = [row for row in new if workspace.settings.locale(row.locale).engines(row.domain)]
    if drafted:
        next_step("l10n draft", _("{messages} without a text", messages=_new(drafted)))
    elif new:
        tag = new[0].locale
        its_own = [row for row in new if row.locale == tag]
        next_step(f"l10n review {tag}", _("{messages} without a text, which no engine drafts", messages=_new(its_own)))
    elif waiting:
        next_step("l10n review", _("{messages} that no reviewer has vouched for", messages=plural(waiting, "message")))
    else:
        next_step(when_done(workspace), _("every word is reviewed"))


def _new(rows: list[_Row]) -> str:
    return plural(sum(row.counts.messages[State.NEW] for row in rows if row.counts), "message")


def _share(counts: Progress, least: State) -> str:
    """A percentage, rounded down: only what is whole is called 100 %."""
    return f"{int(counts.percent(least))} %"
