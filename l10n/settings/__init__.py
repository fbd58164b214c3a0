"""`l10n.toml`: read once, never written."""

from l10n.settings.parse import parse_settings
from l10n.settings.tables import ChecksSettings, EngineSettings, GateSettings, LocaleSettings, Settings

__all__ = ["ChecksSettings", "EngineSettings", "GateSettings", "LocaleSettings", "Settings", "parse_settings"]
