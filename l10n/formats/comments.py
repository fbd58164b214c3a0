"""The comments of a locale (`comments.jsonl`): one a line."""

from __future__ import annotations

import msgspec

from l10n.formats import json_lines
from l10n.model.comment import Comment

_decoder = msgspec.json.Decoder(Comment)


def parse(data: bytes) -> list[Comment]:
    """All comments, oldest first. Raises InvalidInputError with the line that is not one."""
    return json_lines.parse(data, _decoder, "comment")


def serialize(comment: Comment) -> str:
    """One line without its line end."""
    return json_lines.serialize(comment)
