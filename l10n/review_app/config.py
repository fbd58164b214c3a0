"""What the server was told when it started."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from l10n.review_app.people import People


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """One server: a project, the people who may come in, and the names it answers to."""

    root: Path
    people: People
    hosts: frozenset[str]
    """Values of the Host header that are ours: `127.0.0.1:8420`. Any other may be DNS rebinding."""
    now: Callable[[], str]
    """The time as records write it."""
    cookie: str = "l10n"
    """Browsers share cookies between the ports of a host: two servers need two names."""
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    """Signs sessions; they end with the server."""
