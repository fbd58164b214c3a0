"""A whole build: which articles, what stands around them, and what of an earlier build stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from l10n import __version__
from l10n.commands.build.articles import NOWHERE, ArticleBuilds
from l10n.commands.policy import check_roles
from l10n.commands.sources import Sources
from l10n.model.built import Built
from l10n.model.manifest import Manifest, ManifestBundle, ManifestSource
from l10n.model.publishing import Partial, Policy
from l10n.steps.assemble import assemble
from l10n.steps.publish_chrome import paths as chrome_paths
from l10n.workspace import Workspace, signature
from l10n.workspace.build_index import BuildIndex
from l10n.workspace.build_keys import BuildKeys, digest
from l10n.workspace.digests import Digests
from l10n.workspace.dist import Dist
from l10n.workspace.source_revision import source_revision
from l10n.workspace.staging import Staging


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be built."""

    policies: Mapping[str, Policy]
    """By locale."""
    slugs: Sequence[str]
    signing_key: Path | None = None
    jobs: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a build came to."""

    built: list[Built]
    changed: list[str]
    """Paths of files that are others now, or gone."""
    are_menus_behind: bool = False
    """True when a page that stays as it is should now list other languages than it does."""

    @property
    def bundles(self) -> list[ManifestBundle]:
        return [bundle for built in self.built for bundle in built.bundles]


def run(workspace: Workspace, dist: Dist, order: Order) -> Outcome:
    """Build into a folder whose lock is held. What depends on nothing that changed is left as it is."""
    return _Run(workspace, dist, order).outcome()


class _Run:
    def __init__(self, workspace: Workspace, dist: Dist, order: Order) -> None:
        self._workspace, self._dist, self._order = workspace, dist, order
        self._sources = Sources(workspace, order.policies)
        self._digests = Digests.load(workspace.root)
        self._index = BuildIndex(workspace.root, dist)
        self._keys = BuildKeys(workspace, order.policies, self._digests, self._index.kept.ledgers)
        self._known = workspace.article_slugs()

    def outcome(self) -> Outcome:
        for tag, policy in self._order.policies.items():
            check_roles(policy, tag, self._sources.roles)
        with Staging.of(self._dist.root) as staging:
            builds = ArticleBuilds(self._sources, self._keys, self._index, staging, self._order.jobs)
            outcome = self._unchanged(builds) or self._changed(builds)
        self._digests.save()
        return outcome

    @property
    def _is_of_all(self) -> bool:
        return list(self._order.slugs) == self._known and list(self._order.policies) == self._menu

    @property
    def _menu(self) -> list[str]:
        return list(self._workspace.settings.locales)

    @cached_property
    def _revision(self) -> ManifestSource | None:
        return source_revision(self._workspace.root)

    def _whole(self, failing: frozenset[str]) -> str:
        """What a build of everything depends on beside its articles; nothing where it is not of everything."""
        if not self._is_of_all:
            return ""
        return digest([self._keys.around, self._revision, self._known, sorted(failing)])

    def _unchanged(self, builds: ArticleBuilds) -> Outcome | None:
        """A build of everything that would change no byte; the manifest need not even be read."""
        if not self._is_of_all or self._order.signing_key or builds.staging.unfinished():
            return None
        if not builds.are_known(self._order.slugs):
            return None
        failing = self._failing(builds, {}, [])
        if not self._index.is_whole(self._whole(failing)):
            return None
        built = builds.all(self._order.slugs, {}, failing)
        if builds.fresh:
            return None
        self._index.save()
        return Outcome(built=built, changed=[])

    def _changed(self, builds: ArticleBuilds) -> Outcome:
        """Build, put all in its place, and remember what it came to."""
        before = self._dist.load_manifest()
        kept = self._kept(before)
        failing = self._failing(builds, _out(kept), kept)
        kept = [bundle for bundle in kept if bundle.locale not in failing or not bundle.published]
        built = builds.all(self._order.slugs, _out(kept), failing)
        manifest = self._manifest(builds.staging, built, kept, before)
        key = self._order.signing_key
        sign = partial(signature.sign, key=key) if key else None
        changed = self._dist.finish(builds.staging, before, manifest, sign)
        self._remember(builds, manifest, failing)
        behind = _menus_moved(before, kept, built)
        return Outcome(built=built, changed=changed, are_menus_behind=behind)

    def _failing(
        self, builds: ArticleBuilds, already: Mapping[str, frozenset[str]], kept: list[ManifestBundle]
    ) -> frozenset[str]:
        """Locales that go out whole or not at all, and of which an article may not go out."""
        whole = {tag for tag, policy in self._order.policies.items() if policy.partial is Partial.FAIL}
        if not whole:
            return NOWHERE
        held = builds.held(self._order.slugs, already) | {one.locale for one in kept if not one.published}
        return frozenset(whole & held)

    def _kept(self, before: Manifest | None) -> list[ManifestBundle]:
        """Bundles of earlier builds that this run is not about, and whose files are as they were written."""
        if before is None or self._is_of_all:
            return []
        folders = before.by_folder()
        slugs, known = frozenset(self._order.slugs), frozenset(self._known)
        return [
            bundle
            for bundle in before.bundles
            if (bundle.article not in slugs or bundle.locale not in self._order.policies)
            and bundle.article in known
            and bundle.locale in self._menu
            and all(map(self._index.holds, folders.get(bundle.folder, ())))
        ]

    def _manifest(
        self, staging: Staging, built: list[Built], kept: list[ManifestBundle], before: Manifest | None
    ) -> Manifest:
        """All that is in the folder from now on; what stands around the articles is made and staged here."""
        sources, menu = self._sources, self._menu
        rows = [*kept, *(bundle for one in built for bundle in one.bundles)]
        rows.sort(key=lambda bundle: (bundle.article, bundle.locale))
        language = self._workspace.settings.chrome_language
        pages = assemble(rows, site=sources.site, menu=menu, language=language, theme=sources.theme)
        contents = sources.compiled_chrome() | {path: text.encode() for path, text in pages.items()}
        folders = before.by_folder() if before else {}
        others = {path for tag in menu if tag not in self._order.policies for path in chrome_paths(tag)}
        old = before.files if before else ()
        return Manifest(
            tool=f"l10n {__version__}",
            source=self._revision,
            files=(
                *(staging.add(path, data) for path, data in contents.items()),
                *(file for one in built for file in one.files),
                *(file for bundle in kept for file in folders.get(bundle.folder, ())),
                *(file for file in old if file.path in others and self._index.holds(file)),
            ),
            bundles=tuple(rows),
        )

    def _remember(self, builds: ArticleBuilds, manifest: Manifest, failing: frozenset[str]) -> None:
        """What was read is what the keys say, unless a file changed while we read: then nobody knows."""
        is_steady = self._keys.are_steady()
        if is_steady:
            builds.remember()
        self._index.replace(manifest, builds.staging.stamps(), self._whole(failing) if is_steady else "")
        self._index.save()


def _out(kept: list[ManifestBundle]) -> dict[str, frozenset[str]]:
    """The locales that an article is out in already, by article."""
    found: dict[str, set[str]] = {}
    for bundle in kept:
        if bundle.published:
            found.setdefault(bundle.article, set()).add(bundle.locale)
    return {slug: frozenset(tags) for slug, tags in found.items()}


def _menus_moved(before: Manifest | None, kept: list[ManifestBundle], built: list[Built]) -> bool:
    """True when a page that stays as it is should now list other languages than it does."""
    were_out = {(bundle.article, bundle.locale) for bundle in before.bundles if bundle.published} if before else set()
    staying = {bundle.article for bundle in kept if bundle.published}
    return any(
        bundle.published != ((bundle.article, bundle.locale) in were_out)
        for one in built
        if one.slug in staying
        for bundle in one.bundles
    )
