"""The command line: one file a verb. Only here, and in the review page, does anything print or ask the time."""

from l10n.commands.app import app, main

__all__ = ["app", "main"]
