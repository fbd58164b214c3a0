"""`l10n approve` and `l10n reject`: a person's word on translations, one or many."""

from __future__ import annotations

from typing import Annotated

import typer

from l10n.commands import session
from l10n.commands.options import DomainsArgument, DryRunOption, JsonOption, LocaleArgument
from l10n.commands.verdict.choice import Choice, Text, catalogs_of, choose
from l10n.commands.verdict.report import Verdict, report
from l10n.errors import UsageError
from l10n.model.conflict import with_theirs
from l10n.model.locale import canonical
from l10n.model.message import Message
from l10n.model.state import State, standing
from l10n.model.suggestion import taken
from l10n.steps.judge import Judging, judge
from l10n.steps.rights import is_unseen, may_review, needs_a_look

MessageOption = Annotated[
    list[str] | None,
    typer.Option(
        "--message",
        "-m",
        metavar="MESSAGE",
        help="Only this message: its id, its role, or a part of its text. Repeatable.",
    ),
]
StatesOption = Annotated[
    list[State] | None, typer.Option("--state", metavar="STATE", help="Only messages in this state. Repeatable.")
]
OriginsOption = Annotated[
    list[str] | None,
    typer.Option("--origin", metavar="ORIGIN", help="Only texts from there: argos, apertium, human. Repeatable."),
]
ChecksOption = Annotated[
    list[str] | None,
    typer.Option("--check", metavar="ID", help="Only messages in which this check finds something. Repeatable."),
]
AllOption = Annotated[bool, typer.Option("--all-articles", help="Mean all of the locale's texts.")]


def approve(
    ctx: typer.Context,
    locale: LocaleArgument,
    article: DomainsArgument = None,
    message: MessageOption = None,
    state: StatesOption = None,
    origin: OriginsOption = None,
    check: ChecksOption = None,
    clean: Annotated[
        bool,
        typer.Option(
            "--clean", help="Only messages in which no check finds an error or warning; with --check, that check."
        ),
    ] = False,
    all_articles: AllOption = False,
    why: Annotated[
        str,
        typer.Option("--why", "-w", metavar="REASON", help="Why many drafts may pass as they are.", show_default=False),
    ] = "",
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

    Your name is the one git knows. Without --message, every translation that fits is meant, but for those that are
    stale, rejected, or in conflict after a merge: name them, so that nobody approves them unseen. More than five
    machine drafts as they came ([review] rubber_stamp in l10n.toml) are approved with a reason only.

    Example: l10n approve nb tokyo-forum --message title
    """
    if level not in (State.TRANSLATED, State.REVIEWED, State.FINAL):
        raise UsageError(
            "no-such-level",
            "Nobody can approve as {level}.",
            level=level,
            hint="Use --as translated, reviewed or final.",
        )
    if theirs and suggested:
        raise UsageError("options-conflict", "--theirs and --take-suggestion name two texts.", hint="Use one of them.")
    choice = Choice(
        articles=article, messages=message or [], states=state or [], origins=origin or [],
        checks=check or [], clean=clean, all_articles=all_articles,
    )  # fmt: skip
    text = with_theirs if theirs else taken if suggested else None
    _give(ctx, locale, choice, level, why=why, text=text, dry_run=dry_run, as_json=as_json)


def reject(
    ctx: typer.Context,
    locale: LocaleArgument,
    why: Annotated[
        str, typer.Option("--why", "-w", metavar="REASON", help="The reason, for whoever mends it.", show_default=False)
    ],
    article: DomainsArgument = None,
    message: MessageOption = None,
    state: StatesOption = None,
    origin: OriginsOption = None,
    check: ChecksOption = None,
    all_articles: AllOption = False,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
) -> None:
    """Say no to translations, with a reason.

    A rejected translation is fuzzy: no tool publishes it. The reason stands in the ledger beside the catalogs. With
    --check, those are meant in which the check finds a fault.

    Example: l10n reject nn tokyo-forum --message a1b2c3 --why "yen, ikkje dollar"
    """
    if not why.strip():
        raise UsageError("reason-missing", "A rejection needs a reason.", hint='Give one: --why "wrong name"')
    choice = Choice(
        articles=article, messages=message or [], states=state or [], origins=origin or [],
        checks=check or [], all_articles=all_articles,
    )  # fmt: skip
    _give(ctx, locale, choice, State.REJECTED, why=why, dry_run=dry_run, as_json=as_json)


def _give(
    ctx: typer.Context,
    locale: str,
    choice: Choice,
    state: State,
    *,
    why: str,
    text: Text | None = None,
    dry_run: bool,
    as_json: bool,
) -> None:
    workspace = session.workspace(ctx)
    settings, review = workspace.settings.locale(locale), workspace.settings.review
    locale, why = canonical(locale), session.utf8(why).strip()
    if not (choice.articles or choice.is_narrow or choice.all_articles):
        raise UsageError(
            "verdict-on-all",
            "This would be a verdict on every text in {locale}.",
            locale=locale,
            hint="Name an article, narrow it down (--state, --origin, --check), or say so: --all-articles",
        )
    actor = session.person(workspace.root)
    with workspace.lock():
        catalogs = catalogs_of(workspace, locale, choice)
        ledger = workspace.records.load_ledger(locale)

        def may(message: Message) -> str | None:
            if not (choice.messages or text) and state is not State.REJECTED and needs_a_look(message):
                return f"it is {standing(message).state}; name it with --message to approve it as it stands."
            if state is State.TRANSLATED:
                return None  # to sign a translation is everyone's right
            return may_review(message, actor, reviewers=settings.reviewers, four_eyes=review.four_eyes, ledger=ledger)

        results: dict[str, Judging] = {}
        unseen = 0
        for domain, keys in choose(workspace, locale, catalogs, choice, text).items():
            results[domain] = judge(
                catalogs[domain], keys, state, domain=domain, actor=actor, at=session.now(), why=why, may=may,
                text=text or (lambda message: message),
            )  # fmt: skip
            judged = [catalogs[domain].by_key[one.key] for one in results[domain].outcomes if one.changed]
            unseen += sum(is_unseen(text(message) if text else message) for message in judged)
        asks_why = state is not State.REJECTED and unseen > review.rubber_stamp and not why
        if asks_why and not dry_run:
            raise UsageError(
                "rubber-stamp",
                "{unseen} of these are machine drafts that nobody has touched.",
                unseen=unseen,
                locale=locale,
                hint=('Read them one by one: l10n review {locale}\n  or say why they may pass as they are: --why "…"'),
            )
        for domain, result in results.items():
            if not dry_run:
                workspace.save_catalog(locale, domain, result.catalog, result.entries)
    verdict = Verdict(
        locale=locale, state=state, by=str(actor), why=why, dry_run=dry_run, unseen=unseen, asks_why=asks_why,
        results=results, catalogs=catalogs, ledger=ledger,
    )  # fmt: skip
    report(workspace, verdict, as_json=as_json)
