"""The ledger as JSON Lines: one verdict a line, so that two branches' lines merge by union."""

from __future__ import annotations

import msgspec

from l10n.errors import InvalidInputError
from l10n.model.ledger import LedgerEntry

_decoder = msgspec.json.Decoder(LedgerEntry)
_CUT_SHORT = ("truncated", "unexpected end of data")
"""How msgspec names a line that ends too early, in a character or between two."""


def parse(data: bytes) -> list[LedgerEntry]:
    """All verdicts, oldest first. Raises InvalidInputError with the line that is not one.

    A line cut short by a writer that died is passed over: its verdict was never confirmed to anyone, and one torn
    line must not make the others unreadable.
    """
    entries = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            entries.append(_decoder.decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            if line.startswith(b"{") and any(sign in str(error) for sign in _CUT_SHORT):
                continue
            raise InvalidInputError(f"not a ledger line: {error}.", line=number) from None
        except RecursionError:
            raise InvalidInputError("not a ledger line: it is nested too deeply.", line=number) from None
    return entries


def serialize(entry: LedgerEntry) -> str:
    """One line without its line end; fields in the order of the model, empty ones left out."""
    fields = {name: value for name, value in msgspec.to_builtins(entry).items() if value not in ("", None)}
    return msgspec.json.encode(fields).decode()
