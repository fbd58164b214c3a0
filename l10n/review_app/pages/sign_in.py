"""Signing in with a token, where the server was given a token file."""

from __future__ import annotations

from starlette.responses import Response

from l10n.review_app.people import TokenHolders
from l10n.review_app.session import Session
from l10n.review_app.visit import Visit, see_other


def sign_in_form(visit: Visit) -> Response:
    return visit.page("sign_in.html.j2", failed=False) if visit.config.people.signs_in else see_other("/")


def sign_in(visit: Visit) -> Response:
    """A new session in the name that stands beside the token; the old one, if anyone knows it, is worth nothing."""
    people = visit.config.people
    if not isinstance(people, TokenHolders):
        return see_other("/")
    holder = people.holder(visit.form.one("password"))
    if holder is None:
        return visit.page("sign_in.html.j2", status=403, failed=True)
    return _with(visit, Session.new(str(holder)))


def sign_out(visit: Visit) -> Response:
    return _with(visit, Session.new())


def _with(visit: Visit, session: Session) -> Response:
    response = see_other("/")
    session.keep(response, visit.config.cookie, visit.config.secret)
    return response
