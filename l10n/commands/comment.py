"""`l10n comment`: say something about a message, or answer what was said."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from l10n.commands import session
from l10n.commands.console import next_step, one_line, put_json, say
from l10n.commands.domains import domain_of, needed_catalog
from l10n.commands.options import DomainArgument, JsonOption, LocaleArgument
from l10n.commands.speech import _
from l10n.errors import UsageError
from l10n.model.comment import Comment, Thread
from l10n.model.locale import canonical
from l10n.model.message import Message
from l10n.model.state import seal
from l10n.steps.comment import comment as comment_on
from l10n.steps.select import find_message
from l10n.steps.threads import threads


def comment(
    ctx: typer.Context,
    locale: LocaleArgument,
    domain: DomainArgument,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What is to be said.", show_default=False)] = "",
    message: Annotated[
        str, typer.Option("--message", "-m", metavar="MESSAGE", help="About this message: its id, role or text.")
    ] = "",
    on: Annotated[str, typer.Option("--on", metavar="WORDS", help="About these words of its translation.")] = "",
    answer: Annotated[str, typer.Option("--answer", metavar="ID", help="Answer the comment with this id.")] = "",
    resolve: Annotated[bool, typer.Option("--resolve", help="With --answer: and it is settled.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Say something about a message, or about some words of it, in your name.

    A comment changes no text and no state. It stays with its message, and `review`, `log` and the page show it. An
    answer opens a thread again that was settled.

    Example: l10n comment nn tokyo-forum "Heiter det verkeleg dette?" -m title --on "toppmøte"
    """
    if bool(message) == bool(answer):
        raise UsageError(
            "comment-about-nothing",
            "A comment is about one message, or an answer to one comment.",
            hint="--message or --answer",
        )
    if (answer and on) or (resolve and not answer):
        raise UsageError("options-conflict", "--on goes with --message, and --resolve with --answer.")
    workspace = session.workspace(ctx)
    workspace.settings.locale(locale)
    locale, domain = canonical(locale), domain_of(workspace, domain)
    actor = session.person(workspace.root)
    with workspace.lock():
        live = needed_catalog(workspace, locale, domain)
        if answer:
            known = workspace.records.load_comments(locale)
            about, thread = _answered(answer, [(one, threads(one, domain, known)) for one in live.live])
        else:
            about, thread = find_message(live, message), None
        made = comment_on(
            about, session.utf8(text), domain=domain, actor=actor, at=session.now(), quote=session.utf8(on),
            thread=thread.first.id if thread else "", resolves=resolve,
        )  # fmt: skip
        workspace.records.append_comments(locale, [made])
    if as_json:
        put_json("comment/1", {"locale": locale, "domain": domain, "message": seal(about), **comment_row(made)})
    said = "Settled" if resolve else "Answered" if thread else "Noted"
    say(_("{said}, signed {actor}: {msgid}", said=said, actor=actor, msgid=one_line(about.msgid, 60)))
    next_step(f"l10n log {seal(about)} -l {locale}")


def comment_row(one: Comment) -> dict[str, Any]:
    """One comment, as JSON output shows it."""
    return {"id": one.id, "by": one.by, "at": one.at, "text": one.text}


def thread_row(thread: Thread) -> dict[str, Any]:
    """A thread, as JSON output shows it."""
    return {
        **comment_row(thread.first),
        "quote": thread.first.quote,
        "span": thread.span,
        "form": thread.first.form,
        "is_detached": thread.is_detached,
        "is_open": thread.is_open,
        "answers": [comment_row(one) | {"resolves": one.resolves} for one in thread.answers],
    }


def thread_lines(thread: Thread) -> list[str]:
    """A thread, as people read it on a terminal: one line a comment, each with who and when."""
    first = thread.first
    about = f"on “{first.quote}”{' (no longer there)' if thread.is_detached else ''}: " if first.quote else ""
    lines = [f"{first.id}  {first.by} {first.at}  {about}{first.text}"]
    for one in thread.answers:
        lines.append(f"{'settled' if one.resolves else 'answer'}  {one.by} {one.at}  {one.text}".rstrip())
    return lines


def _answered(wanted: str, by_message: list[tuple[Message, list[Thread]]]) -> tuple[Message, Thread]:
    """The thread whose first comment, or one of whose answers, has this id."""
    for message, found in by_message:
        for thread in found:
            if any(one.id == wanted for one in (thread.first, *thread.answers)):
                return message, thread
    raise UsageError(
        "no-such-comment",
        "There is no comment {wanted!r} here.",
        wanted=wanted,
        hint="`l10n review --list` shows them with ids.",
    )
