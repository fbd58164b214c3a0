"""`l10n.toml`: written once, when a project begins, and read from then on."""

from l10n.settings.parse import parse_settings
from l10n.settings.tables import AdoptedSettings, ChecksSettings, EngineSettings, GateSettings, LocaleSettings, Settings

__all__ = [
    "AdoptedSettings",
    "ChecksSettings",
    "EngineSettings",
    "GateSettings",
    "LocaleSettings",
    "Settings",
    "parse_settings",
]
