"""A folder becomes a project: its settings, its folders, and what git is to know. Nothing that is there is changed."""

from __future__ import annotations

from pathlib import Path

from l10n.errors import UsageError
from l10n.workspace import files
from l10n.workspace.git_lines import ATTRIBUTES, IGNORED, add_lines
from l10n.workspace.project import SETTINGS

FOLDERS = ("articles", "catalogs")


def is_begun(root: Path) -> bool:
    """True for the folder of a project, False for one where a project can begin.

    Raises UsageError for a place where none can: a file, and a folder of another project.
    """
    if root.exists() and not root.is_dir():
        raise UsageError(
            "file-not-folder", "{root} is a file, not a folder.", root=root, hint="Name a folder: l10n init FOLDER"
        )
    if (root / SETTINGS).exists():
        return True
    for above in root.resolve().parents:
        if (above / SETTINGS).is_file():
            raise UsageError(
                "project-in-project",
                "This folder lies in a project already, the one in {above}.",
                above=above,
                hint="Work there: l10n status. A project of its own needs a folder outside of it.",
            )
    return False


def begin(root: Path, settings: str, *, in_git: bool, is_adopting: bool = False) -> list[str]:
    """Write what is missing; what was made, as paths in the folder, and with the lines that a file was given.

    Where catalogs of other tools are adopted, nothing is but the settings: the folder has what it needs.

    Raises StorageError where the disk refuses.
    """
    made = []
    if not (root / SETTINGS).exists():
        files.write_stream(root / SETTINGS, [settings.encode()], SETTINGS, replace=False)
        made.append(SETTINGS)
    if is_adopting:
        return made
    for folder in FOLDERS:
        if not (root / folder).exists():
            files.make_folder(root / folder, f"{folder}/")
            made.append(f"{folder}/")
    for name, lines in ((".gitignore", IGNORED), (".gitattributes", ATTRIBUTES if in_git else ())):
        made += [f"{name}: {line}" for line in add_lines(root, name, lines)]
    return made
