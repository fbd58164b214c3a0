"""JSON as every bundle has it: two blanks a level, what is not ASCII as it is, a newline at the end."""

from __future__ import annotations

import msgspec


def serialize(document: object) -> str:
    """The file's text: what `json.dumps(…, indent=2)` writes too, which is pure Python and slow."""
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"
