"""A server that is not for this machine alone answers only who has a token (RFC 6750)."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from l10n.review_app.people import TokenHolders


class Tokens:
    """ASGI middleware: `Authorization: Bearer TOKEN`."""

    def __init__(self, app: ASGIApp, holders: TokenHolders) -> None:
        self.app, self.holders = app, holders

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not self._is_known(Headers(scope=scope)):
            refusal = PlainTextResponse(
                "l10n: This server asks for a token.\n", 401, {"WWW-Authenticate": 'Bearer realm="l10n"'}
            )
            await refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _is_known(self, headers: Headers) -> bool:
        scheme, _, token = headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and self.holders.holder(token) is not None
