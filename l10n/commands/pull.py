"""`l10n pull`: catalogs or bundles that pass a gate, for a build pipeline."""

from __future__ import annotations

import shlex
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n import __version__
from l10n.commands.console import next_step, plural, put, put_json, say
from l10n.commands.domains import translated_domains
from l10n.commands.options import JsonOption
from l10n.commands.policy import GATE_HELP, parse_gate, policy
from l10n.errors import InvalidInputError, L10nError, ProjectError, UsageError
from l10n.model.catalog import ARTICLES, CHROME
from l10n.model.locale import canonical
from l10n.workspace import Workspace
from l10n.workspace.output import check_output
from l10n.workspace.project import SETTINGS

if TYPE_CHECKING:
    from l10n.model.manifest import Manifest, ManifestBundle
    from l10n.model.message import MessageKey
    from l10n.model.publishing import Policy
    from l10n.steps.pull import Delivery


class What(StrEnum):
    """What a pipeline can have."""

    CATALOGS = "catalogs"
    BUNDLES = "bundles"


class Format(StrEnum):
    """How catalogs are written."""

    PO = "po"
    MO = "mo"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """One catalog or bundle: whether it is delivered, and why."""

    locale: str
    name: str
    delivered: bool
    reason: str
    files: tuple[str, ...] = ()


def pull(
    ctx: typer.Context,
    locale: Annotated[list[str], typer.Argument(metavar="LOCALE", help="The locales wanted.", show_default=False)],
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FOLDER",
            help="A project, or for bundles a folder that was built.  [default: the project you are in]",
        ),
    ] = None,
    to: Annotated[Path, typer.Option("--to", metavar="FOLDER", help="Where to put them.")] = ...,  # type: ignore[assignment]
    what: Annotated[What, typer.Option(help="Gettext catalogs, or built bundles.")] = What.BUNDLES,
    form: Annotated[Format | None, typer.Option("--format", help="How catalogs are written.  [default: po]")] = None,
    gate: Annotated[str | None, typer.Option(metavar="STATE=PERCENT", help=GATE_HELP)] = None,
    as_json: JsonOption = False,
) -> None:
    """Fetch catalogs or bundles that pass a gate, for a build pipeline.

    Without --gate, catalogs are held against the gate in l10n.toml, and bundles are those that were published. What
    does not pass is not delivered, an earlier delivery of it stays, and the exit code is 1. In catalogs, texts below
    the gate's state are empty. Every file of a bundle is held against the manifest first (exit code 3).

    Example: l10n pull nb --from . --what catalogs --format mo --gate reviewed=100 --to locale
    """
    source = source or _here(ctx.obj)
    if not source.is_dir():
        raise UsageError(f"There is no folder {source}.")
    if form and what is What.BUNDLES:
        raise UsageError("--format is for catalogs; bundles are as they were built.", hint="Add: --what catalogs")
    check_output(to, source if (source / SETTINGS).is_file() else None)
    tags = list(dict.fromkeys(canonical(tag) for tag in locale))
    if what is What.CATALOGS:
        contents, items = _catalogs(source, tags, form or Format.PO, gate)
        changed = _put_catalogs(to, contents) if contents else []
    else:
        items, changed = _bundles(source, to, tags, gate)
    if as_json:
        put_json("pull/1", {"to": str(to), "items": [asdict(item) for item in items], "changed": changed})
    else:
        _report(to, items, changed)
    if not all(item.delivered for item in items):
        raise typer.Exit(L10nError.exit_code)


def _here(folder: Path) -> Path:
    """The project that a folder lies in; the folder itself where that is none."""
    try:
        return Workspace.find(folder).root
    except ProjectError:
        return folder


def _catalogs(source: Path, tags: list[str], form: Format, gate: str | None) -> tuple[dict[str, bytes], list[_Item]]:
    """All that passes, by path: read and judged whole before anything is written."""
    from l10n.steps.pull import pull as pull_catalog

    if not (source / SETTINGS).is_file():
        raise ProjectError(f"{source} has no {SETTINGS}: catalogs come from a project.", hint="Name its folder: --from")
    workspace = Workspace(source.resolve())
    contents: dict[str, bytes] = {}
    items = []
    for tag in tags:
        rules = policy(workspace.settings, tag, gate)
        for domain in translated_domains(workspace, tag):
            catalog = workspace.load_catalog(tag, domain)
            if catalog is None:
                items.append(_Item(locale=tag, name=domain, delivered=False, reason="there is no catalog yet"))
                continue
            delivery = pull_catalog(catalog, locale=tag, domain=domain, policy=rules, wanted=_wanted(workspace, domain))
            path = f"{tag}/LC_MESSAGES/{domain}.mo" if form is Format.MO else f"{tag}/{domain}.{form}"
            passes = delivery.verdict.is_met
            if passes:
                contents[path] = _encoded(workspace, delivery, form, rules)
            files = (path,) if passes else ()
            reason = delivery.verdict.reason
            items.append(_Item(locale=tag, name=domain, delivered=passes, reason=reason, files=files))
    return contents, items


