"""The article page: all rows side by side, and at most one of them open in an editor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.responses import Response

from l10n.errors import L10nError
from l10n.formats.writers.html import language_name
from l10n.model.finding import Finding
from l10n.model.message import MessageKey
from l10n.model.state import State
from l10n.review_app.bars import bar
from l10n.review_app.desk import Desk, Row
from l10n.review_app.forms import Form
from l10n.review_app.knowledge import Knowledge
from l10n.review_app.rendering import macro
from l10n.review_app.visit import Visit
from l10n.review_app.words import Words
from l10n.segmentation.wording import Piece
from l10n.steps.progress import progress

WAITING = "waiting"
"""The filter for everything that no reviewer has vouched for."""
COMMENTED = "commented"
"""The filter for what people talk about and have not settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theirs:
    """Someone else's text, and how the person's own differs from it."""

    form: int
    text: str
    difference: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """The open row: what stands in its fields, and what is to be said about it."""

    row: Row
    texts: tuple[str, ...]
    seen: str
    knowledge: Knowledge
    findings: list[Finding] | None = None
    """None where no one has asked yet; the page asks as one types."""
    error: L10nError | None = None
    """Why the last wish was not fulfilled; the person's text stands in the fields."""
    theirs: tuple[Theirs, ...] = ()
    """Where two wrote at once: each text that differs."""
    talk_error: L10nError | None = None
    """Why a comment was not added."""
    written: Form = field(default_factory=lambda: Form(()))
    """What was sent and stays in its fields: a reason, a comment, an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which of the rows are shown."""

    show: str
    desk: Desk

    def fits(self, row: Row) -> bool:
        if not self.show or row.standing is None:
            return not self.show
        if self.show == COMMENTED:
            return row.key in self.desk.talked_about
        if self.show == WAITING:
            return row.standing.counted.rank < State.REVIEWED.rank
        return row.standing.counted == self.show


def chosen_filter(desk: Desk, show: str) -> Filter:
    """The filter an address names; all rows for one that is none."""
    return Filter(show=show if show in {WAITING, COMMENTED, *State} else "", desk=desk)


def address(desk: Desk, row: Row | None = None, **query: str) -> str:
    """Where a catalog, or a message in it, is found."""
    asked = urlencode({name: value for name, value in query.items() if value})
    path = f"/{desk.locale}/{desk.name}" + (f"/{row.id}" if row else "")
    return path + (f"?{asked}" if asked else "")


def neighbours(desk: Desk, row: Row, wanted: Filter) -> tuple[Row | None, Row | None]:
    """The rows before and after this one that the filter lets through."""
    keys = desk.own_keys
    at = keys.index(row.key)

    def first(candidates: Iterable[MessageKey]) -> Row | None:
        rows = (desk.row(desk.domain, key) for key in candidates)
        return next((one for one in rows if wanted.fits(one)), None)

    return first(reversed(keys[:at])), first(keys[at + 1 :])


@lru_cache(maxsize=10_000)
def _closed(row: Row, *, locale: str, is_own: bool, href: str, talks: int, words: Words) -> Markup:
    """A row that nobody works on, as HTML: it stays what it is while others are saved."""
    return macro("row.html.j2", "row_of")(row, locale, is_own, href, talks, words)


def board(visit: Visit, desk: Desk, *, show: str, editor: Editor | None = None, status: int = 200) -> Response:
    """The page. A filter never hides the row that is open."""
    wanted = chosen_filter(desk, show)

    def closed(row: Row) -> Markup:
        is_own = row.name == desk.name
        href = address(desk, row, show=wanted.show) if is_own else f"/{desk.locale}/{row.name}/{row.id}"
        talks = desk.talked_about.get(row.key, 0) if is_own else 0
        return _closed(row, locale=desk.locale, is_own=is_own, href=href, talks=talks, words=visit.words)

    counts = progress(desk.template, desk.catalog)
    opened = editor.row if editor else None
    before, after = neighbours(desk, opened, wanted) if opened else (None, None)
    waiting = sum(number for state, number in counts.messages.items() if state.rank < State.REVIEWED.rank)
    return visit.page(
        "article.html.j2",
        status=status,
        desk=desk,
        language=language_name(desk.locale),
        source_name=language_name(desk.source_language),
        rows=[row for row in desk.rows if (opened and row.key == opened.key) or wanted.fits(row)],
        closed=closed,
        editor=editor,
        show=wanted.show,
        said=visit.asked("said"),
        counts=counts,
        waiting=waiting,
        bar=bar(counts, visit.words),
        address=lambda row=None, **query: address(desk, row, **({"show": wanted.show} | query)),
        before=before,
        after=after,
    )
