"""`l10n draft`: what is new, taken to the machines and back."""
