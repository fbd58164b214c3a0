"""Header entries, merged field by field."""

from __future__ import annotations

from dataclasses import replace

from l10n.model.message import Message


def merge_header(base: Message, ours: Message, theirs: Message) -> Message:
    """Our header, with each field that only they changed or added; where both changed one, ours stays.

    Nobody's work stands in a header, so a difference there is never a conflict.
    """
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    was, us, them = _fields(base), _fields(ours), _fields(theirs)
    names = [*us, *(name for name in them if name not in us)]
    lines = []
    for name in names:
        side = them if us.get(name) == was.get(name) else us
        if name in side:
            lines.append(side[name])
    comments = theirs.comments if ours.comments == base.comments else ours.comments
    return replace(ours, msgstr=("".join(lines),), comments=comments)


def _fields(header: Message) -> dict[str, str]:
    """Whole lines by field name; a line without a name is its own."""
    lines = header.text.splitlines(keepends=True)
    return {
        line.partition(":")[0] if ":" in line else line: line if line.endswith("\n") else line + "\n" for line in lines
    }
