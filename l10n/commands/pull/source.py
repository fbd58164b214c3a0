"""Where a pull takes from: a project, what a project was at a revision, or a depot."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from l10n.errors import InvalidInputError, ProjectError
from l10n.formats import manifest as manifest_format
from l10n.model.manifest import Manifest
from l10n.workspace import Workspace
from l10n.workspace.depots import Depot, open_depot
from l10n.workspace.depots.web import WebDepot
from l10n.workspace.project import SETTINGS


def here(folder: Path) -> str:
    """The project that a folder lies in; the folder itself where that is none."""
    try:
        return str(Workspace.find(folder).root)
    except ProjectError:
        return str(folder)


def project_of(source: str) -> Workspace | None:
    """The project, where the source is one."""
    path = Path(source)
    return Workspace(path.resolve()) if (path / SETTINGS).is_file() else None


@contextlib.contextmanager
def at_revision(workspace: Workspace, revision: str) -> Iterator[Workspace]:
    """The project as git has it at a revision, in a folder that is gone when the block ends."""
    from l10n.workspace.checkout import check_out

    with tempfile.TemporaryDirectory(prefix="l10n-") as folder:
        yield Workspace(check_out(workspace.root, revision, Path(folder)))


def catalog_depot(source: str, *, patience: float, retries: int) -> Depot:
    """The depot of catalogs behind an address: a server of ours keeps them in a folder of their own."""
    depot = open_depot(source, patience=patience, retries=retries)
    if isinstance(depot, WebDepot):
        below = WebDepot(depot.address.below("catalogs"), patience, retries)
        if below.manifest() is not None:
            return below
    return depot


def read_manifest(depot: Depot, missing: str) -> Manifest:
    """What a depot offers. Raises InvalidInputError, with what to do about it, where it has no manifest."""
    data = depot.manifest()
    if data is None:
        raise InvalidInputError("there is no manifest.json.", path=depot.shown, hint=missing)
    try:
        return manifest_format.parse(data)
    except InvalidInputError as error:
        raise error.at(f"{depot.shown.rstrip('/')}/manifest.json") from None
