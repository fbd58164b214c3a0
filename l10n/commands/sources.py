"""What a build reads of a project, each thing once: articles, pictures, catalogs, ledgers, the words around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from l10n.commands.templates import checked_badges
from l10n.errors import InvalidInputError, ProjectError
from l10n.model.catalog import CHROME, article_domain
from l10n.model.evidence import Evidence
from l10n.model.publishing import Policy
from l10n.workspace import Workspace

if TYPE_CHECKING:
    from l10n.formats.writers.contract import Writer
    from l10n.formats.writers.site import Site
    from l10n.formats.writers.theme import Theme
    from l10n.model.article import Article
    from l10n.model.built import Built
    from l10n.model.bundle import Passage
    from l10n.model.catalog import Catalog
    from l10n.model.chrome import ChromeString
    from l10n.model.message import MessageKey
    from l10n.model.picture import Picture
    from l10n.steps.build import Shelf
    from l10n.steps.publish import Edition
    from l10n.workspace.blocking import Blocking
    from l10n.workspace.staging import Staging


@dataclass
class Sources:
    """A project, seen by a build of some locales under their policies."""

    workspace: Workspace
    policies: Mapping[str, Policy]
    missing: dict[str, list[str]] = field(default_factory=dict)
    """By article: a sentence for each picture whose description stands in its place, because its file cannot be had."""
    shown: dict[str, list[str]] = field(default_factory=dict)
    """By article: the addresses of the pictures that should lie beside it."""
    _ledgers: dict[str, Evidence] = field(default_factory=dict)

    def editions(self, slug: str, already: frozenset[str], failing: frozenset[str] = frozenset()) -> list[Edition]:
        """One article in every locale; its pages link to those that are out `already`, too, and none is `failing`."""
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
                around=self._around[tag],
                badges=its_badges,
            )
            for tag, policy in self.policies.items()
        ]
        return publish(
            bundles,
            policies=self.policies,
            site=self.site,
            menu=list(self.workspace.settings.locales),
            already=already,
            writers=self.writers,
            theme=self.theme,
            pictures=self.pictures(article),
            failing=failing,
            faulty={
                tag: self._blocking.of(tag, article_domain(slug)) | self._blocking.of(tag, CHROME)
                for tag, policy in self.policies.items()
                if policy.checks
            },
        )

    def built(self, slug: str, already: frozenset[str], failing: frozenset[str], staging: Staging) -> Built:
        """`editions`, their files staged: what is left in memory is what a manifest says of them."""
        from l10n.model.built import Built
        from l10n.steps.assemble import in_manifest

        editions = self.editions(slug, already, failing)
        return Built(
            slug=slug,
            bundles=tuple(map(in_manifest, editions)),
            files=tuple(staging.add(path, data) for one in editions for path, data in one.files.items()),
            met=frozenset(one.bundle.locale for one in editions if one.verdict.is_met),
            drafted=frozenset(one.bundle.locale for one in editions if one.has_draft),
            pictures=tuple(self.shown[slug]),
            missing=tuple(self.missing[slug]),
        )

    def roles(self) -> set[str]:
        """The roles that a text may have: an article's, and those of the words around it."""
        from l10n.segmentation.roles import ARTICLE_ROLES

        chrome = {key.msgctxt for key in self.theme.chrome_keys} | {string.context for string in self._captured}
        return {role for role in chrome | ARTICLE_ROLES if role}

    @cached_property
    def chrome(self) -> dict[str, Shelf]:
        """The chrome catalogs by locale."""
        language = self.workspace.settings.chrome_language
        return {tag: self._shelf(tag, CHROME, language) for tag in self.policies}

    @cached_property
    def _around(self) -> dict[str, dict[MessageKey, Passage]]:
        """What stands for the words around every article, by locale: the theme's, and badges met on pages."""
        from l10n.formats.writers.theme import LANGUAGE
        from l10n.model.chrome import KNOWN_BADGES
        from l10n.steps.build import stand_around

        met = [string for string in self._captured if string.context == "badge"]
        words = dict.fromkeys(self.theme.chrome_keys, LANGUAGE) | {one.key: one.lang for one in (*met, *KNOWN_BADGES)}
        return {
            tag: stand_around(words, locale=tag, policy=policy, chrome=self.chrome[tag])
            for tag, policy in self.policies.items()
        }

    def compiled_chrome(self) -> dict[str, bytes]:
        """Chrome for other programs, by path; what is below a gate's state is not in it."""
        from l10n.steps.publish_chrome import publish_chrome, publish_source

        found: dict[str, bytes] = {}
        for tag, shelf in self.chrome.items():
            if tag == self.workspace.settings.chrome_language:
                template = self.workspace.load_template(CHROME)
                found |= publish_source(template, tag) if template else {}
            elif shelf.own:
                found |= publish_chrome(shelf.own, tag, self.policies[tag].publishes)
        return found

    @cached_property
    def site(self) -> Site:
        from l10n.formats.writers.site import Site

        site = self.workspace.settings.site
        return Site(
            name=site.name,
            links={"privacy": site.privacy_url},
            url=site.url.rstrip("/"),
            responsible_editor=site.responsible_editor,
        )

    @cached_property
    def theme(self) -> Theme:
        from l10n.workspace.theme import load_theme

        return load_theme(self.workspace.root)

    @cached_property
    def writers(self) -> dict[str, Writer]:
        """Those that come with this package, then others, by the file each writes."""
        from l10n import plugins
        from l10n.formats.manifest import is_safe_path

        names = plugins.names("writers")
        if unsafe := [name for name in names if not is_safe_path(name) or name == "index.html"]:
            raise ProjectError(
                "writer-path",
                "a writer that was added wants to write {unsafe!r}, which is no name for its file.",
                unsafe=unsafe[0],
            )
        return {name: plugins.load("writers", name) for name in names}

    @cached_property
    def _blocking(self) -> Blocking:
        from l10n.workspace.blocking import Blocking

        return Blocking(self.workspace)

    @cached_property
    def _captured(self) -> list[ChromeString]:
        return self.workspace.records.load_captured()

    def pictures(self, article: Article) -> dict[str, Picture]:
        """The files that an article shows, by the address it knows them under. What is not there is `missing`."""
        from l10n.segmentation.pictures import addresses
        from l10n.workspace.pictures import is_local, load_picture

        found = {}
        self.shown[article.slug] = list(filter(is_local, addresses(article)))
        self.missing[article.slug] = []
        for src in self.shown[article.slug]:
            try:
                found[src] = load_picture(self.workspace.root, src)
            except InvalidInputError as error:
                self.missing[article.slug].append(f"{article.slug}: {error.message}")
        return found

    def _shelf(self, tag: str, domain: str, source_language: str) -> Shelf:
        from l10n.steps.build import Shelf

        is_source_article = domain != CHROME and tag == source_language
        pivot = self.policies[tag].pivot if self.policies[tag].pivot != source_language else ""
        return Shelf(
            own=None if is_source_article else self._catalog(tag, domain),
            pivot=self._catalog(pivot, domain) if pivot else None,
            domain=domain,
            evidence=self._evidence(tag),
            pivot_evidence=self._evidence(pivot),
        )

    def _catalog(self, tag: str, domain: str) -> Catalog | None:
        """A catalog that is only read: nothing of it is kept, however many there are."""
        document = self.workspace.read_document(tag, domain)
        return document.catalog if document else None

    def _evidence(self, tag: str) -> Evidence:
        """What a locale's ledger knows, read once; nothing for no locale."""
        if tag not in self._ledgers:
            self._ledgers[tag] = Evidence.of(self.workspace.records.load_ledger(tag) if tag else ())
        return self._ledgers[tag]
