"""JSON Lines that are only ever added to, so that two branches' lines merge by union."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar

import msgspec

from l10n.errors import InvalidInputError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_CUT_SHORT = ("truncated", "unexpected end of data")
"""How msgspec names a line that ends too early, in a character or between two."""

Entry = TypeVar("Entry")


def parse(data: bytes, decoder: msgspec.json.Decoder[Entry], name: str) -> list[Entry]:
    """All entries, oldest first. Raises InvalidInputError with the line that is not one, called by `name`.

    A line cut short by a writer that died is passed over: it was never confirmed to anyone, and one torn line must
    not make the others unreadable.
    """
    entries = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            entries.append(decoder.decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            if line.startswith(b"{") and any(sign in str(error) for sign in _CUT_SHORT):
                continue
            raise InvalidInputError(
                "ledger-line", "not a {name}: {error}.", name=name, error=error, line=number
            ) from None
        except RecursionError:
            raise InvalidInputError(
                "nested-too-deeply", "not a {name}: it is nested too deeply.", name=name, line=number
            ) from None
    return entries


def serialize(entry: DataclassInstance) -> str:
    """One line without its line end; fields in the order of the model, those at their default left out."""
    values = ((field, getattr(entry, field.name)) for field in fields(entry))
    return msgspec.json.encode({field.name: value for field, value in values if value != field.default}).decode()
