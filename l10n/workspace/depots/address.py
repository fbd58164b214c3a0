"""The address of a depot on the web."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from l10n.errors import UsageError


@dataclass(frozen=True, slots=True)
class Address:
    """A folder on a web server: files are named below it."""

    url: str
    """Up to and with the last slash; a query, which some hosts sign their addresses with, is kept apart."""
    query: str = ""

    @classmethod
    def parse(cls, text: str) -> Address:
        """From what a person typed, which may name the manifest itself. Raises UsageError for what cannot be one."""
        try:
            parts = urlsplit(text)
            host, _ = parts.hostname, parts.port
        except ValueError:
            host = None
        if not host:
            raise UsageError(
                "address-unfit", "{text!r} is no address of a server.", text=text, hint="Write https://host/folder/"
            )
        if parts.username or parts.password:
            raise UsageError(
                "address-with-secret",
                "A name or a password does not belong in an address, where logs would show it.",
                hint="Put a token into the environment: L10N_PULL_TOKEN.",
            )
        folder = parts.path.removesuffix("manifest.json").rstrip("/")
        return cls(f"{parts.scheme}://{parts.netloc}{folder}/", f"?{parts.query}" if parts.query else "")

    @property
    def shown(self) -> str:
        """Without the query, which may be a secret."""
        return self.url

    @property
    def is_private(self) -> bool:
        """True where nobody on the way can read along."""
        parts = urlsplit(self.url)
        if parts.scheme == "https" or parts.hostname == "localhost":
            return True
        try:
            return ipaddress.ip_address(parts.hostname or "").is_loopback
        except ValueError:
            return False

    def below(self, name: str) -> Address:
        """A folder in it."""
        return Address(f"{self.url}{name}/", self.query)
