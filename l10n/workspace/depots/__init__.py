"""Depots: where a manifest and the files it names can be had, be it a folder, an archive or a server."""

from l10n.workspace.depots.contract import Depot
from l10n.workspace.depots.opening import open_depot

__all__ = ["Depot", "open_depot"]
