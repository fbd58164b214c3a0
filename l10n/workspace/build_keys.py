"""Keys of what a build makes: digests of all that it depends on. The same key is the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.metadata import entry_points
from urllib.parse import unquote

import msgspec

from l10n.errors import InvalidInputError
from l10n.formats.writers import theme
from l10n.model.catalog import CHROME, article_domain
from l10n.model.publishing import Policy
from l10n.workspace import caches
from l10n.workspace.check_inputs import check_inputs
from l10n.workspace.digests import Digests
from l10n.workspace.pictures import FOLDER as PICTURES
from l10n.workspace.project import Workspace
from l10n.workspace.theme import FOLDER as THEME

Ledgers = dict[str, tuple[str, dict[str, str]]]


class BuildKeys:
    """The keys of a project's articles, in a build of some locales under their policies."""

    def __init__(
        self, workspace: Workspace, policies: Mapping[str, Policy], digests: Digests, ledgers: Ledgers
    ) -> None:
        self._workspace, self._policies, self._digests, self._ledgers = workspace, policies, digests, ledgers
        drawn_on = [tag for own, policy in policies.items() for tag in (own, policy.pivot) if tag]
        self._locales = list(dict.fromkeys(drawn_on))
        self._articles: dict[tuple[str, tuple[str, ...], frozenset[str]], str] = {}

    def article(self, slug: str, pictures: Sequence[str], already: frozenset[str]) -> str:
        """Of one article, showing these pictures, whose pages link to locales that are out `already`.

        Empty for one that depends on more than can be said: on checks of other packages, which a gate asks for.
        """
        asked = (slug, tuple(pictures), already)
        if asked not in self._articles:
            self._articles[asked] = self._article(slug, pictures, already)
        return self._articles[asked]

    def _article(self, slug: str, pictures: Sequence[str], already: frozenset[str]) -> str:
        if self._checked is None:
            return ""
        source = self._digests.of(f"articles/{slug}.md")
        shown = [self._picture(src) for src in pictures]
        texts = self._domain(article_domain(slug))
        return digest([self.around, self._checked, source, shown, texts, sorted(already)])

    def are_steady(self) -> bool:
        """True when no file that went into a key has been touched since."""
        return self._digests.are_as_asked()

    @cached_property
    def around(self) -> str:
        """Of all that every article depends on: program, settings, theme, writers, chrome."""
        settings = self._workspace.settings
        return digest(
            [
                caches.program(),
                _writers(),
                [settings.site, settings.article_language, settings.chrome_language, list(settings.locales)],
                list(self._policies.items()),
                self._theme(),
                self._digests.of("catalogs/captured.jsonl"),
                self._digests.of(f"catalogs/templates/{CHROME}.pot"),
                self._domain(CHROME),
            ]
        )

    @cached_property
    def _checked(self) -> list[object] | None:
        """What checks look at, in the locales whose gate asks for them; None where that cannot be said."""
        found = [
            check_inputs(self._workspace, tag, self._digests) for tag, policy in self._policies.items() if policy.checks
        ]
        return None if None in found else [digest(found)]

    def _theme(self) -> list[str]:
        is_own = (self._workspace.root / THEME).is_dir()
        return [self._digests.of(f"{THEME}/{name}") for name in theme.names()] if is_own else []

    def _picture(self, src: str) -> str:
        try:
            return self._digests.of(f"{PICTURES}/{unquote(src)}")
        except InvalidInputError as error:
            return error.message

    def _domain(self, domain: str) -> list[tuple[str, str]]:
        """The catalogs of a domain, and what ledgers say of it."""
        return [
            (self._digests.of(f"catalogs/{tag}/{domain}.po"), self._ledger(tag).get(domain, ""))
            for tag in self._locales
        ]

    def _ledger(self, tag: str) -> dict[str, str]:
        """Digests of what a ledger says of each domain: a verdict on one article does not touch the others."""
        of_file = self._digests.of(f"catalogs/{tag}/reviews.jsonl")
        if self._ledgers.get(tag, ("?", {}))[0] != of_file:
            entries: dict[str, list[object]] = {}
            for entry in self._workspace.records.load_ledger(tag):
                entries.setdefault(entry.domain, []).append(entry)
            self._ledgers[tag] = (of_file, {domain: digest(its_own) for domain, its_own in entries.items()})
        return self._ledgers[tag][1]


def _writers() -> list[tuple[str, str, str]]:
    """Writers that other packages bring, each with its package's version."""
    points = entry_points(group="l10n.writers")
    return sorted((point.name, point.value, point.dist.version if point.dist else "") for point in points)


def digest(parts: object) -> str:
    """Of anything that can be written as JSON, in whatever order its sets and tables are."""
    return hashlib.sha256(msgspec.json.encode(parts, order="deterministic")).hexdigest()
