"""Captured chrome as JSON Lines: `catalogs/captured.jsonl`, one string a line."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from l10n.errors import InvalidInputError
from l10n.model.chrome import ChromeString

_decoder = msgspec.json.Decoder(ChromeString)


def parse(text: str) -> list[ChromeString]:
    """All strings in file order. Raises InvalidInputError with the line that is not one."""
    strings = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            strings.append(_decoder.decode(line))
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            raise InvalidInputError(
                "not-captured-strings", "not a captured string: {error}.", error=error, line=number
            ) from None
        except RecursionError:
            raise InvalidInputError(
                "nested-too-deeply", "not a captured string: it is nested too deeply.", line=number
            ) from None
    return strings


def serialize(strings: Iterable[ChromeString]) -> str:
    """Sorted by language, role and id, so that the same strings are the same bytes."""
    ordered = sorted(strings, key=lambda s: (s.lang, s.context, s.id, s.text))
    return "".join(msgspec.json.encode(string).decode() + "\n" for string in ordered)
