"""The templates as their sources have them now, for the command that writes them and for those that look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from l10n.errors import InvalidInputError
from l10n.model.article import Article
from l10n.model.catalog import ARTICLES, CHROME, Catalog
from l10n.model.chrome import ChromeString
from l10n.workspace import Workspace
from l10n.workspace.index import Index


def fresh_template(workspace: Workspace, domain: str) -> Catalog:
    """What `extract` would write for a domain."""
    if domain == CHROME:
        from l10n.steps.extract_chrome import extract_chrome
        from l10n.workspace.theme import theme_templates

        language = workspace.settings.chrome_language
        return extract_chrome(theme_templates(workspace.root), workspace.records.load_captured(), language=language)
    from l10n.steps.extract import extract

    article = workspace.load_article(domain.removeprefix(ARTICLES))
    if article.badges or any(card.badges for card in article.cards):
        checked_badges(workspace, article, workspace.records.load_captured())
    return extract(article)


def checked_badges(workspace: Workspace, article: Article, captured: list[ChromeString]) -> dict[str, ChromeString]:
    """Badge texts by id. Raises InvalidInputError, naming the article's file, for one without a text."""
    from l10n.steps.badges import badges

    try:
        return badges(article, captured)
    except InvalidInputError as error:
        raise error.at(workspace.shown(workspace.article_path(article.slug))) from None


def behind(index: Index, domains: Iterable[str]) -> Iterator[str]:
    """The domains whose source has changed since their template was written, or that have no template yet.

    What was found to agree, and has not changed since, is not extracted again.
    """
    for domain in domains:
        if index.messages(domain) is None:
            fresh = fresh_template(index.workspace, domain)
            if index.workspace.is_template_current(domain, fresh):
                index.add_template(domain, fresh)
            else:
                yield domain
