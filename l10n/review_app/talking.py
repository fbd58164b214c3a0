"""What people say to each other on the page: a comment, an answer, a thread that is settled."""

from __future__ import annotations

import re
from dataclasses import dataclass

from l10n.errors import UsageError
from l10n.model.message import Message
from l10n.model.provenance import Actor
from l10n.review_app.desk import Desk
from l10n.review_app.forms import Form
from l10n.review_app.turns import held
from l10n.steps.comment import comment
from l10n.steps.threads import threads

COMMENT = "comment"
_ABOUT = ("quote", "start", "form")
"""The fields beside a comment: the words that it is about."""
_REPLY = re.compile(r"(answer|resolve)-([0-9a-f]{12})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something new, or something about a thread."""

    text: str
    quote: str = ""
    start: int = 0
    form: int = 0
    thread: str = ""
    resolves: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of a form that it was read from."""
        return (f"answer-{self.thread}",) if self.thread else (COMMENT, *_ABOUT)


def remark(form: Form) -> Remark | None:
    """The remark that the pressed button sends; None where it is another button."""
    action = form.one("do")
    if action == COMMENT:
        return _new(form)
    reply = _REPLY.fullmatch(action)
    if reply is None:
        return None
    return Remark(text=form.one(f"answer-{reply[2]}"), thread=reply[2], resolves=reply[1] == "resolve")


def remarks(form: Form) -> list[Remark]:
    """All that was written and not sent yet: who saves the text means that, too."""
    replies = ((_REPLY.fullmatch(name), text) for name, text in form.fields if text.strip())
    found = [Remark(text=text, thread=reply[2]) for reply, text in replies if reply]
    return [*([_new(form)] if form.one(COMMENT).strip() else []), *found]


def _new(form: Form) -> Remark:
    place = form.one("start"), form.one("form")
    start, plural = (int(value) if re.fullmatch("[0-9]{1,9}", value) else 0 for value in place)
    # a browser sends line ends as CRLF, whatever stands in the field
    quote = form.one("quote").replace("\r\n", "\n")
    return Remark(text=form.one(COMMENT), quote=quote, start=start, form=plural)


def say(desk: Desk, message: Message, said: Remark, *, actor: Actor, at: str) -> None:
    """Append it. Saying the same twice within a minute says it once: a form may be sent again."""
    workspace = desk.workspace
    with held(workspace):
        known = workspace.records.load_comments(desk.locale)
        if said.thread and said.thread not in {one.first.id for one in threads(message, desk.domain, known)}:
            raise UsageError(
                "no-such-comment", "This comment is no longer here.", hint="Its message may have been edited since."
            )
        made = comment(
            message,
            said.text,
            domain=desk.domain,
            actor=actor,
            at=at,
            quote=said.quote,
            start=said.start,
            form=said.form,
            thread=said.thread,
            resolves=said.resolves,
        )
        if made.id not in {one.id for one in known}:
            workspace.records.append_comments(desk.locale, [made])
