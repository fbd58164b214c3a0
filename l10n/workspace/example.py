"""The page of the tutorial, put into a project."""

from __future__ import annotations

from importlib.resources import files as package_files
from pathlib import Path

from l10n.workspace import files

EXAMPLE_PAGE = "tokyo-forum.capture.txt"
_TRANSLATION = "tokyo-forum.nb.csv"
"""Its texts in Bokmål, as a translator sent them."""


def put_example(root: Path) -> list[str]:
    """Write the files that are missing; their names. What stands there under such a name stays.

    Raises StorageError where the disk refuses.
    """
    missing = [name for name in (EXAMPLE_PAGE, _TRANSLATION) if not (root / name).exists()]
    for name in missing:
        data = package_files("l10n.example").joinpath(name).read_bytes()
        files.write_stream(root / name, [data], name, replace=False)
    return missing
