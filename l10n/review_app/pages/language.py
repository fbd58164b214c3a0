"""The language of the page's own words, by choice."""

from __future__ import annotations

from starlette.responses import Response

from l10n.errors import UsageError
from l10n.review_app.visit import Visit, local_address, see_other
from l10n.review_app.words import LANGUAGES

_YEAR = 365 * 24 * 3600


def language(visit: Visit) -> Response:
    """Remember it, and go back to where one was."""
    tag = visit.path("tag")
    if tag not in LANGUAGES:
        raise UsageError("page-language", "The page does not speak this language.")
    response = see_other(local_address(visit.asked("to")))
    response.set_cookie("l10n-language", tag, max_age=_YEAR, httponly=True, samesite="lax", path="/")
    return response
