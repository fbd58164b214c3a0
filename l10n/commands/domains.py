"""Which catalogs a command line means: locales, articles, chrome."""

from __future__ import annotations

from l10n.errors import InvalidInputError, UsageError
from l10n.model.catalog import ARTICLES, CHROME, Catalog, article_domain, short_name
from l10n.model.locale import canonical
from l10n.model.nearest import nearest
from l10n.workspace import Workspace


def domain_of(workspace: Workspace, name: str) -> str:
    """The domain that is meant: `chrome`, an article by slug, domain or path, or one that was adopted, by its name.

    Addresses have `:` for the slashes of a name. Raises UsageError for what the project does not have.
    """
    slug = _slug(name)
    if slug == CHROME:
        return CHROME
    if slug in workspace.article_slugs():
        return article_domain(slug)
    adopted = workspace.layout.adopted_domains(workspace.root)
    if (domain := name.replace(":", "/")) in adopted:
        return domain
    known = [*map(short_name, workspace.own_domains()), *adopted]
    near = nearest(slug, known)
    raise UsageError(
        "no-such-article",
        "There is no article or domain {name!r}." if adopted else "There is no article {name!r}.",
        name=name,
        known=", ".join(known),
        near=near,
        hint="Did you mean {near!r}? The project has: {known}." if near else "The project has: {known}.",
    )


def is_empty(workspace: Workspace) -> bool:
    """True where there is no text to translate: no article, and no catalogs of another tool."""
    return not (workspace.article_slugs() or workspace.settings.adopted)


def when_done(workspace: Workspace) -> str:
    """The command to go on with where all is well: pages are built of articles; catalogs alone go into a commit."""
    return "l10n build" if workspace.article_slugs() or not workspace.settings.adopted else "l10n diff"


def places(
    workspace: Workspace, named: list[str] | None, articles: list[str] | None
) -> tuple[list[str], list[str] | None]:
    """The locales and the articles that `nb nn tokyo-forum` names, `articles` among them; all where it names none.

    Words are locales as far as the project has them, then articles. Raises UsageError for a first word that is
    neither.
    """
    words = named or []
    at = next((at for at, word in enumerate(words) if not _names_locale(workspace, word)), len(words))
    locales, more = words[:at], words[at:]
    if more and not locales and not _names_article(workspace, more[0]):
        workspace.settings.locale(more[0])
    return workspace.settings.chosen(locales), [*(articles or []), *more] or None


def translated_domains(workspace: Workspace, locale: str, names: list[str] | None = None) -> list[str]:
    """The domains a locale translates: all, or those named, without the ones written in that very language.

    Not every adopted domain is meant for every locale: where none is named, those count that have a catalog.
    """
    if names:
        domains = [domain_of(workspace, name) for name in names]
    else:
        adopted = workspace.layout.adopted_domains(workspace.root)
        begun = [domain for domain in adopted if workspace.catalog_path(locale, domain).is_file()]
        domains = [*workspace.own_domains(), *begun]
    return [domain for domain in domains if workspace.settings.source_language(domain) != locale]


def checked_domains(workspace: Workspace, locale: str, names: list[str] | None = None) -> list[str]:
    """The domains a locale translates, then its catalogs whose article is not there: a fault in them is one, too."""
    alone = {domain.removeprefix(ARTICLES): domain for domain in workspace.orphan_catalogs(locale)}
    if not names:
        return [*translated_domains(workspace, locale), *alone.values()]
    slugs = [_slug(name) for name in names]
    known = [name for name, slug in zip(names, slugs, strict=True) if slug not in alone]
    found = [alone[slug] for slug in slugs if slug in alone]
    return [*(translated_domains(workspace, locale, known) if known else []), *found]


def _names_locale(workspace: Workspace, name: str) -> bool:
    try:
        return canonical(name) in workspace.settings.locales
    except UsageError:  # no language at all
        return False


def _names_article(workspace: Workspace, name: str) -> bool:
    return _slug(name) in (CHROME, *workspace.article_slugs()) or name in workspace.domains()


def _slug(name: str) -> str:
    """An article's slug, which may be given as a domain or a path."""
    return name.removeprefix(ARTICLES).removesuffix(".md").removesuffix(".po")


def needed_catalog(workspace: Workspace, locale: str, domain: str) -> Catalog:
    """The catalog. Raises InvalidInputError, naming the command that makes it, where there is none yet."""
    if workspace.settings.source_language(domain) == locale:
        raise UsageError(
            "source-language",
            "{domain} is written in {locale}: there is nothing to translate.",
            domain=domain,
            locale=locale,
        )
    catalog = workspace.load_catalog(locale, domain)
    if catalog is None:
        raise InvalidInputError(
            "no-catalog-yet",
            "there is no catalog yet.",
            path=workspace.shown(workspace.catalog_path(locale, domain)),
            hint="Make it: l10n extract && l10n sync",
        )
    return catalog
