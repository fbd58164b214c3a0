"""`l10n build`: the pages and bundles that may be published."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n.commands import session
from l10n.commands.build.report import put_report, report
from l10n.commands.console import next_step, say
from l10n.commands.options import JsonOption, LocalesOption
from l10n.commands.policy import GATE_HELP, policy
from l10n.commands.speech import _
from l10n.errors import L10nError, UsageError
from l10n.model.nearest import nearest
from l10n.model.publishing import Fallback, Partial
from l10n.workspace import Workspace


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
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes.  [default: as many as pay]")
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Name every page, however many.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Build the pages and bundles that may be published.

    Each article in each locale passes the locale's gate, or is held back: then nothing of it stands in the output
    folder, and the exit code is 1. Gate and fallback come from l10n.toml; an option overrules them for this run, but
    not what l10n.toml says of single roles. What depends on nothing that changed since the last build stays as it is.

    Example: l10n build --locale nb --gate reviewed=100
    """
    from l10n.commands.build.run import Order, run
    from l10n.workspace.archive import write_archive
    from l10n.workspace.dist import Dist
    from l10n.workspace.output import check_output

    workspace = session.workspace(ctx)
    tags = list(dict.fromkeys(workspace.settings.chosen(locale)))
    policies = {tag: policy(workspace.settings, tag, gate, fallback, partial_locale) for tag in tags}
    slugs = chosen_slugs(workspace, article)
    dist = Dist(out or workspace.root / "dist")
    for place in (dist.root, archive):
        if place:
            check_output(place, workspace.root)
    order = Order(policies=policies, slugs=slugs, signing_key=sign or signing_key(workspace), jobs=jobs)
    with dist.lock():
        outcome = run(workspace, dist, order)
        if archive:
            write_archive(dist, archive)
    for path in workspace.unread_articles():
        say(_("{path}: not read; articles lie directly in articles/.", path=path))
    for sentence in (sentence for built in outcome.built for sentence in built.missing):
        say(_("{sentence} Its description stands there instead.", sentence=sentence))
    if as_json:
        put_report(dist, outcome)
    else:
        report(dist, outcome, has_address=bool(workspace.settings.site.url), verbose=verbose)
        if outcome.are_menus_behind:
            next_step("l10n build", _("the menus of pages that this run left alone are behind"))
    if not all(bundle.published for bundle in outcome.bundles):
        raise typer.Exit(L10nError.exit_code)


def signing_key(workspace: Workspace) -> Path | None:
    named = workspace.settings.site.signing_key
    return workspace.root / Path(named).expanduser() if named else None


def chosen_slugs(workspace: Workspace, wanted: list[str] | None) -> list[str]:
    known = workspace.article_slugs()
    for slug in wanted or ():
        if slug not in known:
            near = nearest(slug, known)
            raise UsageError(
                "no-such-article",
                "There is no article {slug!r}.",
                slug=slug,
                known=", ".join(known) or "none",
                near=near,
                hint="Did you mean {near!r}? The project has: {known}." if near else "The project has: {known}.",
            )
    if not known and workspace.settings.adopted:
        raise UsageError(
            "no-article-yet",
            "The project has no article to build; its catalogs are built by the tools that they belong to.",
            hint="Compile them for such a tool: l10n pull LOCALE --what catalogs --format mo --to FOLDER",
        )
    if not known:
        raise UsageError("no-article-yet", "The project has no article yet.", hint="Bring one in: l10n ingest FILE")
    return [slug for slug in known if not wanted or slug in wanted]
