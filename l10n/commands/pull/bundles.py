"""Pull bundles: those that were published and pass the gate, in the place of the ones before.

They come whole, or as content for a site generator: the article's Markdown, with its pictures beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from l10n.commands.policy import parse_gate
from l10n.commands.pull.item import Item
from l10n.errors import InvalidInputError
from l10n.model.manifest import Manifest, ManifestBundle, ManifestFile
from l10n.workspace.delivery import Delivery
from l10n.workspace.depots import Depot


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where a bundle's files lie in a delivery."""

    folder: Callable[[ManifestBundle], str]
    """The folder of a bundle, ending in a slash."""
    name: Callable[[str], str]
    """What a file of it is called there; empty for one that is not taken."""
    main: str
    """The file without which there is no bundle."""

    def place(self, bundle: ManifestBundle, file: ManifestFile) -> ManifestFile | None:
        """A file of a bundle as the delivery lists it, or None if it is not taken."""
        name = self.name(file.path.removeprefix(bundle.folder))
        return replace(file, path=self.folder(bundle) + name) if name else None


def _content_name(name: str) -> str:
    return "index.md" if name == CONTENT.main else name if name.startswith("images/") else ""


WHOLE = Layout(folder=lambda bundle: bundle.folder, name=lambda name: name, main="index.html")
CONTENT = Layout(folder=lambda bundle: f"{bundle.locale}/{bundle.article}/", name=_content_name, main="article.md")
"""What Hugo calls leaf bundles, one folder a locale: `nb/ferries/index.md`, `nb/ferries/images/…`."""


def pull_bundles(
    depot: Depot,
    manifest: Manifest,
    delivery: Delivery,
    wanted: Callable[[str, str], bool],
    *,
    layout: Layout,
    gate: str | None,
    progress: Callable[[int], None],
) -> tuple[list[Item], Manifest]:
    """Fetch what passes and is new; returns what became of each bundle, and what the folder shall hold.

    A bundle that does not pass leaves the one that was delivered before as it was.
    """
    chosen = [bundle for bundle in manifest.bundles if wanted(bundle.locale, bundle.article)]
    sent = manifest.by_folder()
    files: list[ManifestFile] = []
    items = []
    for bundle in chosen:
        placed = [(file, place) for file in sent.get(bundle.folder, ()) if (place := layout.place(bundle, file))]
        item = _judged(bundle, gate, layout, placed)
        items.append(item)
        for file, place in placed if item.delivered else ():
            files.append(place)
            if delivery.fetch(depot, file, place):
                progress(1)
    before = delivery.before or replace(manifest, files=(), bundles=(), catalogs=())
    delivered = [bundle for bundle, item in zip(chosen, items, strict=True) if item.delivered]
    if not delivered:
        return items, before
    replaced = set(map(layout.folder, delivered))
    folders = {bundle.folder for bundle in delivered}
    return items, replace(
        manifest,
        files=(*(file for file in before.files if file.folder not in replaced), *files),
        bundles=(*(bundle for bundle in before.bundles if bundle.folder not in folders), *delivered),
        catalogs=before.catalogs,
    )


def _judged(
    bundle: ManifestBundle, gate: str | None, layout: Layout, placed: list[tuple[ManifestFile, ManifestFile]]
) -> Item:
    """A bundle against the gate. Raises InvalidInputError for one that is said to be out and is not there."""
    name, tag = bundle.article, bundle.locale
    if not bundle.published:
        return Item(locale=tag, name=name, delivered=False, reason=f"not built, {bundle.reason}")
    verdict = bundle.verdict(*parse_gate(gate)) if gate else bundle.verdict()
    if bundle.folder + layout.main not in {file.path for file, _ in placed}:
        raise InvalidInputError(
            "manifest-incomplete",
            "the manifest does not list {folder}{main}.",
            folder=bundle.folder,
            main=layout.main,
            hint="Build again: l10n build",
        )
    passes = verdict.is_met
    files = tuple(place.path for _, place in placed) if passes else ()
    return Item(locale=tag, name=name, delivered=passes, reason=verdict.reason, files=files)
