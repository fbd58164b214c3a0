"""Finding the catalogs that other tools have laid out in a folder; nothing there is moved or changed."""

from l10n.workspace.adopting.find import find_layouts
from l10n.workspace.adopting.found import Found

__all__ = ["Found", "find_layouts"]
