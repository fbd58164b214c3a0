"""Pages that load themselves again when they were built anew. Only what this server sends does, not what was built."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import mimetypes
import re
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from html import escape, unescape
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from l10n.errors import L10nError
from l10n.review_app.guard import Guard
from l10n.workspace.dist import Dist

CHANGES = "/_l10n/changes"
_OFTEN = 0.1
"""Seconds between two looks whether there is a new build."""
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")')
_SCRIPTS = re.compile(r"script-src ([^;]*)")
_ALONE = "default-src 'none'; style-src 'unsafe-inline'; script-src 'none'"


@dataclass
class Builds:
    """How many builds there were that changed something, told from the thread that builds."""

    count: int = 1
    stopping: threading.Event = field(default_factory=threading.Event)
    """Set when the server closes: streams end then, or it would wait for them for ever."""


def create_app(root: Path, builds: Builds, *, hosts: frozenset[str]) -> Starlette:
    """The pages below `root`, and a stream of server-sent events that tells of builds."""
    dist = Dist(root)

    async def page(request: Request) -> Response:
        return await run_in_threadpool(_answer, dist, request.path_params["path"], builds.count)

    async def changes(request: Request) -> Response:
        seen = request.query_params.get("seen", "")
        return StreamingResponse(_events(request, builds, seen), media_type="text/event-stream")

    routes = [Route(CHANGES, changes), Route("/{path:path}", page)]
    return Starlette(routes=routes, middleware=[Middleware(Guard, hosts=hosts)])


async def _events(request: Request, builds: Builds, seen: str) -> AsyncIterator[str]:
    """A message as soon as there is another build than the one that was seen."""
    yield "retry: 500\n\n"
    while not builds.stopping.is_set() and not await request.is_disconnected():
        if str(builds.count) != seen:
            yield f"data: {builds.count}\n\n"
            return
        await asyncio.sleep(_OFTEN)


def _answer(dist: Dist, path: str, build: int) -> Response:
    """A built file; a page gets the script that waits for the next build."""
    asked = f"{path}index.html" if not path or path.endswith("/") else path
    try:
        place = dist.place(asked)
        data = place.read_bytes() if place.is_file() else None
    except (L10nError, OSError):
        data = None
    if data is None:
        return _page(_nothing(asked), build, 404)
    if asked.endswith(".html"):
        return _page(data.decode("utf-8", "replace"), build, 200)
    return Response(data, media_type=mimetypes.guess_type(asked)[0] or "application/octet-stream")


def _nothing(path: str) -> str:
    return (
        f'<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_ALONE}">'
        f"<title>l10n watch</title><p>Nothing is built at <code>{escape(path)}</code>. "
        "A page that is held back is not written; it appears here once it goes out."
    )


def _page(html: str, build: int, status: int) -> Response:
    """The page with the script at its end, and this one script allowed beside its own."""
    script = f'new EventSource("{CHANGES}?seen={build}").onmessage = () => location.reload();'
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policies = []

    def allow(found: re.Match[str]) -> str:
        own = unescape(found[2])
        scripts = _SCRIPTS.search(own)
        named = scripts[1].replace("'none'", "").strip() if scripts else ""
        rest = _SCRIPTS.sub("", own).strip("; ")
        policies.append(f"{rest}; script-src {f'{named} ' if named else ''}'sha256-{digest}'; connect-src 'self'")
        return found[1] + escape(policies[0]) + found[3]

    html = _POLICY.sub(allow, html, count=1)
    headers = {"Content-Security-Policy": policies[0]} if policies else {}
    return Response(f"{html}<script>{script}</script>\n", status, headers, "text/html")
