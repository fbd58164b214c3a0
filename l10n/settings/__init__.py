"""`l10n.toml`: written once, when a project begins, and read from then on."""

from l10n.settings.parse import parse_settings
from l10n.settings.tables import ChecksSettings, EngineSettings, GateSettings, LocaleSettings, Settings

__all__ = ["ChecksSettings", "EngineSettings", "GateSettings", "LocaleSettings", "Settings", "parse_settings"]
