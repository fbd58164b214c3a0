"""The door: what is refused before any page sees it, and what every answer says to the browser.

Host and Origin are held against the names we answer to (DNS rebinding, OWASP "Cross-Site Request Forgery
Prevention"); the policy lets a browser run and load what comes from here and nothing else, and no inline script.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    # not `no-referrer`, with which a browser sends the Origin of our own forms as `null`
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_METHODS = frozenset({"GET", "HEAD", "POST"})


class Guard:
    """ASGI middleware around the whole app."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self.app, self.hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        app = self.app if refusal is None else PlainTextResponse(f"l10n: {refusal[1]}\n", refusal[0])

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                # a built page has a policy of its own, which names its own style and script by hash
                headers.setdefault("Content-Security-Policy", _POLICY)
                headers.setdefault("Cache-Control", "no-store")
                for name, value in _HEADERS.items():
                    headers[name] = value
            await send(message)

        await app(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """A status and a sentence for a request that is not for us."""
        headers = Headers(scope=scope)
        if scope["method"] not in _METHODS:
            return 405, f"{scope['method']} is nothing this server does."
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self.hosts:
            return 421, "This is not the name of this server. Start it with --allow-host to give it another one."
        if scope["method"] == "POST" and not self._is_own_form(headers):
            return 403, "This form was sent by another site, and nothing was written."
        return None

    def _is_own_form(self, headers: Headers) -> bool:
        """A browser says where a form came from; where nothing is said, the form's own token still decides."""
        origins = headers.getlist("origin")
        if any(urlsplit(origin).netloc.lower() != headers["host"].lower() for origin in origins):
            return False
        return headers.get("sec-fetch-site", "same-origin") == "same-origin"
