"""The app: a table of addresses, and one way in for all of them."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import replace
from importlib.resources import files

from anyio import CapacityLimiter, to_thread
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from l10n.errors import ConflictError, InvalidInputError, L10nError, UsageError
from l10n.model.provenance import Actor
from l10n.review_app.config import Config
from l10n.review_app.forms import Form, TooLargeError, read_form
from l10n.review_app.guard import Guard
from l10n.review_app.pages.article import article
from l10n.review_app.pages.dashboard import dashboard
from l10n.review_app.pages.language import language
from l10n.review_app.pages.live import checks, memory
from l10n.review_app.pages.message import act, message
from l10n.review_app.pages.preview import built_page, built_picture, built_provenance, preview
from l10n.review_app.pages.sign_in import sign_in, sign_in_form, sign_out
from l10n.review_app.rendering import environment
from l10n.review_app.session import Session, read_cookie
from l10n.review_app.visit import Visit, open_workspace
from l10n.review_app.words import LANGUAGES, preferred, words
from l10n.workspace import Workspace

Page = Callable[[Visit], Response]
_READERS, _WRITERS = 2, 100
"""Threads. To read takes a processor, of which Python uses one; to write is mostly to wait for the others."""
_NOBODY = Actor(name="")
_STATUS: tuple[tuple[type[L10nError], int], ...] = (
    (TooLargeError, 413),
    (UsageError, 404),
    (ConflictError, 409),
    (InvalidInputError, 422),
)


def create_app(config: Config) -> Starlette:
    """The review page of one project."""
    static = StaticFiles(directory=str(files("l10n") / "review_app" / "static"))
    message_path = "/{locale}/{name}/{id}"
    app = Starlette(
        routes=[
            Route("/", _page(dashboard)),
            Mount("/static", static),
            Route("/language/{tag}", _page(language, anyone=True)),
            Route("/sign-in", _page(sign_in_form, anyone=True), methods=["GET"]),
            Route("/sign-in", _page(sign_in, anyone=True), methods=["POST"]),
            Route("/sign-out", _page(sign_out), methods=["POST"]),
            Route("/built/{name}/{locale}/index.html", _page(built_page)),
            Route("/built/{name}/{locale}/provenance.html", _page(built_provenance)),
            Route("/built/{name}/{locale}/images/{picture}", _page(built_picture)),
            Route("/{locale}/{name}", _page(article)),
            Route("/{locale}/{name}/preview", _page(preview)),
            Route(message_path, _page(message), methods=["GET"]),
            Route(message_path, _page(act, writes=True), methods=["POST"]),
            Route(message_path + "/checks", _page(checks), methods=["POST"]),
            Route(message_path + "/memory", _page(memory)),
        ],
        middleware=[Middleware(Guard, hosts=config.hosts)],
    )
    app.state.config = config
    app.state.readers, app.state.writers = CapacityLimiter(_READERS), CapacityLimiter(_WRITERS)
    return app


def warm_up(workspace: Workspace) -> None:
    """Import and compile what the first page would wait for otherwise: a third of a second."""
    from l10n.formats.writers.html import language_name
    from l10n.formats.writers.theme import chrome_keys
    from l10n.steps import reading_order  # noqa: F401 - and with it the Markdown parser

    chrome_keys()
    for tag in workspace.settings.locales:
        language_name(tag)
    for template in ("article.html.j2", "row.html.j2", "editor.html.j2", "dashboard.html.j2"):
        environment().get_template(template)


def _page(page: Page, *, anyone: bool = False, writes: bool = False) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint: who asks, in which language, with a form of ours or none; then the page, in a thread of its own.

    What only reads waits for one of a few threads, so that a crowd of readers cannot hold up a save.
    """

    async def endpoint(request: Request) -> Response:
        config: Config = request.app.state.config
        kept = read_cookie(request.cookies.get(config.cookie, ""), config.secret)
        session = kept or Session.new()
        actor = config.people.who(request, session.name)
        visit = Visit(
            request=request,
            config=config,
            workspace=open_workspace(config.root),
            session=session,
            actor=actor or _NOBODY,
            words=words(_language(request)),
        )
        try:
            threads = request.app.state.writers if writes else request.app.state.readers
            response = await _answer(visit, page, threads, is_known=actor is not None or anyone)
        except L10nError as error:
            response = _sorry(visit, error)
        if kept is None and config.cookie not in response.headers.get("set-cookie", ""):
            session.keep(response, config.cookie, config.secret)
        return response

    return endpoint


async def _answer(visit: Visit, page: Page, threads: CapacityLimiter, *, is_known: bool) -> Response:
    if not is_known:
        if visit.config.people.signs_in and visit.request.method == "GET":
            return RedirectResponse("/sign-in", 303)
        return visit.page("stranger.html.j2", status=403)
    if visit.request.method != "POST":
        return await to_thread.run_sync(page, visit, limiter=threads)
    form = await read_form(visit.request)
    if not _is_ours(visit, form):
        return visit.page("expired.html.j2", status=403, texts=form.all("text"))
    try:
        return await to_thread.run_sync(page, replace(visit, form=form), limiter=threads)
    except L10nError as error:
        return _sorry(visit, error, texts=form.all("text"))


def _sorry(visit: Visit, error: L10nError, texts: tuple[str, ...] = ()) -> Response:
    """What went wrong, and what the person wrote: it may have been long."""
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
    return visit.page("error.html.j2", status=status, error=error, texts=texts)


def _is_ours(visit: Visit, form: Form) -> bool:
    return hmac.compare_digest(form.one("token").encode(), visit.session.form_token(visit.config.secret).encode())


def _language(request: Request) -> str:
    chosen = request.cookies.get("l10n-language", "")
    return chosen if chosen in LANGUAGES else preferred(request.headers.get("accept-language", ""))
