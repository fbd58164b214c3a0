"""The command line: one file a verb. Only here, and in the review page, does anything print or ask the time."""

import os

# Typer imports pydantic on every run, and pydantic then reads what every installed package says of itself, for plugins
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from l10n.commands.app import app, main

__all__ = ["app", "main"]
