"""A message as PO lines; and a changed message put into the lines of the block it came from."""

from __future__ import annotations

from collections.abc import Iterable

from l10n.formats.po.block import PARTS, Block, Line
from l10n.formats.po.quoting import quote_lines
from l10n.model.message import Message, Previous


def render(message: Message, newline: str = "\n") -> str:
    """A whole new entry, unwrapped, without a blank line after it."""
    return "".join(_part_lines(message, part, newline) for part in PARTS)


def patch(block: Block, message: Message, newline: str = "\n") -> str:
    """The block with only the parts changed that differ from `message`; all other lines keep their bytes.

    `#=` lines and blank lines always stay. A message that became obsolete, or came back, is written anew.
    """
    before = block.message
    if message == before:
        return block.raw
    blanks = [line.raw for line in block.lines if line.part == "blank"]
    if message.obsolete != before.obsolete:
        # sticky flags have no obsolete form in gettext; they are only kept while the entry is live
        return render(message, newline) + "".join(blanks)
    changed = {part for part in PARTS if _part_lines(message, part, "\n") != _part_lines(before, part, "\n")}
    return _splice(block.lines, changed, message, newline)


def _splice(lines: Iterable[Line], changed: set[str], message: Message, newline: str) -> str:
    out: list[str] = []
    missing = [part for part in PARTS if part in changed]
    for line in lines:
        rank = PARTS.index(line.part) if line.part in PARTS else len(PARTS)
        while missing and PARTS.index(missing[0]) <= rank and line.part != "blank":
            out.append(_part_lines(message, missing.pop(0), newline))
        if line.part == "blank" and missing and missing[0] == "msgstr":
            out.append(_part_lines(message, missing.pop(0), newline))
        if line.part not in changed:
            out.append(line.raw)
    out += [_part_lines(message, part, newline) for part in missing]
    return "".join(out)


def _part_lines(message: Message, part: str, newline: str) -> str:
    mark = "#~ " if message.obsolete else ""
    if part == "comments":
        return _prefixed("#", message.comments, newline)
    if part == "extracted":
        return _prefixed("#.", message.extracted, newline)
    if part == "references":
        return _prefixed("#:", message.references, newline)
    if part == "flags":
        return f"#, {', '.join(message.flags)}{newline}" if message.flags else ""
    if part == "previous":
        return _previous_lines(message.previous, "#~| " if message.obsolete else "#| ", newline)
    if part == "msgstr":
        if message.msgid_plural is None:
            return _keyword("msgstr", message.msgstr[0], mark, newline)
        forms = enumerate(message.msgstr)
        return "".join(_keyword(f"msgstr[{i}]", text, mark, newline) for i, text in forms)
    if part in ("msgctxt", "msgid", "msgid_plural"):
        return _keyword(part, getattr(message, part), mark, newline)
    return ""


def _prefixed(sign: str, lines: Iterable[str], newline: str) -> str:
    return "".join(f"{sign} {line}{newline}" if line else f"{sign}{newline}" for line in lines)


def _previous_lines(previous: Previous | None, mark: str, newline: str) -> str:
    if previous is None:
        return ""
    return "".join(_keyword(name, text, mark, newline) for name, text in previous._asdict().items())


def _keyword(name: str, text: str | None, mark: str, newline: str) -> str:
    if text is None:
        return ""
    first, *rest = quote_lines(text)
    return f"{mark}{name} {first}{newline}" + "".join(f"{mark}{literal}{newline}" for literal in rest)
