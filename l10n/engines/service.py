"""A translation service behind an address: where texts go when they leave the process, and on what terms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Protocol
from urllib.parse import urlsplit

from l10n.errors import EngineError
from l10n.model.glossary import Term


class Answers(Protocol):
    """Answers that were paid for, by a key that tells what was asked. They outlive a killed run."""

    def get(self, key: str) -> str | None: ...

    def add(self, answers: Mapping[str, str]) -> None:
        """Keep them. Safe on the disk when this returns."""
        ...


@dataclass
class Budget:
    """Words that may be sent. A text that no longer fits is not sent, and a shorter one after it may be."""

    limit: int | None = None
    sent: int = 0

    def has_room(self, words: int) -> bool:
        return self.limit is None or self.sent + words <= self.limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What a remote engine is made from: handed in whole, so that engines read no settings and no environment."""

    name: str
    """What l10n.toml calls it; drafts bear this name."""
    url: str
    model: str = ""
    key: str = field(default="", repr=False)
    """Never in a message, a log or a file."""
    key_variable: str = ""
    """The environment variable that the key comes from; a key that is named and empty is missing."""
    timeout: float = 60.0
    """Seconds for one request, from the first byte sent to the last one read."""
    retries: int = 4
    """Further attempts at a request that a busy or failing server did not answer; one, where it hung."""
    retry_wait: float = 2.0
    """Seconds before the first further attempt; doubled for each one after it."""
    answers: Answers
    budget: Budget = field(default_factory=Budget)
    """Of this engine."""
    run_budget: Budget = field(default_factory=Budget)
    """Of all engines of the run together."""
    glossary: Callable[[str], Sequence[Term]] = lambda locale: ()
    """The terms of a locale."""

    def spend(self, words: int) -> bool:
        """Take words from both budgets, or from none and say False."""
        if not (self.budget.has_room(words) and self.run_budget.has_room(words)):
            return False
        self.budget.sent += words
        self.run_budget.sent += words
        return True

    def give_back(self, words: int) -> None:
        """Take back what was spent on a request that the service did not take: nobody pays for those."""
        self.budget.sent -= words
        self.run_budget.sent -= words

    def require_key(self) -> None:
        """Raises EngineError for a key that was named and is not there, or that no header can carry."""
        if self.key_variable and not self.key:
            raise EngineError(
                "engine-key-missing",
                "The engine {name} needs its key, and ${key_variable} is not set.",
                name=self.name,
                key_variable=self.key_variable,
                hint="Set it for this run: {key_variable}=… l10n draft",
            )
        if not (self.key.isascii() and self.key.isprintable() and " " not in self.key):
            raise EngineError(
                "engine-key-unfit",
                "What stands in ${key_variable} is no key: it holds blanks or other than ASCII characters.",
                key_variable=self.key_variable,
                hint="Copy the key again, without quotation marks or line ends around it.",
            )

    @property
    def is_on_this_machine(self) -> bool:
        return is_loopback(self.url)

    @property
    def place(self) -> str:
        """The address as people are shown it: `https://api.example.com`."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"


def is_loopback(url: str) -> bool:
    """True where an address is this machine itself: `localhost`, 127.0.0.0/8, ::1."""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")  # RFC 6761, section 6.3


def address_fault(url: str, *, allow_http: bool = False) -> str:
    """What is wrong with a service's address, as the end of a sentence; empty for a good one."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return "is not an address"
    if parts.scheme not in ("http", "https") or not parts.hostname or any(char.isspace() for char in url):
        return "is not an address such as https://api.example.com/v1"
    if parts.username is not None:
        return "holds a name or a password, and keys come from the environment only"
    if parts.scheme == "http" and not allow_http and not is_loopback(url):
        return "would send texts and the key unencrypted; use https, or set allow_http = true"
    return ""
