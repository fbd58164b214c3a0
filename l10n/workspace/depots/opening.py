"""Which depot a person means."""

from __future__ import annotations

import zipfile
from pathlib import Path

from l10n.errors import UsageError
from l10n.workspace.depots.address import Address
from l10n.workspace.depots.archive import ArchiveDepot
from l10n.workspace.depots.contract import Depot
from l10n.workspace.depots.folder import FolderDepot
from l10n.workspace.depots.web import PATIENCE, RETRIES, WebDepot

_SCHEMES = ("https://", "http://")


def open_depot(source: str, *, patience: float = PATIENCE, retries: int = RETRIES) -> Depot:
    """An address, a folder or a zip archive. Raises UsageError for what is none of them.

    `patience` is how many seconds a server may be silent, `retries` how often it is asked again.
    """
    if source.startswith(_SCHEMES):
        return WebDepot(Address.parse(source), patience, retries)
    if "://" in source:
        raise UsageError(
            "address-unfit",
            "{source} is no way to fetch.",
            source=source.partition("://")[0],
            hint="Use https, http, or a path.",
        )
    path = Path(source)
    if path.is_dir():
        return FolderDepot(path)
    if not path.exists():
        raise UsageError("no-such-source", "There is no folder or archive {source}.", source=source)
    if not zipfile.is_zipfile(path):
        raise UsageError("no-such-source", "{source} is neither a folder nor a zip archive.", source=source)
    return ArchiveDepot(path)
