"""Which messages on the disk differ from a git revision: what a pull request touched."""

from __future__ import annotations

from collections.abc import Iterable

from l10n.errors import InvalidInputError
from l10n.formats import po
from l10n.model.catalog import Catalog
from l10n.model.message import MessageKey
from l10n.steps.changed import changed
from l10n.workspace.layout import Name
from l10n.workspace.project import Workspace
from l10n.workspace.snapshot import at_revision, on_disk


def changed_since(
    workspace: Workspace, revision: str, names: Iterable[Name]
) -> dict[Name, frozenset[MessageKey] | None]:
    """The changed messages of each catalog that is not byte for byte what it was; None for all of them.

    None stands also for a catalog that cannot be read, then or now: whoever checks it says so. Catalogs that are
    equal are told by git's own id, and not read. Raises as `snapshot.at_revision` does.
    """
    then, now = at_revision(workspace.root, revision), on_disk(workspace.root)
    edited = [name for name in names if now.id(name) not in (None, then.id(name))]
    known = [name for name in edited if name in then.names]
    olds = dict(zip(known, then.read([then.names[name] for name in known]), strict=True))
    return {name: _changed(workspace, name, olds.get(name)) for name in edited}


def _changed(workspace: Workspace, name: Name, old: bytes | None) -> frozenset[MessageKey] | None:
    try:
        document = workspace.read_document(*name)
        before = Catalog() if old is None else po.decode(old).catalog
    except InvalidInputError:
        return None
    return changed(before, document.catalog) if document else frozenset()
