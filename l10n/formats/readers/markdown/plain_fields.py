"""Front matter as most of it is written, a text a line, read without YAML, which takes a hundred times as long."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""Characters that no text has, and that XML, terminals and gettext's tools stumble over: C0 but tab and newline."""
FIRST_LINE = 2
"""Where front matter begins in its file: below the fence."""
_LINE = re.compile(r'([a-z_]+): (?:"([^"\\\n]*)"|(\d{4}-\d\d-\d\d)|([A-Za-z][A-Za-z-]*))\n|([\s\S]+)')
_NULL = ("null", "Null", "NULL")
_SPECIAL = frozenset(("null", "true", "false", "yes", "no", "on", "off"))
"""Words that YAML 1.1 takes for something else than text, in small letters."""


class Field(NamedTuple):
    """A value, and the line of the file it begins in."""

    value: Any
    line: int


def read_plainly(source: str, ours: Collection[str]) -> dict[str, Field] | None:
    """What `read_front_matter` reads; None where any line is more than a key with a text, a date or a word."""
    if not source.replace("\n", "").isprintable():
        return None
    fields: dict[str, Field] = {}
    for line, (key, quoted, day, word, other) in enumerate(_LINE.findall(source), FIRST_LINE):
        if other or key in fields or (key not in ours and word.lower() in _SPECIAL):
            return None
        value: Any = quoted or day or ("" if word in _NULL else word)
        if key in ours:
            value = value.strip()
        elif day:
            try:
                value = date.fromisoformat(day)
            except ValueError:
                return None
        fields[key] = Field(value, line)
    return fields
