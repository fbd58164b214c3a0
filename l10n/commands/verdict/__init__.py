"""`l10n approve` and `l10n reject`: people's word on translations."""
