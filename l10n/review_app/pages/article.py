"""A whole article, source and translation side by side, with no row open."""

from __future__ import annotations

from starlette.responses import Response

from l10n.review_app.board import board
from l10n.review_app.desk import Desk
from l10n.review_app.visit import Visit


def article(visit: Visit) -> Response:
    desk = Desk.open(visit.workspace, visit.path("locale"), visit.path("name"))
    return board(visit, desk, show=visit.asked("show"))
