"""`l10n build`: the pages and bundles that may be published."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n import __version__
from l10n.commands import session
from l10n.commands.build_report import put_report, report
from l10n.commands.console import next_step, say
from l10n.commands.options import JsonOption, LocalesOption
from l10n.commands.policy import GATE_HELP, check_roles, policy
from l10n.commands.sources import Sources
from l10n.errors import L10nError, UsageError
from l10n.model.publishing import Fallback, Partial
from l10n.workspace import Workspace

if TYPE_CHECKING:
    from l10n.model.manifest import Manifest, ManifestBundle
    from l10n.steps.publish import Edition
    from l10n.workspace.dist import Dist


def build(
    ctx: typer.Context,
    locale: LocalesOption = None,
    article: Annotated[
        list[str] | None, typer.Option("--article", "-a", metavar="SLUG", help="Only this article. Repeatable.")
    ] = None,
    gate: Annotated[str | None, typer.Option(metavar="STATE=PERCENT", help=GATE_HELP)] = None,
    fallback: Annotated[
        Fallback | None, typer.Option(help="What stands where a text is below the gate's state.")
    ] = None,
    partial_locale: Annotated[
        Partial | None,
        typer.Option(help="Where some articles of a locale are held back: skip these, or fail the whole locale."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where to write.  [default: dist in the project]")
    ] = None,
    archive: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Put all of it in a zip, too, the same bytes anywhere.")
    ] = None,
    sign: Annotated[
        Path | None,
        typer.Option(metavar="KEY", help="Sign the manifest with this SSH key.", envvar="L10N_SIGNING_KEY"),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Build the pages and bundles that may be published.

    Each article in each locale passes the locale's gate, or is held back: then nothing of it stands in the output
    folder, and the exit code is 1. Gate and fallback come from l10n.toml; an option overrules them for this run, but
    not what l10n.toml says of single roles.

    Example: l10n build --locale nb --gate reviewed=100
    """
    from l10n.workspace.archive import write_archive
    from l10n.workspace.dist import Dist
    from l10n.workspace.output import check_output

    workspace = session.workspace(ctx)
    tags = list(dict.fromkeys(workspace.settings.chosen(locale)))
    policies = {tag: policy(workspace.settings, tag, gate, fallback, partial_locale) for tag in tags}
    sources = Sources(workspace, policies)
    for tag, its_policy in policies.items():
        check_roles(its_policy, tag, sources.roles())
    slugs = _slugs(workspace, article)
    dist = Dist(out or workspace.root / "dist")
    for place in (dist.root, archive):
        if place:
            check_output(place, workspace.root)
    key = sign or _signing_key(workspace)
    with dist.lock():
        before = dist.load_manifest()
        kept = _kept(workspace, dist, before, tags, slugs)
        editions = _editions(sources, slugs, kept)
        failing = _failing(sources, editions, kept)
        if failing:
            kept = [bundle for bundle in kept if bundle.locale not in failing or not bundle.published]
            editions = _editions(sources, slugs, kept, failing)
        changed = _write(sources, dist, before, editions, kept, key)
        if archive:
            write_archive(dist, archive)
    for path in workspace.unread_articles():
        say(f"{path}: not read; articles lie directly in articles/.")
    for sentence in sources.missing:
        say(f"{sentence} Its description stands there instead.")
    if as_json:
        put_report(dist, editions, changed)
    else:
        report(dist, editions, changed, sources.site)
        if _menus_moved(before, kept, editions):
            next_step("l10n build", "the menus of pages that this run left alone are behind")
    if not all(edition.is_out for edition in editions):
        raise typer.Exit(L10nError.exit_code)


def _signing_key(workspace: Workspace) -> Path | None:
    named = workspace.settings.site.signing_key
    return workspace.root / Path(named).expanduser() if named else None


