"""`l10n dismiss`: a person's word that what a check says is no fault."""

from __future__ import annotations

from typing import Annotated

import typer

from l10n.commands import session
from l10n.commands.console import next_step, one_line, plural, put_json, say
from l10n.commands.domains import domain_of, needed_catalog, translated_domains
from l10n.commands.options import DomainArgument, DryRunOption, JsonOption, LocaleArgument
from l10n.commands.speech import _
from l10n.errors import L10nError, UsageError
from l10n.model.dismissal import Dismissal
from l10n.model.locale import canonical
from l10n.model.message import Message
from l10n.model.provenance import Actor
from l10n.model.report import Reported
from l10n.model.state import seal
from l10n.steps.select import find_message
from l10n.workspace import Workspace
from l10n.workspace.checking import load_check
from l10n.workspace.checkup import Checkup, Portion, dismissals


def dismiss(
    ctx: typer.Context,
    locale: LocaleArgument,
    domain: DomainArgument,
    message: Annotated[
        str,
        typer.Option("--message", "-m", metavar="MESSAGE", help="The message: its id, its role, or its text."),
    ],
    check: Annotated[str, typer.Option("--check", "-c", metavar="ID", help="The check whose findings are no faults.")],
    why: Annotated[str, typer.Option("--why", "-w", metavar="REASON", help="The reason, for whoever reads it later.")],
    undo: Annotated[bool, typer.Option("--undo", help="Take the dismissal back.")] = False,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
) -> None:
    """Say that what a check finds in a message is no fault, in your name and with a reason.

    It is silent then, and stops nothing, until the translation changes, or the source does in more than its quotation
    marks, blanks and markup. An error can only be dismissed
    by who may review the text: a reviewer that the locale names, and under four eyes not its writer. What was
    dismissed is kept in catalogs/LOCALE/dismissals.jsonl; l10n check --dismissed shows it.

    Example: l10n dismiss nb tokyo-forum -m 55ca13d8 -c numbers --why "The paper rounds to whole billions."
    """
    why = " ".join(session.utf8(why).split())
    if not why:
        raise UsageError(
            "reason-missing", "A dismissal needs a reason.", hint='Give one: --why "the paper rounds amounts"'
        )
    load_check(check)
    workspace = session.workspace(ctx)
    workspace.settings.locale(locale)
    locale, domain = canonical(locale), domain_of(workspace, domain)
    actor = session.person(workspace.root)
    with workspace.lock():
        about = find_message(needed_catalog(workspace, locale, domain), message)
        found = [one for one in _findings(workspace, locale, domain, about, check) if bool(one.dismissal) is undo]
        if not found:
            raise _nothing(check, about, undo=undo)
        if not undo:
            _refuse(workspace, locale, about, found, actor)
        made = Dismissal(
            seal=seal(about), check=check, domain=domain, by=str(actor), at=session.now(), why=why,
            context=about.msgctxt, msgid=about.msgid, said=tuple(one.finding.message for one in found), withdrawn=undo,
        )  # fmt: skip
        if not dry_run:
            workspace.records.append_dismissals(locale, [made])
    if as_json:
        put_json(
            "dismissal/1",
            {"locale": locale, "domain": domain, "message": made.seal, "check": check, "by": made.by, "at": made.at,
             "why": why, "said": made.said, "withdrawn": undo, "dry_run": dry_run},
        )  # fmt: skip
    for one in made.said:
        say(f"  {one_line(one)}")
    verb = "heard again" if undo else "silent"
    said = "would be" if dry_run else "is" if len(found) == 1 else "are"
    say(
        _(
            "{findings} {said} {verb}, signed {by}: {why}",
            findings=plural(len(found), "finding"),
            said=said,
            verb=verb,
            by=one_line(made.by),
            why=one_line(why),
        )
    )
    if not dry_run:
        next_step("l10n check" if undo else "l10n check --dismissed")


def _findings(workspace: Workspace, locale: str, domain: str, about: Message, check: str) -> list[Reported]:
    """What the check says of the message, dismissed or not."""
    checkup = Checkup(workspace, (check,))
    portion = Portion(locale=locale, domain=domain, only=frozenset({about.key}))
    found = list(checkup.look(portion).reported)
    if checkup.compares:
        found += checkup.compare(locale, translated_domains(workspace, locale), [portion])
    return found


def _nothing(check: str, about: Message, *, undo: bool) -> UsageError:
    text = repr(one_line(about.msgid, 60))
    if undo:
        return UsageError(
            "nothing-to-dismiss",
            "No finding of {check} in {text} is dismissed.",
            check=check,
            text=text,
            hint="l10n check --dismissed lists them.",
        )
    return UsageError(
        "nothing-to-dismiss",
        "{check} finds nothing in {text} that is not dismissed already.",
        check=check,
        text=text,
        hint="l10n check shows findings with their ids.",
    )


def _refuse(workspace: Workspace, locale: str, about: Message, found: list[Reported], actor: Actor) -> None:
    """Raises L10nError where the person may not dismiss one of the findings."""
    rules = dismissals(workspace, locale)
    for one in found:
        if refusal := rules.refusal(one.finding, about, actor):
            raise L10nError(
                "dismissal-refused",
                "Not dismissed: {refusal}",
                refusal=refusal,
                hint="An error stops a gate, so it is for who may review the text to say.",
            )
