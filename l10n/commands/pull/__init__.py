"""`l10n pull`: catalogs or bundles that pass a gate, for a build pipeline."""

from l10n.commands.pull.command import pull

__all__ = ["pull"]
