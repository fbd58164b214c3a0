"""Sessions: a signed cookie that holds an id and, where people sign in, a name. Nothing is kept on the server."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass

from starlette.responses import Response


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that has been here before."""

    id: str
    name: str = ""
    """Who signed in, as `Name <address>`; empty for nobody."""

    @classmethod
    def new(cls, name: str = "") -> Session:
        return cls(secrets.token_urlsafe(16), name)

    def cookie(self, secret: bytes) -> str:
        """What the browser keeps."""
        name = base64.urlsafe_b64encode(self.name.encode()).decode().rstrip("=")
        return f"{self.id}.{name}.{_signed(secret, 'session', self.id, self.name)}"

    def keep(self, response: Response, name: str, secret: bytes) -> None:
        """Hand it to the browser. Lax, so that a permalink in a letter finds the one who follows it signed in."""
        response.set_cookie(name, self.cookie(secret), httponly=True, samesite="lax", path="/")

    def form_token(self, secret: bytes) -> str:
        """What a form of ours carries, so that a form of anyone else's is refused."""
        return _signed(secret, "form", self.id, self.name)


def read_cookie(cookie: str, secret: bytes) -> Session | None:
    """The session, or None for a cookie that is torn, forged, or of an earlier server."""
    parts = cookie.split(".")
    if len(parts) != 3:
        return None
    try:
        name = base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)).decode()
    except ValueError:
        return None
    session = Session(parts[0], name)
    return session if hmac.compare_digest(session.cookie(secret).encode(), cookie.encode()) else None


def _signed(secret: bytes, *parts: str) -> str:
    return hmac.new(secret, "\0".join(parts).encode(), hashlib.sha256).hexdigest()
