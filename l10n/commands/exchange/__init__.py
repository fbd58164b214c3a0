"""`l10n export` and `l10n import`: texts on their way to other tools and back."""
