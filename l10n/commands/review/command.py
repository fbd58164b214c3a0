"""`l10n review`: on a terminal one message after another; elsewhere a list."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from l10n.commands import session
from l10n.commands.console import clear_screen, next_step, say
from l10n.commands.domains import when_done
from l10n.commands.options import DomainsArgument, JsonOption
from l10n.commands.speech import _
from l10n.model.state import State
from l10n.workspace import Workspace

_LISTED = 20


def review(
    ctx: typer.Context,
    locale: Annotated[
        str | None, typer.Argument(metavar="LOCALE", help="Only this locale.", show_default=False)
    ] = None,
    article: DomainsArgument = None,
    state: Annotated[
        list[State] | None, typer.Option("--state", metavar="STATE", help="Only messages in this state.")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List what waits, on a terminal too.")] = False,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit", metavar="N", min=0, help="List at most so many (20 unless told); 0 for all.", show_default=False
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Go through what waits for a person, one text after another, or list it.

    On a terminal, each text that no reviewer has vouched for is shown with all that is known of it, in the order in
    which it is read; keys approve, edit, reject, comment, skip and undo (? explains them). What you do is saved at
    once, and the next run goes on where you stopped. Without LOCALE you go on in the locale where you were last.
    Elsewhere, and with --list, it prints the texts with the ids to approve or reject them by.

    Example: l10n review nb tokyo-forum --state translated
    """
    workspace = session.workspace(ctx)
    wanted = frozenset(state or (s for s in State if s.rank < State.REVIEWED.rank))
    tags = workspace.settings.chosen([locale] if locale else None)
    if listed or as_json or limit is not None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        from l10n.commands.review.listing import list_waiting

        list_waiting(workspace, tags, article, wanted, limit=_LISTED if limit is None else limit, as_json=as_json)
        return
    _sit_down(workspace, tags, article, wanted)


def _sit_down(workspace: Workspace, tags: list[str], articles: list[str] | None, wanted: frozenset[State]) -> None:
    from l10n.commands.review.deeds import Person
    from l10n.commands.review.keyboard import Keyboard
    from l10n.commands.review.one_by_one import Sitting
    from l10n.commands.review.reading import count_waiting, from_bookmark, reading_list, waiting
    from l10n.commands.review.summary import sum_up
    from l10n.workspace.bookmarks import Bookmarks

    actor = session.person(workspace.root)
    bookmarks = Bookmarks.load(workspace)
    counts = {tag: count_waiting(workspace, tag, articles, wanted) for tag in tags}
    open_tags = [tag for tag in tags if counts[tag]]
    tag = bookmarks.last_locale if bookmarks.last_locale in open_tags else (open_tags or tags)[0]
    others = [other for other in open_tags if other != tag]
    places = reading_list(workspace, tag, articles)
    queue = waiting(workspace, tag, places, wanted)
    if not queue:
        say(_("Nothing waits: every text here is reviewed."))
        next_step(when_done(workspace))
        return
    queue = from_bookmark(places, queue, bookmarks.latest(tag, {place.scope for place in places}))
    sitting = Sitting(workspace.root, Person(actor=actor, locale=tag), places, queue, wanted)
    if others:
        named = ", ".join(f"{other} ({counts[other]})" for other in others)
        sitting.notice = _("Waiting too: {named}; l10n review {other} goes there.", named=named, other=others[0])
    try:
        with Keyboard() as keyboard:
            sitting.run(keyboard)
    except KeyboardInterrupt:
        raise KeyboardInterrupt("all that you decided is saved") from None
    clear_screen()
    sum_up(
        workspace,
        tag,
        sitting.deeds,
        commented=len(sitting.commented),
        skipped=sitting.skipped,
        left=len(waiting(Workspace(workspace.root), tag, places, wanted)),
        command=" ".join(["l10n review", tag, *(articles or ())]),
        others=others,
    )
