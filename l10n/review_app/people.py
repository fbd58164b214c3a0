"""Who is at the page. A name in the ledger is worth what stands behind it, so there are three ways, and no fourth."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from starlette.requests import HTTPConnection

from l10n.errors import InvalidInputError
from l10n.model.provenance import Actor

LEAST_TOKEN = 20
"""Characters. `openssl rand -hex 16` gives 32."""


class People(Protocol):
    """How a request is given a name."""

    @property
    def signs_in(self) -> bool:
        """People name themselves with a token, which their session then carries."""

    def who(self, connection: HTTPConnection, session_name: str) -> Actor | None:
        """The person who asks; None for someone we do not know."""


@dataclass(frozen=True, slots=True)
class OnePerson:
    """Loopback: whoever runs the server, by the name that git knows."""

    actor: Actor
    signs_in: bool = False

    def who(self, connection: HTTPConnection, session_name: str) -> Actor | None:
        return self.actor


@dataclass(frozen=True, slots=True)
class TokenHolders:
    """A token file: each person has a token, and no one can sign for another."""

    by_token: Mapping[str, Actor]
    signs_in: bool = True

    def who(self, connection: HTTPConnection, session_name: str) -> Actor | None:
        return Actor.parse(session_name) if session_name else None

    def holder(self, token: str) -> Actor | None:
        """Compared in constant time, against all of them."""
        found = None
        for known, actor in self.by_token.items():
            if hmac.compare_digest(known.encode(), token.strip().encode()):
                found = actor
        return found


@dataclass(frozen=True, slots=True)
class ProxyUsers:
    """A reverse proxy that signs people in: its header is believed from its own address, and from no other."""

    header: str
    proxies: frozenset[str]
    signs_in: bool = False

    def who(self, connection: HTTPConnection, session_name: str) -> Actor | None:
        client = connection.client.host if connection.client else ""
        given = connection.headers.getlist(self.header)
        if client not in self.proxies or len(given) != 1 or not given[0].strip():
            return None
        value = given[0].strip()
        return Actor(name=value, email=value) if "@" in value and "<" not in value else Actor.parse(value)


def parse_tokens(text: str) -> TokenHolders:
    """`TOKEN Name <address>`, one person a line; `#` begins a comment. Raises InvalidInputError with the line."""
    holders: dict[str, Actor] = {}
    for number, line in enumerate(text.splitlines(), 1):
        token, _, name = line.strip().partition(" ")
        if not token or token.startswith("#"):
            continue
        if len(token) < LEAST_TOKEN:
            raise InvalidInputError(
                "token-file",
                "a token of {count} characters can be guessed.",
                count=len(token),
                line=number,
                hint="Make one: openssl rand -hex 16",
            )
        if not name.strip():
            raise InvalidInputError(
                "token-file", "the token has no name after it.", line=number, hint="TOKEN Name <address>"
            )
        if token in holders:
            raise InvalidInputError("token-file", "the token stands there already.", line=number)
        holders[token] = Actor.parse(name)
    if not holders:
        raise InvalidInputError("token-file", "no token stands in it.", hint="One person a line: TOKEN Name <address>")
    return TokenHolders(holders)
