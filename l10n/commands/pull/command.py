"""`l10n pull`, as it is typed."""

from __future__ import annotations

import contextlib
import re
import shlex
from collections.abc import Callable, Iterable
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.commands.console import put_json
from l10n.commands.domains import domain_of, translated_domains
from l10n.commands.meter import Meter
from l10n.commands.options import JsonOption
from l10n.commands.policy import GATE_HELP, parse_gate
from l10n.commands.pull import source as sources
from l10n.commands.pull.catalogs import Format, pull_catalogs
from l10n.commands.pull.report import report
from l10n.errors import InvalidInputError, L10nError, UsageError
from l10n.model.catalog import ARTICLES
from l10n.model.locale import canonical
from l10n.workspace import Workspace
from l10n.workspace.delivery import Delivery
from l10n.workspace.frozen import hold_against, write_lock
from l10n.workspace.output import check_output

if TYPE_CHECKING:
    from l10n.model.manifest import Manifest
    from l10n.workspace.depots import Depot


_NAME = re.compile(r"[A-Za-z0-9][\w.-]{0,99}", re.ASCII)
"""What may be the name of a catalog, and can lead nowhere else."""


class What(StrEnum):
    """What a pipeline can have."""

    CATALOGS = "catalogs"
    BUNDLES = "bundles"
    CONTENT = "content"


def pull(
    ctx: typer.Context,
    locale: Annotated[list[str], typer.Argument(metavar="LOCALE", help="The locales wanted.", show_default=False)],
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="SOURCE",
            help="A project, a folder that was built or delivered, a zip of one, or its http(s) address.  "
            "[default: the project you are in]",
        ),
    ] = None,
    to: Annotated[Path, typer.Option("--to", metavar="FOLDER", help="Where to put them.")] = ...,  # type: ignore[assignment]
    what: Annotated[
        What, typer.Option(help="Gettext catalogs, built bundles, or their Markdown as content for a site generator.")
    ] = What.BUNDLES,
    domain: Annotated[
        list[str] | None,
        typer.Option("--domain", "-d", metavar="NAME", help="Only this: chrome, or an article's name. Repeatable."),
    ] = None,
    form: Annotated[Format | None, typer.Option("--format", help="How catalogs are written.  [default: po]")] = None,
    name: Annotated[
        str | None, typer.Option("--as", metavar="NAME", help="What to call the one catalog; Django wants django.")
    ] = None,
    gate: Annotated[str | None, typer.Option(metavar="STATE=PERCENT", help=GATE_HELP)] = None,
    at: Annotated[
        str | None, typer.Option("--at", metavar="REVISION", help="The project as git has it at this revision.")
    ] = None,
    lock: Annotated[
        Path | None, typer.Option("--lock", metavar="FILE", help="Write down what was delivered, by sha256.")
    ] = None,
    frozen: Annotated[
        bool,
        typer.Option(
            "--frozen",
            help="Deliver exactly what the --lock file says, whatever is held back beside it, or nothing (exit 5).",
        ),
    ] = False,
    signers: Annotated[
        Path | None,
        typer.Option("--signed-by", metavar="FILE", help="Take only what an allowed signer (ssh-keygen) has signed."),
    ] = None,
    allow_older: Annotated[
        bool, typer.Option("--allow-older", help="Take an older build than the one delivered last, to go back.")
    ] = False,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="How long a server may be silent.")] = 20.0,
    retries: Annotated[int, typer.Option(min=0, max=20, help="How often a server is asked again.")] = 4,
    as_json: JsonOption = False,
) -> None:
    """Fetch catalogs or bundles that pass a gate, for a build pipeline.

    Without --gate, catalogs are held against the gate in l10n.toml, and bundles are those that were published. What
    does not pass is not delivered, an earlier delivery of it stays, and the exit code is 1. In catalogs, texts below
    the gate's state are empty. Every file is held against the manifest, only what changed is fetched, and the folder
    changes in one step: where anything is wrong, it stays as it was (exit code 3; 4 where a server does not answer).
    A server that asks for a token gets the one in L10N_PULL_TOKEN.

    Example: l10n pull nb --from https://l10n.example.org/ --what catalogs --format mo --gate reviewed=100 --to locale
    """
    source = source or sources.here(ctx.obj)
    if form and what is not What.CATALOGS:
        raise UsageError(
            "options-conflict", "--format is for catalogs; bundles are as they were built.", hint="Add: --what catalogs"
        )
    if name is not None and (what is not What.CATALOGS or not _NAME.fullmatch(name)):
        raise UsageError(
            "options-conflict",
            "--as takes the name of a catalog.",
            hint="Say, for instance: --what catalogs --as django",
        )
    if frozen and lock is None:
        raise UsageError(
            "options-conflict", "--frozen needs to know what was frozen.", hint="Name the file: --lock l10n.lock"
        )
    if gate:
        parse_gate(gate)
    tags = list(dict.fromkeys(canonical(tag) for tag in locale))
    with contextlib.ExitStack() as held:
        project = sources.project_of(source)
        if at is not None:
            if project is None:
                raise UsageError(
                    "not-a-project",
                    "{source} is no project, so it has no revisions.",
                    source=source,
                    hint="Leave --at out.",
                )
            project = held.enter_context(sources.at_revision(project, at))
            if what is What.BUNDLES:
                sources.build_all(project)
        check_output(to, Path(source) if sources.project_of(source) else None)
        depot, missing = _depot(source, project, what, tags, domain, timeout, retries)
        manifest = sources.read_manifest(depot, missing, signers)
        wanted = _wanted(depot, manifest, what, tags, domain)
        delivery = held.enter_context(Delivery.to(to))
        if not allow_older:
            sources.refuse_older(depot, manifest, delivery.before)
        meter = held.enter_context(Meter("files fetched"))
        if what is What.CATALOGS:
            items, after = pull_catalogs(
                depot, manifest, delivery, wanted, form=form or Format.PO, name=name, gate=gate, progress=meter.add
            )
        else:
            from l10n.commands.pull.bundles import CONTENT, WHOLE, pull_bundles

            layout = CONTENT if what is What.CONTENT else WHOLE
            items, after = pull_bundles(depot, manifest, delivery, wanted, layout=layout, gate=gate, progress=meter.add)
        taken = [path for item in items for path in item.files]
        if lock and frozen:
            hold_against(lock, after, taken)
        changed = delivery.take_place(after) if taken else []
        if lock and not frozen:
            write_lock(lock, after, taken)
    if as_json:
        put_json("pull/1", {"to": str(to), "items": [asdict(item) for item in items], "changed": changed})
    else:
        report(to, items, changed)
    if not (frozen or all(item.delivered for item in items)):  # what was frozen is all that was asked for
        raise typer.Exit(L10nError.exit_code)


