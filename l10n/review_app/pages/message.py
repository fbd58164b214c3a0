"""One message open in its editor, and what a person does with it: save, approve, reject, comment."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import Response

from l10n.errors import ConflictError, InvalidInputError, L10nError, UsageError
from l10n.model.state import State
from l10n.review_app.board import Editor, Theirs, address, board, chosen_filter, neighbours
from l10n.review_app.desk import Desk, Row
from l10n.review_app.knowledge import findings, knowledge
from l10n.review_app.talking import Remark, remark, remarks, say
from l10n.review_app.visit import Visit, open_workspace, see_other
from l10n.review_app.writing import MovedError, Target, Wish, fingerprint, write
from l10n.segmentation.wording import pieces
from l10n.workspace import Workspace

ACTIONS = {"save": State.TRANSLATED, "approve": State.REVIEWED, "reject": State.REJECTED}


class RefusedError(L10nError):
    """The person may not do this; what they may do has been done."""


def message(visit: Visit) -> Response:
    """The permalink of a message: the article, open at it."""
    desk, row = _found(visit, visit.workspace)
    return board(visit, desk, show=visit.asked("show"), editor=_editor(desk, row))


def act(visit: Visit) -> Response:
    """Do what the pressed button says, then go on to the next message. A text is never dropped: where anything
    stands in the way, the editor comes back with it."""
    form = visit.form
    desk, row = _found(visit, visit.workspace)
    texts, show, action = form.all("text"), form.one("show"), form.one("do")
    if said := remark(form):
        return _say(visit, said, show)
    if action == "check":
        editor = replace(_as_sent(visit, desk, row), findings=findings(desk, row.its_message, texts))
        return board(visit, desk, show=show, editor=editor)
    if action not in ACTIONS:
        raise UsageError("form-unfit", "This button does nothing that the page knows of.")
    target = Target(locale=desk.locale, domain=desk.domain, key=row.key)
    wish = Wish(state=ACTIONS[action], texts=texts, seen=form.one("seen"), why=form.one("why"))
    try:
        done = write(visit.workspace, target, wish, actor=visit.actor, at=visit.config.now())
        if done.refused:
            raise RefusedError(
                "verdict-refused", done.refused, hint="Your text is saved all the same." if done.is_saved else ""
            )
    except L10nError as error:
        return _back_to_editor(visit, error, show)
    for unsent in remarks(form):
        saved_desk, saved_row = _found(visit, open_workspace(visit.config.root))
        try:
            say(saved_desk, saved_row.its_message, unsent, actor=visit.actor, at=visit.config.now())
        except L10nError:
            return _say(visit, unsent, show)  # which shows the same error, beside what was written
    _, after = neighbours(desk, row, chosen_filter(desk, show))
    done_now = {"save": "saved", "approve": "approved", "reject": "rejected"}[action]
    return see_other(address(desk, after, show=show, said=done_now if after else f"{done_now}-last"))


def _say(visit: Visit, said: Remark, show: str) -> Response:
    """Add a remark to the talk about the message. The text in the editor, saved or not, stays where it is."""
    desk, row = _found(visit, open_workspace(visit.config.root))
    error = None
    try:
        say(desk, row.its_message, said, actor=visit.actor, at=visit.config.now())
        visit = replace(visit, form=visit.form.without(*said.fields))
    except L10nError as fault:
        error = fault
    editor = replace(_as_sent(visit, desk, row), talk_error=error)
    if visit.is_fragment:
        return visit.page("comments.html.j2", desk=desk, editor=editor)
    if error is None and editor.texts == row.texts:
        return see_other(address(desk, row, show=show) + "#comments")
    return board(visit, desk, show=show, editor=editor, status=_status(error) if error else 200)


def _back_to_editor(visit: Visit, error: L10nError, show: str) -> Response:
    """The editor with all that the person wrote, on the catalog as it is now."""
    desk, row = _found(visit, open_workspace(visit.config.root))
    editor = replace(_as_sent(visit, desk, row), seen=fingerprint(row.its_message), error=error)
    if isinstance(error, MovedError):
        both = enumerate(zip(row.texts, editor.texts, strict=False))
        differing = (
            Theirs(form=form, text=theirs, difference=pieces(theirs, mine))
            for form, (theirs, mine) in both
            if theirs != mine
        )
        editor = replace(editor, theirs=tuple(differing))
    return board(visit, desk, show=show, editor=editor, status=_status(error))


def _status(error: L10nError) -> int:
    if isinstance(error, RefusedError):
        return 403
    if isinstance(error, UsageError):
        return 404
    if isinstance(error, ConflictError):
        return 409
    return 422 if isinstance(error, InvalidInputError) else 500


def _found(visit: Visit, workspace: Workspace) -> tuple[Desk, Row]:
    desk = Desk.open(workspace, visit.path("locale"), visit.path("name"))
    return desk, desk.find(visit.path("id"))


def _editor(desk: Desk, row: Row) -> Editor:
    message = row.its_message
    return Editor(row=row, texts=row.texts, seen=fingerprint(message), knowledge=knowledge(desk, message))


def _as_sent(visit: Visit, desk: Desk, row: Row) -> Editor:
    """The editor with everything in its fields as the person sent it."""
    form = visit.form
    return replace(_editor(desk, row), texts=form.all("text") or row.texts, seen=form.one("seen"), written=form)
