"""The project on disk: the only room that knows paths and bytes on a disk."""

from l10n.workspace.project import Workspace

__all__ = ["Workspace"]
