"""What building an article came to: all that reports, manifests and later builds need to know of it."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.model.manifest import ManifestBundle, ManifestFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """One article in every locale of a run."""

    slug: str
    bundles: tuple[ManifestBundle, ...]
    """In the order of the run's locales, those that are held back among them."""
    files: tuple[ManifestFile, ...]
    met: frozenset[str] = frozenset()
    """Locales whose verdict is met, whether the locale as a whole goes out or not."""
    drafted: frozenset[str] = frozenset()
    """Locales in which a draft stands."""
    pictures: tuple[str, ...] = ()
    """Addresses of pictures that should lie beside the articles."""
    missing: tuple[str, ...] = ()
    """A sentence for each of these that could not be had."""

    @property
    def held(self) -> frozenset[str]:
        """Locales whose verdict is not met."""
        return frozenset(bundle.locale for bundle in self.bundles) - self.met
