"""Which depot a person means."""

from __future__ import annotations

import zipfile
from pathlib import Path

from l10n.errors import UsageError
from l10n.workspace.depots.address import Address
from l10n.workspace.depots.archive import ArchiveDepot
from l10n.workspace.depots.contract import Depot
from l10n.workspace.depots.folder import FolderDepot
from l10n.workspace.depots.web import WebDepot

_SCHEMES = ("https://", "http://")


def is_web(source: str) -> bool:
    return source.startswith(_SCHEMES)


def open_depot(source: str) -> Depot:
    """An address, a folder or a zip archive. Raises UsageError for what is none of them."""
    if is_web(source):
        return WebDepot(Address.parse(source))
    if "://" in source:
        raise UsageError(f"{source.partition('://')[0]} is no way to fetch.", hint="Use https, http, or a path.")
    path = Path(source)
    if path.is_dir():
        return FolderDepot(path)
    if not path.exists():
        raise UsageError(f"There is no folder or archive {source}.")
    if not zipfile.is_zipfile(path):
        raise UsageError(f"{source} is neither a folder nor a zip archive.")
    return ArchiveDepot(path)