def _depot(
    source: str,
    project: Workspace | None,
    what: What,
    tags: list[str],
    domains: list[str] | None,
    timeout: float,
    retries: int,
) -> tuple[Depot, str]:
    """Where the files are, and what to do if there is no manifest."""
    from l10n.workspace.depots import open_depot
    from l10n.workspace.depots.catalogs import CatalogDepot
    from l10n.workspace.depots.folder import FolderDepot

    if what is What.CATALOGS:
        if project is None:
            return sources.catalog_depot(source, patience=timeout, retries=retries), _not_a_project(source)
        named = [domain_of(project, name) for name in domains] if domains else None
        for tag in tags:
            project.settings.locale(tag)
        pairs = [(tag, domain) for tag in tags for domain in translated_domains(project, tag, named)]
        return CatalogDepot(project, pairs), ""
    if project is None:
        return open_depot(
            source, patience=timeout, retries=retries
        ), "Name a project, or a folder that `l10n build` wrote: --from FOLDER"
    where = "" if Path.cwd().is_relative_to(Path(source).resolve()) else f"-C {shlex.quote(source)} "
    return FolderDepot(project.root / "dist"), f"Build first: l10n {where}build"


def _not_a_project(source: str) -> str:
    return f"Catalogs come from a project, which {source} is not, or from a folder that `l10n pull` wrote."


def _wanted(
    depot: Depot, manifest: Manifest, what: What, tags: list[str], domains: list[str] | None
) -> Callable[[str, str], bool]:
    """Whether a catalog or bundle was asked for. Raises UsageError for a locale or a domain that is not there."""
    offered = (
        {(one.locale, one.domain) for one in manifest.catalogs}
        if what is What.CATALOGS
        else {(bundle.locale, bundle.article) for bundle in manifest.bundles}
    )
    if not offered and what is What.CATALOGS and manifest.bundles:
        raise InvalidInputError(
            "no-catalogs-delivered",
            "it has bundles, and no catalogs.",
            path=depot.shown,
            hint="Leave --what catalogs out.",
        )
    _refuse_unknown(depot, "locale", tags, {tag for tag, _ in offered})
    names = [name.removeprefix(ARTICLES) for name in domains or ()]
    _refuse_unknown(depot, "domain", names, {name.removeprefix(ARTICLES) for _, name in offered})
    return lambda tag, name: tag in tags and (not names or name.removeprefix(ARTICLES) in names)


def _refuse_unknown(depot: Depot, kind: str, asked: Iterable[str], known: set[str]) -> None:
    for name in asked:
        if name not in known:
            has = ", ".join(sorted(known)) or "none"
            raise UsageError(
                "not-delivered",
                "{shown} has no {kind} {name!r}.",
                shown=depot.shown,
                kind=kind,
                name=name,
                has=has,
                hint="It has {has}.",
            )
