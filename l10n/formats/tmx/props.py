"""The `prop` types in which a TMX file of ours keeps what the standard has no field for."""

from __future__ import annotations

ROLE = "x-l10n-role"
"""The msgctxt."""
BEFORE = "x-l10n-before"
"""The fingerprint of the text before it."""
STATE = "x-l10n-state"
"""`reviewed` or `final`; left out for what is only translated."""
ORIGIN = "x-l10n-origin"
"""Who wrote the target, as records write it: `argos en_nb 1.9`."""
