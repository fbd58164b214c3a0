"""What bundles know of the site they stand on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import NAMESPACE_URL, uuid5


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site: its name, its address, who answers for it."""

    name: str
    links: Mapping[str, str] = field(default_factory=dict)
    """Addresses by the names that chrome links to: `privacy`."""
    url: str = ""
    """Where the folder of all bundles is served, without a slash at its end; empty where nobody said."""
    responsible_editor: str = ""

    def address(self, slug: str, locale: str, name: str = "index.html") -> str:
        """A file of a bundle: whole, or relative to a bundle of the same article."""
        return f"{self.url}/{slug}/{locale}/{name}" if self.url else f"../{locale}/{name}"

    def identity(self, slug: str, locale: str) -> str:
        """A URI for an article in a locale, for formats that need one: its address, or one made from its name."""
        if self.url:
            return self.address(slug, locale)
        return uuid5(NAMESPACE_URL, f"l10n:{self.name}/{slug}/{locale}").urn
