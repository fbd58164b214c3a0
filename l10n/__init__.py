"""l10n: a multilingual article localization toolkit. The map of the house is docs/decisions/0001."""

__version__ = "0.1.0"
