"""The ledger (`reviews.jsonl`): one verdict a line."""

from __future__ import annotations

import msgspec

from l10n.formats import json_lines
from l10n.model.ledger import LedgerEntry

_decoder = msgspec.json.Decoder(LedgerEntry)


def parse(data: bytes) -> list[LedgerEntry]:
    """All verdicts, oldest first. Raises InvalidInputError with the line that is not one."""
    return json_lines.parse(data, _decoder, "ledger line")


def serialize(entry: LedgerEntry) -> str:
    """One line without its line end."""
    return json_lines.serialize(entry)
