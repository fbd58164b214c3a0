"""The ledger as JSON Lines: one verdict a line, so that two branches' lines merge by union."""

from __future__ import annotations

import msgspec

from l10n.errors import InvalidInputError
from l10n.model.ledger import LedgerEntry

_decoder = msgspec.json.Decoder(LedgerEntry)


def parse(text: str) -> list[LedgerEntry]:
    """All verdicts, oldest first. Raises InvalidInputError with the line that is not one."""
    entries = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            entries.append(_decoder.decode(line))
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            raise InvalidInputError(f"not a ledger line: {error}.", line=number) from None
    return entries


def serialize(entry: LedgerEntry) -> str:
    """One line without its line end; fields in the order of the model, empty ones left out."""
    fields = {name: value for name, value in msgspec.to_builtins(entry).items() if value not in ("", None)}
    return msgspec.json.encode(fields).decode()
