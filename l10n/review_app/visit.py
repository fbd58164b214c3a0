"""One request, with everything that a page may ask: the project, the person, the language, the form."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from l10n.formats import po
from l10n.formats.readers.markdown import article as markdown
from l10n.model.article import Article
from l10n.model.message import Message
from l10n.model.provenance import Actor
from l10n.review_app import rendering
from l10n.review_app.config import Config
from l10n.review_app.forms import Form
from l10n.review_app.session import Session
from l10n.review_app.words import LANGUAGES, Words
from l10n.workspace import Workspace

_ENTRIES: dict[str, Message] = {}
"""Entries of catalogs by their text, the oldest first: after a save, all but one are as they were."""
_MOST_ENTRIES = 50_000


@dataclass(frozen=True, kw_only=True)
class Visit:
    """A request that the guard let in, from a person we know. `workspace` is fresh: nothing is remembered."""

    request: Request
    config: Config
    workspace: Workspace
    session: Session
    actor: Actor
    words: Words
    form: Form = field(default_factory=lambda: Form(()))

    def path(self, name: str) -> str:
        """A part of the address."""
        return str(self.request.path_params[name])

    def asked(self, name: str) -> str:
        """A value from the query."""
        return str(self.request.query_params.get(name, ""))

    @property
    def is_fragment(self) -> bool:
        """htmx asks for a part to put into the page; everyone else gets a page."""
        return "hx-request" in self.request.headers

    def page(self, template: str, *, status: int = 200, **values: Any) -> Response:
        """A page or fragment in the visitor's language."""
        html = rendering.render(
            template,
            _=self.words,
            languages=LANGUAGES,
            site=self.workspace.settings.site,
            actor=self.actor,
            signs_in=self.config.people.signs_in,
            form_token=self.session.form_token(self.config.secret),
            here=self.here,
            **values,
        )
        return HTMLResponse(html, status)

    @property
    def here(self) -> str:
        """The address of this page, to come back to."""
        query = self.request.url.query
        return self.request.url.path + (f"?{query}" if query else "")


def open_workspace(root: Path) -> Workspace:
    """The project as it is on the disk now; bytes that were read before are not parsed again."""
    return Workspace(root, decode=_decode, read_article=_read_article)


@lru_cache(maxsize=128)
def _decode(data: bytes) -> po.Document:
    document = po.decode(data)
    po.share(document.blocks, _ENTRIES)
    while len(_ENTRIES) > _MOST_ENTRIES:
        with suppress(KeyError, StopIteration, RuntimeError):  # another thread may be at it
            del _ENTRIES[next(iter(_ENTRIES))]
    return document


@lru_cache(maxsize=64)
def _read_article(text: str, slug: str) -> Article:
    return markdown.parse(text, slug)


def see_other(address: str) -> Response:
    """After a form: look there (303), so that a reload sends nothing twice."""
    return RedirectResponse(quote(address, safe="/?&=#%-_.~"), 303)


def local_address(address: str) -> str:
    """An address of ours that a form or link named, or the front page for any other."""
    is_ours = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if is_ours and address.isprintable() else "/"
