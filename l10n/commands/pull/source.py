"""Where a pull takes from: a project, what a project was at a revision, or a depot."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from l10n.commands.console import one_line, say
from l10n.commands.speech import _
from l10n.errors import ConflictError, InvalidInputError, ProjectError
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


def build_all(workspace: Workspace) -> None:
    """Build every article in every locale, as the project's own settings have it."""
    from l10n.commands.build.command import chosen_slugs
    from l10n.commands.build.run import Order, run
    from l10n.commands.policy import policy
    from l10n.workspace.dist import Dist

    policies = {tag: policy(workspace.settings, tag) for tag in workspace.settings.locales}
    dist = Dist(workspace.root / "dist")
    with dist.lock():
        run(workspace, dist, Order(policies=policies, slugs=chosen_slugs(workspace, None)))


def catalog_depot(source: str, *, patience: float, retries: int) -> Depot:
    """The depot of catalogs behind an address: a server of ours keeps them in a folder of their own."""
    depot = open_depot(source, patience=patience, retries=retries)
    if isinstance(depot, WebDepot):
        below = WebDepot(depot.address.below("catalogs"), patience, retries)
        if below.manifest() is not None:
            return below
    return depot


def read_manifest(depot: Depot, missing: str, signers: Path | None = None) -> Manifest:
    """What a depot offers. Raises InvalidInputError, with what to do about it, where it has no manifest, or, with
    `signers`, none that one of them signed."""
    data = depot.manifest()
    if data is None:
        raise InvalidInputError(
            "no-manifest", "there is no manifest.json.", advice=missing, path=depot.shown, hint="{advice}"
        )
    if signers is not None:
        _check_signature(depot, data, signers)
    try:
        return manifest_format.parse(data)
    except InvalidInputError as error:
        raise error.at(f"{depot.shown.rstrip('/')}/manifest.json") from None


def _check_signature(depot: Depot, data: bytes, signers: Path) -> None:
    from l10n.workspace.signature import verify

    signature = depot.signature()
    if signature is None:
        raise InvalidInputError(
            "unsigned", "nobody signed its manifest.", path=depot.shown, hint="Sign it: l10n build --sign KEY"
        )
    try:
        say(_("Signed by {verify}.", verify=one_line(verify(data, signature, signers))))
    except InvalidInputError as error:
        raise error.at(depot.shown) from None


def refuse_older(depot: Depot, offered: Manifest, before: Manifest | None) -> None:
    """Raises ConflictError where the source has an older build than the one that was delivered last."""
    have, had = offered.source, before.source if before else None
    if have and had and have.committed and had.committed and have.committed < had.committed:
        raise ConflictError(
            "older-build",
            "{shown} has an older build ({committed}) than the one delivered last ({before}).",
            shown=depot.shown,
            committed=have.committed,
            before=had.committed,
            hint="What was delivered stays as it was. If you mean to go back: --allow-older",
        )
