"""A baseline as JSON Lines: sorted, one message and check a line, so that its differences read well."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from l10n.errors import InvalidInputError
from l10n.formats import json_lines
from l10n.model.baseline import Known

_HEAD = '{"schema":"l10n/baseline/1"}'
_decoder = msgspec.json.Decoder(Known)


def parse(data: bytes) -> list[Known]:
    """Raises InvalidInputError, with the line, for what is no baseline."""
    head, _, rest = data.partition(b"\n")
    if head.strip() != _HEAD.encode():
        raise InvalidInputError(
            "not-a-baseline", "not a baseline.", line=1, hint="Write one: l10n check --write-baseline FILE"
        )
    return json_lines.parse(b"\n" + rest, _decoder, "line of a baseline")


def serialize(known: Iterable[Known]) -> str:
    """Lines in the order of `known`."""
    return "".join(f"{line}\n" for line in (_HEAD, *map(json_lines.serialize, known)))
