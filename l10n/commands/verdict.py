"""`l10n approve` and `l10n reject`: a person's word on translations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from l10n.commands import session
from l10n.commands.console import next_step, plural, put_json, say
from l10n.commands.domains import domain_of, needed_catalog
from l10n.commands.options import DomainArgument, DryRunOption, JsonOption, LocaleArgument
from l10n.errors import UsageError
from l10n.model.catalog import Catalog
from l10n.model.conflict import conflicting_texts, with_theirs
from l10n.model.locale import canonical
from l10n.model.message import Message, MessageKey
from l10n.model.state import State, standing
from l10n.model.suggestion import suggestion_of, taken
from l10n.steps.judge import Judging, judge
from l10n.steps.rights import may_review, needs_a_look
from l10n.steps.select import find_message
from l10n.workspace import Workspace

MessageOption = Annotated[
    list[str] | None,
    typer.Option(
        "--message",
        "-m",
        metavar="MESSAGE",
        help="Only this message: its id, its role, or a part of its text. Repeatable.",
    ),
]


def approve(
    ctx: typer.Context,
    locale: LocaleArgument,
    domain: DomainArgument,
    message: MessageOption = None,
    level: Annotated[
        State, typer.Option("--as", metavar="STATE", help="How far you vouch: translated, reviewed or final.")
    ] = State.REVIEWED,
    theirs: Annotated[bool, typer.Option("--theirs", help="Where a merge left two texts: take the other one.")] = False,
    suggested: Annotated[
        bool, typer.Option("--take-suggestion", help="Where a text is stale: take what the machine suggests instead.")
    ] = False,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
) -> None:
    """Vouch for translations, in your name.

    Your name is the one git knows. Without --message, every translation of the article is meant, but for those
    that are stale, rejected, or in conflict after a merge: name them, so that nobody approves them unseen.

    Example: l10n approve nb tokyo-forum --message title
    """
    if level not in (State.TRANSLATED, State.REVIEWED, State.FINAL):
        raise UsageError(f"Nobody can approve as {level}.", hint="Use --as translated, reviewed or final.")
    if theirs and suggested:
        raise UsageError("--theirs and --take-suggestion name two texts.", hint="Use one of them.")
    text = with_theirs if theirs else taken if suggested else None
    _give(ctx, locale, domain, message, level, why="", text=text, dry_run=dry_run, as_json=as_json)


def reject(
    ctx: typer.Context,
    locale: LocaleArgument,
    domain: DomainArgument,
    why: Annotated[
        str, typer.Option("--why", "-w", metavar="REASON", help="The reason, for whoever mends it.", show_default=False)
    ],
    message: MessageOption = None,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
) -> None:
    """Say no to translations, with a reason.

    A rejected translation is fuzzy: no tool publishes it. The reason stands in the ledger beside the catalogs.

    Example: l10n reject nn tokyo-forum --message a1b2c3 --why "yen, ikkje dollar"
    """
    if not why.strip():
        raise UsageError("A rejection needs a reason.", hint='Give one: --why "wrong name"')
    _give(ctx, locale, domain, message, State.REJECTED, why=session.utf8(why).strip(), dry_run=dry_run, as_json=as_json)


def _give(
    ctx: typer.Context,
    locale: str,
    domain: str,
    messages: list[str] | None,
    state: State,
    *,
    why: str,
    text: Callable[[Message], Message] | None = None,
    dry_run: bool,
    as_json: bool,
) -> None:
    workspace = session.workspace(ctx)
    settings = workspace.settings.locale(locale)
    locale, domain = canonical(locale), domain_of(workspace, domain)
    actor = session.person(workspace.root)
    with workspace.lock():
        catalog = needed_catalog(workspace, locale, domain)
        ledger = workspace.load_ledger(locale)

        def may(message: Message) -> str | None:
            if not (messages or text) and state is not State.REJECTED and needs_a_look(message):
                return f"it is {standing(message).state}; name it with --message to approve it as it stands."
            if state is State.TRANSLATED:
                return None  # to sign a translation is everyone's right
            reviewers, four_eyes = settings.reviewers, workspace.settings.review.four_eyes
            return may_review(message, actor, reviewers=reviewers, four_eyes=four_eyes, ledger=ledger)

        result = judge(
            catalog,
            _keys(catalog, messages, text),
            state,
            domain=domain,
            actor=actor,
            at=session.now(),
            why=why,
            may=may,
            text=text or (lambda message: message),
        )
        if not dry_run:
            workspace.save_catalog(locale, domain, result.catalog, result.entries)
    _report(workspace, locale, domain, result, state, str(actor), dry_run=dry_run, as_json=as_json)


def _keys(catalog: Catalog, messages: list[str] | None, text: Callable[[Message], Message] | None) -> list[MessageKey]:
    if text is with_theirs:
        return _keys_in_conflict(catalog, messages)
    if text is taken:
        return _keys_with_suggestion(catalog, messages)
    if messages:
        return list(dict.fromkeys(find_message(catalog, wanted).key for wanted in messages))
    return [message.key for message in catalog.live if standing(message).state is not State.NEW]


def _keys_in_conflict(catalog: Catalog, messages: list[str] | None) -> list[MessageKey]:
    """Raises UsageError where a message that was named has not exactly one other text to take."""
    if not messages:
        return [message.key for message in catalog.live if len(conflicting_texts(message)) == 1]
    named = [find_message(catalog, wanted) for wanted in messages]
    for message in named:
        others = len(conflicting_texts(message))
        if others != 1:
            raise UsageError(
                f"{message.msgid[:60]!r} has {plural(others, 'other text')}; --theirs is for messages with one.",
                hint="l10n review shows the texts; keep the right one in a PO editor." if others else "",
            )
    return list(dict.fromkeys(message.key for message in named))


def _keys_with_suggestion(catalog: Catalog, messages: list[str] | None) -> list[MessageKey]:
    """Raises UsageError where nothing is suggested for a message that was named."""
    if not messages:
        return [message.key for message in catalog.live if suggestion_of(message)]
    named = [find_message(catalog, wanted) for wanted in messages]
    for message in named:
        if suggestion_of(message) is None:
            raise UsageError(f"Nothing is suggested for {message.msgid[:60]!r}.", hint="Ask for it: l10n draft")
    return list(dict.fromkeys(message.key for message in named))


def _report(
    workspace: Workspace,
    locale: str,
    domain: str,
    result: Judging,
    state: State,
    actor: str,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    refused = [outcome for outcome in result.outcomes if outcome.refused]
    if as_json:
        rows = [
            {"context": o.key.msgctxt, "msgid": o.key.msgid, "before": o.before, "after": o.after, "refused": o.refused}
            for o in result.outcomes
        ]
        put_json("verdict/1", {"locale": locale, "domain": domain, "by": actor, "dry_run": dry_run, "messages": rows})
    path = workspace.shown(workspace.catalog_path(locale, domain))
    said = "would be" if dry_run else "now"
    say(f"{plural(len(result.entries), 'message')} {said} {state} in {path}, signed {actor}.")
    already = len(result.outcomes) - len(result.entries) - len(refused)
    if already:
        say(f"{plural(already, 'message')} had that verdict already.")
    for outcome in refused:
        say(f"  not {state}: {outcome.key.msgid[:60]!r}: {outcome.refused}")
    if refused:
        raise typer.Exit(1)
    next_step("l10n build" if state is not State.REJECTED else f"l10n review {locale}")