def _slugs(workspace: Workspace, wanted: list[str] | None) -> list[str]:
    known = workspace.article_slugs()
    for slug in wanted or ():
        if slug not in known:
            raise UsageError(f"There is no article {slug!r}.", hint=f"The project has: {', '.join(known) or 'none'}.")
    if not known:
        raise UsageError("The project has no article yet.", hint="Bring one in: l10n ingest FILE")
    return [slug for slug in known if not wanted or slug in wanted]


def _editions(
    sources: Sources, slugs: list[str], kept: list[ManifestBundle], failing: frozenset[str] = frozenset()
) -> list[Edition]:
    editions = []
    for slug in slugs:
        already = frozenset(bundle.locale for bundle in kept if bundle.article == slug and bundle.published)
        editions += sources.editions(slug, already, failing)
    return editions


def _failing(sources: Sources, editions: list[Edition], kept: list[ManifestBundle]) -> frozenset[str]:
    """Locales that go out whole or not at all, and of which an article may not go out."""
    held = {edition.bundle.locale for edition in editions if not edition.is_out}
    held |= {bundle.locale for bundle in kept if not bundle.published}
    return frozenset(tag for tag, policy in sources.policies.items() if policy.partial is Partial.FAIL and tag in held)


def _kept(
    workspace: Workspace, dist: Dist, before: Manifest | None, tags: list[str], slugs: list[str]
) -> list[ManifestBundle]:
    """Bundles of earlier builds that this run is not about, and whose files are as they were written."""
    if before is None:
        return []
    known, locales = workspace.article_slugs(), workspace.settings.locales
    return [
        bundle
        for bundle in before.bundles
        if (bundle.article not in slugs or bundle.locale not in tags)
        and bundle.article in known
        and bundle.locale in locales
        and all(dist.holds(file) for file in before.files if file.path.startswith(bundle.folder))
    ]


def _menus_moved(before: Manifest | None, kept: list[ManifestBundle], editions: list[Edition]) -> bool:
    """True when a page that stays as it is should now list other languages than it does."""
    were_out = {(bundle.article, bundle.locale) for bundle in before.bundles if bundle.published} if before else set()
    staying = {bundle.article for bundle in kept if bundle.published}
    return any(
        edition.is_out != ((edition.bundle.slug, edition.bundle.locale) in were_out)
        for edition in editions
        if edition.bundle.slug in staying
    )


def _write(
    sources: Sources,
    dist: Dist,
    before: Manifest | None,
    editions: list[Edition],
    kept: list[ManifestBundle],
    key: Path | None,
) -> list[str]:
    """Write bundles, chrome, front page and manifest; remove what earlier builds wrote and this one does not."""
    from l10n.model.manifest import Manifest
    from l10n.steps.assemble import assemble, in_manifest
    from l10n.steps.publish_chrome import paths
    from l10n.workspace import signature
    from l10n.workspace.dist import listed
    from l10n.workspace.source_revision import source_revision

    bundles = sorted([*kept, *map(in_manifest, editions)], key=lambda bundle: (bundle.article, bundle.locale))
    settings = sources.workspace.settings
    menu = list(settings.locales)
    around = assemble(bundles, site=sources.site, menu=menu, language=settings.chrome_language, theme=sources.theme)
    contents = {path: data for edition in editions for path, data in edition.files.items()}
    contents |= sources.compiled_chrome()
    contents |= {path: text.encode() for path, text in around.items()}
    old = before.files if before else ()
    folders = tuple(bundle.folder for bundle in kept)
    others = {path for tag in menu if tag not in sources.policies for path in paths(tag)}
    stay = [file for file in old if file.path.startswith(folders) or (file.path in others and dist.holds(file))]
    manifest = Manifest(
        tool=f"l10n {__version__}",
        source=source_revision(sources.workspace.root),
        files=(*(listed(path, data) for path, data in contents.items()), *stay),
        bundles=tuple(bundles),
    )
    stale = {file.path for file in old} - {file.path for file in manifest.files}
    return dist.write(contents, manifest, stale, sign=partial(signature.sign, key=key) if key else None)
