"""`l10n diff`: two states of the catalogs, held against each other."""
