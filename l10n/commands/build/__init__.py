"""`l10n build`: what may go out of each article in each locale, and the files of it."""
