"""A catalog as a commit left it."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.model.catalog import Catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One commit that touched a catalog."""

    commit: str
    """Abbreviated, as git shows it."""
    at: str
    """When it was made, as records write it: UTC, to the minute."""
    by: str
    """The author, as `Name <address>`."""
    subject: str
    catalog: Catalog
