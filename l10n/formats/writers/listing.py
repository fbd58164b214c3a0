"""What a list of pages knows of one: front page, feeds and sitemap are made from the manifest's bundles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from l10n.formats.writers.site import Site
from l10n.model.dateline import Dateline, instant
from l10n.model.manifest import ManifestBundle


@dataclass(frozen=True, slots=True)
class Listed:
    """A page that is out."""

    bundle: ManifestBundle
    site: Site

    @property
    def url(self) -> str:
        return self.site.address(self.bundle.article, self.bundle.locale)

    @property
    def title(self) -> str:
        """With the label of a machine's text in words: a list of titles has no other way to say it."""
        return f"{self.bundle.title} ({self.bundle.label})" if self.bundle.title_is_draft else self.bundle.title

    @property
    def published(self) -> datetime | None:
        day = Dateline.of({"published": self.bundle.date}).published
        return instant(day) if day else None

    @property
    def updated(self) -> datetime | None:
        day = Dateline.of({"published": self.bundle.date, "updated": self.bundle.updated}).last
        return instant(day) if day else None


def listed(bundles: Iterable[ManifestBundle], site: Site) -> list[Listed]:
    """Those that are out, in the order given."""
    return [Listed(bundle, site) for bundle in bundles if bundle.published]


def default_of(versions: Sequence[Listed]) -> Listed:
    """The version of an article for readers whose language there is not: as it was written, or else the first."""
    written = [page for page in versions if page.bundle.locale == page.bundle.source_locale]
    return (written or list(versions))[0]
