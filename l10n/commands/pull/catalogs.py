"""Pull catalogs: each is held against the gate, and only what may be published of it is delivered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from l10n import __version__
from l10n.commands.policy import parse_gate
from l10n.commands.pull.item import Item
from l10n.errors import InvalidInputError, UsageError
from l10n.formats import po
from l10n.model.exchange import ExchangeFile
from l10n.model.locale import gettext_name
from l10n.model.manifest import Manifest, ManifestCatalog, ManifestFile, ManifestGate
from l10n.model.publishing import Policy
from l10n.model.state import State
from l10n.steps.export_units import export_units
from l10n.workspace.delivery import Delivery
from l10n.workspace.depots import Depot

if TYPE_CHECKING:
    from l10n.steps.pull import Delivery as Pulled


class Format(StrEnum):
    """How catalogs are written."""

    PO = "po"
    MO = "mo"
    JSON = "json"
    XLIFF = "xliff"


def pull_catalogs(
    depot: Depot,
    manifest: Manifest,
    delivery: Delivery,
    wanted: Callable[[str, str], bool],
    *,
    form: Format,
    name: str | None,
    gate: str | None,
    progress: Callable[[int], None],
) -> tuple[list[Item], Manifest]:
    """Fetch what passes and is new; returns what became of each catalog, and what the folder shall hold.

    Catalogs are called by their domain, or by `name`. Raises UsageError where two would have the same one.
    """
    domains = {one.domain for one in manifest.catalogs if wanted(one.locale, one.domain)}
    if name and len(domains) > 1:
        raise UsageError(
            "same-name-twice",
            "--as {name} would call {count} catalogs the same.",
            name=name,
            count=len(domains),
            hint="Name one: --domain chrome",
        )
    sent = {file.path: file for file in manifest.files}
    before = delivery.before or Manifest(tool=f"l10n {__version__}")
    listed = {one.path: one for one in before.files}
    had = {(one.locale, one.domain, one.path): one for one in before.catalogs}
    items, catalogs, files = [], [], []
    for offered in manifest.catalogs:
        if not wanted(offered.locale, offered.domain):
            continue
        verdict = offered.verdict(*parse_gate(gate)) if gate else offered.verdict()
        path = _path(offered, form, name)
        file = sent.get(offered.path)
        reason = verdict.reason if file else "there is no catalog yet"
        passes = verdict.is_met and file is not None
        item = Item(locale=offered.locale, name=offered.domain, delivered=passes, reason=reason)
        if form in (Format.MO, Format.JSON) and verdict.words.get(State.DRAFT) and verdict.gate is State.DRAFT:
            item = replace(item, reason=f"{reason}; drafts are left out, because .{form} has no mark for them")
        items.append(replace(item, files=(path,)) if passes else item)
        if not passes or file is None:
            continue
        new = replace(
            offered,
            path=path,
            gate=ManifestGate(state=verdict.gate, percent=verdict.percent),
            fallback=verdict.fallback,
            below=verdict.below,
            made_from=file.sha256,
        )
        old = listed.get(path)
        if old and had.get((new.locale, new.domain, path)) == new and delivery.dist.holds(old):
            files.append(old)
        else:
            files.append(delivery.incoming.put(path, _made(depot, delivery, offered, file, form, new)))
            progress(1)
        catalogs.append(new)
    ours = {file.path for file in files}
    return items, replace(
        before,
        files=(*(file for file in before.files if file.path not in ours), *files),
        catalogs=(*(one for one in before.catalogs if one.path not in ours), *catalogs),
    )


def _path(catalog: ManifestCatalog, form: Format, name: str | None) -> str:
    called = name or catalog.domain
    if form is Format.MO:  # where gettext looks for it, under the name that gettext gives the locale
        return f"{gettext_name(catalog.locale)}/LC_MESSAGES/{called}.mo"
    return f"{catalog.locale}/{called}.{'xlf' if form is Format.XLIFF else form}"


def _made(
    depot: Depot, delivery: Delivery, offered: ManifestCatalog, file: ManifestFile, form: Format, new: ManifestCatalog
) -> bytes:
    """The catalog as it is delivered. Raises InvalidInputError where it does not hold what its manifest says."""
    from l10n.steps.pull import pull

    if not offered.path.endswith(".po"):
        if new.path != offered.path or new.gate != offered.gate:
            raise UsageError(
                "only-as-delivered",
                "{shown} has {path} as it was delivered there; nothing else can be made of it.",
                shown=depot.shown,
                path=offered.path,
                hint="Ask for the same --format, --as and --gate, or pull from a source that has .po files.",
            )
        return delivery.incoming.fetch(depot, file).read_bytes()
    data = delivery.incoming.fetch(depot, file).read_bytes()
    try:
        catalog = po.decode(data).catalog
    except InvalidInputError as error:
        raise error.at(f"{depot.shown}/{offered.path}") from None
    rules = Policy(gate=new.gate.state, percent=new.gate.percent, fallback=new.fallback)
    pulled = pull(catalog, locale=offered.locale, domain=offered.domain, policy=rules)
    if not pulled.verdict.is_met:
        raise InvalidInputError(
            "catalog-not-as-promised",
            "{file} does not hold what its manifest says: {reason}.",
            file=offered.path,
            reason=pulled.verdict.reason,
            path=depot.shown,
        )
    return _encoded(pulled, form, rules, offered)


def _encoded(pulled: Pulled, form: Format, rules: Policy, offered: ManifestCatalog) -> bytes:
    from l10n.formats.writers import catalog_json, mo

    if form is Format.PO:
        return po.encode(pulled.catalog)
    if form is Format.MO:
        return mo.encode(pulled.catalog, rules.publishes)
    if form is Format.XLIFF:
        from l10n.formats.exchange import FORMATS

        units = export_units(pulled.catalog)
        texts = ExchangeFile(
            domain=offered.domain,
            source_language=offered.source_language,
            target_language=offered.locale,
            units=units,
        )
        return FORMATS["xliff"].write(texts)
    text = catalog_json.serialize(
        pulled.catalog, locale=offered.locale, domain=offered.domain, source_language=offered.source_language
    )
    return text.encode()
