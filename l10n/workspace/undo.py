"""A catalog put back as it was, byte for byte, if nobody has written to it since."""

from __future__ import annotations

from collections.abc import Iterable

from l10n.model.ledger import LedgerEntry
from l10n.workspace import files, links, together
from l10n.workspace.interrupts import uninterrupted
from l10n.workspace.project import Workspace


def catalog_bytes(workspace: Workspace, locale: str, domain: str) -> bytes | None:
    """The catalog's file as it is on the disk now; None where there is none."""
    path = workspace.catalog_path(locale, domain)
    return files.read_bytes(links.place(path, workspace.root, workspace.shown(path)), workspace.shown(path))


def put_back(
    workspace: Workspace, locale: str, domain: str, *, old: bytes, new: bytes, verdicts: Iterable[LedgerEntry]
) -> bool:
    """Write the `old` bytes where the file still holds the `new` ones; False, and nothing done, where it does not.

    The verdicts (those that take others back) go into the ledger: both, or neither. For whoever holds the lock.
    """
    if catalog_bytes(workspace, locale, domain) != new:
        return False
    path = workspace.catalog_path(locale, domain)
    place = links.place(path, workspace.root, workspace.shown(path))
    with uninterrupted(), together.all_or_none({place: old}, workspace.shown):
        workspace.records.append_ledger(locale, verdicts)
    return True
