"""`l10n sync`: catalogs brought up to their templates."""
