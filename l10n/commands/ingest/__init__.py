"""`l10n ingest`: pages into articles."""
