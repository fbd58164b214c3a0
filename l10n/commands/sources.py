"""What a build reads of a project, each thing once: articles, catalogs, the words around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from l10n.commands.templates import checked_badges
from l10n.model.catalog import CHROME, article_domain
from l10n.model.publishing import Policy
from l10n.workspace import Workspace

if TYPE_CHECKING:
    from l10n.formats.writers.wording import Site
    from l10n.model.chrome import ChromeString
    from l10n.steps.build import Shelf
    from l10n.steps.publish import Edition


@dataclass
class Sources:
    """A project, seen by a build of some locales under their policies."""

    workspace: Workspace
    policies: Mapping[str, Policy]

    def editions(self, slug: str, already: frozenset[str]) -> list[Edition]:
        """One article in every locale; its pages link to those that are out `already`, too."""
        from l10n.formats.writers import theme
        from l10n.steps.build import build
        from l10n.steps.publish import publish

        article = self.workspace.load_article(slug)
        its_badges = checked_badges(self.workspace, article, self._captured)
        bundles = [
            build(
                article,
                locale=tag,
                policy=policy,
                texts=self._shelf(tag, article_domain(slug), article.lang),
                chrome=self.chrome[tag],
                words=dict.fromkeys(theme.chrome_keys(), theme.LANGUAGE),
                badges=its_badges,
            )
            for tag, policy in self.policies.items()
        ]
        menu = list(self.workspace.settings.locales)
        return publish(bundles, policies=self.policies, site=self.site, menu=menu, already=already)

    @cached_property
    def chrome(self) -> dict[str, Shelf]:
        """The chrome catalogs by locale."""
        language = self.workspace.settings.chrome_language
        return {tag: self._shelf(tag, CHROME, language) for tag in self.policies}

    def compiled_chrome(self) -> dict[str, bytes]:
        """Chrome for programs that use gettext, by path; what is below a gate's state is not in it."""
        from l10n.formats.writers import mo

        found = {tag: shelf.own for tag, shelf in self.chrome.items() if shelf.own}
        return {f"{CHROME}/{tag}.mo": mo.encode(own, self.policies[tag].publishes) for tag, own in found.items()}

    @cached_property
    def site(self) -> Site:
        from l10n.formats.writers.wording import Site

        site = self.workspace.settings.site
        return Site(name=site.name, links={"privacy": site.privacy_url})

    @cached_property
    def _captured(self) -> list[ChromeString]:
        return self.workspace.load_captured()

    def _shelf(self, tag: str, domain: str, source_language: str) -> Shelf:
        from l10n.steps.build import Shelf

        is_source_article = domain != CHROME and tag == source_language
        pivot = self.policies[tag].pivot
        return Shelf(
            own=None if is_source_article else self.workspace.load_catalog(tag, domain),
            pivot=self.workspace.load_catalog(pivot, domain) if pivot and pivot != source_language else None,
        )