def _wanted(workspace: Workspace, domain: str) -> list[MessageKey]:
    """The messages that a domain's source has now."""
    from l10n.segmentation.article import split

    if domain == CHROME:
        template = workspace.load_template(domain)
        return list(template.by_key) if template else []
    return [unit.key for unit in split(workspace.load_article(domain.removeprefix(ARTICLES)))]


def _encoded(workspace: Workspace, delivery: Delivery, form: Format, rules: Policy) -> bytes:
    from l10n.formats import po
    from l10n.formats.writers import catalog_json, mo

    if form is Format.PO:
        return po.encode(delivery.catalog)
    if form is Format.MO:
        return mo.encode(delivery.catalog, rules.publishes)
    verdict = delivery.verdict
    language = workspace.settings.source_language(verdict.subject)
    text = catalog_json.serialize(
        delivery.catalog, locale=verdict.locale, domain=verdict.subject, source_language=language
    )
    return text.encode()


def _put_catalogs(to: Path, contents: dict[str, bytes]) -> list[str]:
    """Write catalogs beside what was delivered before; the manifest says which files are ours to replace."""
    from l10n.model.manifest import Manifest
    from l10n.workspace.dist import Dist, listed

    target = Dist(to)
    with target.lock():
        before = target.load_manifest() or Manifest(tool=f"l10n {__version__}")
        stay = (file for file in before.files if file.path not in contents)
        after = replace(before, files=(*stay, *(listed(path, data) for path, data in contents.items())))
        return target.write(contents, after, stale=())


def _bundles(source: Path, to: Path, tags: list[str], gate: str | None) -> tuple[list[_Item], list[str]]:
    """Bundles whose every file is as the manifest promises; the new ones take the place of the old ones."""
    from l10n.model.manifest import Manifest
    from l10n.workspace.dist import MANIFEST, Dist

    built = Dist(source / "dist" if (source / SETTINGS).is_file() else source)
    manifest = built.load_manifest()
    if manifest is None:
        raise InvalidInputError(f"there is no {MANIFEST}.", path=str(built.root), hint=_how_to_build(source))
    known = sorted({bundle.locale for bundle in manifest.bundles})
    for tag in tags:
        if tag not in known:
            raise UsageError(f"{built.root} has no locale {tag!r}.", hint=f"It has {', '.join(known) or 'none'}.")
    wanted = [bundle for tag in tags for bundle in manifest.bundles if bundle.locale == tag]
    items = [_judged(bundle, gate, manifest) for bundle in wanted]
    taken = {path for item in items for path in item.files}
    listed = [file for file in manifest.files if file.path in taken]
    contents = {file.path: built.read(file) for file in listed}
    delivered = [bundle for bundle, item in zip(wanted, items, strict=True) if item.delivered]
    if not delivered:
        return items, []
    target = Dist(to)
    with target.lock():
        before = target.load_manifest() or Manifest(tool=manifest.tool)
        folders = tuple(bundle.folder for bundle in delivered)
        after = Manifest(
            tool=manifest.tool,
            files=(*(file for file in before.files if not file.path.startswith(folders)), *listed),
            bundles=(*(bundle for bundle in before.bundles if bundle.folder not in folders), *delivered),
        )
        stale = {file.path for file in before.files} - {file.path for file in after.files}
        return items, target.write(contents, after, stale)


def _how_to_build(source: Path) -> str:
    """What to do where nothing was built, as it can be typed where the reader is."""
    if not (source / SETTINGS).is_file():
        return "Name a project, or a folder that `l10n build` wrote: --from FOLDER"
    where = "" if Path.cwd().is_relative_to(source.resolve()) else f"-C {shlex.quote(str(source))} "
    return f"Build first: l10n {where}build"


def _judged(bundle: ManifestBundle, gate: str | None, manifest: Manifest) -> _Item:
    """A bundle against the gate. Raises InvalidInputError for one that is said to be out and has no files."""
    name, tag = bundle.article, bundle.locale
    if not bundle.published:
        return _Item(locale=tag, name=name, delivered=False, reason=f"not built, {bundle.reason}")
    verdict = bundle.verdict(*parse_gate(gate)) if gate else bundle.verdict()
    files = tuple(file.path for file in manifest.files if file.path.startswith(bundle.folder))
    if not files:
        raise InvalidInputError(f"the manifest lists no file of {bundle.folder[:-1]}.", hint="Build again: l10n build")
    passes = verdict.is_met
    return _Item(locale=tag, name=name, delivered=passes, reason=verdict.reason, files=files if passes else ())


def _report(to: Path, items: list[_Item], changed: list[str]) -> None:
    width = max((len(item.locale) for item in items), default=0)
    for item in items:
        if item.delivered:
            put(f"{item.locale:{width}}  {item.name}  delivered: {item.reason}")
            for path in item.files:
                put(f"{'':{width}}  {to / path}")
        else:
            put(
                f"{item.locale:{width}}  {item.name}  not delivered: {item.reason}; an earlier delivery stays as it was"
            )
    say(f"\n{plural(len(changed), 'file')} changed in {to}")
    missing = [item for item in items if not item.delivered]
    if missing:
        next_step(f"l10n status {missing[0].locale}", "what is missing")
