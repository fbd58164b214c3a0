"""The dismissals of a locale (`dismissals.jsonl`): one a line."""

from __future__ import annotations

import msgspec

from l10n.formats import json_lines
from l10n.model.dismissal import Dismissal

_decoder = msgspec.json.Decoder(Dismissal)


def parse(data: bytes) -> list[Dismissal]:
    """All dismissals, oldest first. Raises InvalidInputError with the line that is not one."""
    return json_lines.parse(data, _decoder, "dismissal")


def serialize(dismissal: Dismissal) -> str:
    """One line without its line end."""
    return json_lines.serialize(dismissal)
