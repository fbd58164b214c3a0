"""Pull bundles: those that were published and pass the gate, whole, in the place of the ones before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from l10n.commands.policy import parse_gate
from l10n.commands.pull.item import Item
from l10n.errors import InvalidInputError
from l10n.model.manifest import Manifest, ManifestBundle
from l10n.workspace.delivery import Delivery
from l10n.workspace.depots import Depot


def pull_bundles(
    depot: Depot,
    manifest: Manifest,
    delivery: Delivery,
    wanted: Callable[[str, str], bool],
    *,
    gate: str | None,
    progress: Callable[[int], None],
) -> tuple[list[Item], Manifest]:
    """Fetch what passes and is new; returns what became of each bundle, and what the folder shall hold.

    A bundle that does not pass leaves the one that was delivered before as it was.
    """
    chosen = [bundle for bundle in manifest.bundles if wanted(bundle.locale, bundle.article)]
    items = [_judged(bundle, gate, manifest) for bundle in chosen]
    taken = {path for item in items for path in item.files}
    files = tuple(file for file in manifest.files if file.path in taken)
    for file in files:
        if delivery.fetch(depot, file):
            progress(1)
    before = delivery.before() or replace(manifest, files=(), bundles=(), catalogs=())
    delivered = [bundle for bundle, item in zip(chosen, items, strict=True) if item.delivered]
    if not delivered:
        return items, before
    folders = tuple(bundle.folder for bundle in delivered)
    return items, replace(
        manifest,
        files=(*(file for file in before.files if not file.path.startswith(folders)), *files),
        bundles=(*(bundle for bundle in before.bundles if bundle.folder not in folders), *delivered),
        catalogs=before.catalogs,
    )


def _judged(bundle: ManifestBundle, gate: str | None, manifest: Manifest) -> Item:
    """A bundle against the gate. Raises InvalidInputError for one that is said to be out and has no files."""
    name, tag = bundle.article, bundle.locale
    if not bundle.published:
        return Item(locale=tag, name=name, delivered=False, reason=f"not built, {bundle.reason}")
    verdict = bundle.verdict(*parse_gate(gate)) if gate else bundle.verdict()
    files = tuple(file.path for file in manifest.files if file.path.startswith(bundle.folder))
    if not files:
        raise InvalidInputError(f"the manifest lists no file of {bundle.folder[:-1]}.", hint="Build again: l10n build")
    passes = verdict.is_met
    return Item(locale=tag, name=name, delivered=passes, reason=verdict.reason, files=files if passes else ())
