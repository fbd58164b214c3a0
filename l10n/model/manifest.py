"""A manifest: what a folder of bundles holds, with a hash of every file, and what was decided about each bundle."""

from __future__ import annotations

from dataclasses import dataclass, field

from l10n.model.publishing import Fallback, Verdict
from l10n.model.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestFile:
    """One file, its path relative to the manifest with forward slashes."""

    path: str
    sha256: str
    size: int

    @property
    def folder(self) -> str:
        """The two folders that it lies in, ending in a slash; a file that lies higher has a folder of its own."""
        first, _, rest = self.path.partition("/")
        return f"{first}/{rest.partition('/')[0]}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestGate:
    """The gate a bundle was held against."""

    state: State
    percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestBundle:
    """One article in one locale: its verdict, and what a list of pages shows of it."""

    article: str
    locale: str
    published: bool
    reason: str
    words: dict[str, int]
    gate: ManifestGate
    fallback: Fallback
    title: str = ""
    """As its page has it; empty where it was held back."""
    title_lang: str = ""
    title_is_draft: bool = False
    around: int = 0
    """Of `words`, those of the chrome around the article."""
    below: int = 0
    """Texts below the gate's state."""
    lacking: dict[str, int] = field(default_factory=dict)
    """Texts that must be there and are not fit to be, by role."""
    source_locale: str = ""
    """The language that the article was written in."""
    summary: str = ""
    """Its lead as plain text."""
    label: str = ""
    """The word for a machine's text, in the page's language, where one of its texts must be labelled so."""
    authors: tuple[str, ...] = ()
    date: str = ""
    """When it was published, by its front matter, in ISO 8601; empty where that does not say."""
    updated: str = ""

    @property
    def folder(self) -> str:
        """Where its files are, ending in a slash."""
        return f"{self.article}/{self.locale}/"

    @property
    def page(self) -> str:
        """Where its page is."""
        return f"{self.folder}index.html"

    def verdict(self, state: State | None = None, percent: float = 100.0) -> Verdict:
        """The verdict on these words, or that of another gate."""
        return Verdict(
            locale=self.locale,
            subject=self.article,
            words=self.words,
            gate=state or self.gate.state,
            percent=percent if state else self.gate.percent,
            fallback=Fallback.SOURCE if state else self.fallback,
            around=self.around,
            below=0 if state else self.below,
            lacking={} if state else self.lacking,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestCatalog:
    """One gettext catalog of a delivery, and the gate that its project holds it against."""

    locale: str
    domain: str
    path: str
    source_language: str
    words: dict[str, int]
    gate: ManifestGate
    fallback: Fallback = Fallback.SOURCE
    below: int = 0
    """Texts below the gate's state."""
    made_from: str = ""
    """The sha256 of the catalog that a source sent, where this one was made from it; empty for one at its source."""

    def verdict(self, state: State | None = None, percent: float = 100.0) -> Verdict:
        """The verdict on these words, or that of another gate."""
        return Verdict(
            locale=self.locale,
            subject=self.domain,
            words=self.words,
            gate=state or self.gate.state,
            percent=percent if state else self.gate.percent,
            fallback=Fallback.SOURCE if state else self.fallback,
            below=0 if state else self.below,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestSource:
    """What a build was made from: the last commit that touched what it reads, and whether that is all of it."""

    revision: str
    is_clean: bool
    """False where files were changed or added since."""
    committed: str = ""
    """When the commit was made, ISO 8601 in UTC: what tells an older build from a newer one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Sorted throughout, and without a date: the same files are the same manifest."""

    tool: str
    source: ManifestSource | None = None
    """None for a project that is not in git."""
    files: tuple[ManifestFile, ...] = ()
    bundles: tuple[ManifestBundle, ...] = ()
    catalogs: tuple[ManifestCatalog, ...] = ()

    def by_folder(self) -> dict[str, list[ManifestFile]]:
        """The files by the two folders that they lie in, as `ManifestBundle.folder` writes them: those of a bundle."""
        found: dict[str, list[ManifestFile]] = {}
        for file in self.files:
            found.setdefault(file.folder, []).append(file)
        return found
