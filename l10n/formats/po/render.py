"""A message as PO lines; and a changed message put into the lines of the block it came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from l10n.formats.po.block import Block
from l10n.formats.po.pieces import KEYWORD_PARTS, PARTS, Piece
from l10n.formats.po.quoting import quote, quote_lines
from l10n.model.message import Message, Previous

_COMMENT_FIELDS = ("comments", "extracted", "references", "flags", "previous")
_SIGNS = {"comments": "#", "extracted": "#.", "references": "#:"}


def render(message: Message, newline: str = "\n") -> str:
    """A whole new entry, unwrapped, without a blank line after it."""
    comments = [_lines(message, part, newline) for part in _COMMENT_FIELDS if getattr(message, part)]
    if message.obsolete or message.msgid_plural is not None:
        return "".join([*comments, *(_lines(message, part, newline) for part in KEYWORD_PARTS)])
    context = _keyword("msgctxt", message.msgctxt, "", newline)
    msgid, msgstr = _keyword("msgid", message.msgid, "", newline), _keyword("msgstr", message.msgstr[0], "", newline)
    return f"{''.join(comments)}{context}{msgid}{msgstr}"


def render_new(msgctxt: str | None, msgid: str, notes: Iterable[str]) -> str:
    """`render` of a message that has no more than its source and notes on it."""
    said = "".join([_comment("#.", note, "\n") for note in notes])
    return f'{said}{_keyword("msgctxt", msgctxt, "", chr(10))}{_keyword("msgid", msgid, "", chr(10))}msgstr ""\n'


def patch(block: Block, message: Message, newline: str = "\n") -> str:
    """The block with only the parts changed that differ from `message`; all other lines keep their bytes.

    `#=` lines, `domain` lines and blank lines always stay.
    """
    before = block.message
    if message is before or message == before:
        return block.raw
    changed = {part for part in PARTS if _lines(message, part, "\n") != _lines(before, part, "\n")}
    if message.obsolete != before.obsolete:
        changed |= {"previous", *KEYWORD_PARTS}
    entry = block.pieces
    new = {part: _patched_lines(message, part, entry, newline) for part in changed}
    text = "".join(_splice(entry, new))
    return text if block.raw.endswith("\n") else text.removesuffix(newline)


def _splice(entry: Sequence[Piece], new: dict[str, str]) -> Iterable[str]:
    """The pieces, each changed part at the place of its first old piece, or where its rank puts it."""
    absent = [part for part in PARTS if part in new and all(piece.part != part for piece in entry)]
    last = max(at for at, piece in enumerate(entry) if piece.part != "blank")
    written = set[str]()
    for at, piece in enumerate(entry):
        while absent and piece.part in PARTS and PARTS.index(absent[0]) < PARTS.index(piece.part):
            yield new[absent.pop(0)]
        if piece.part not in new:
            # with no line end after it, a piece would share its line with what follows
            yield piece.raw
        elif piece.part not in written:
            written.add(piece.part)
            yield new[piece.part]
        if at == last:
            yield from (new[part] for part in absent)


def _patched_lines(message: Message, part: str, entry: Sequence[Piece], newline: str) -> str:
    """The lines of a part; comment lines that were there before keep their bytes."""
    if part not in _SIGNS:
        return _lines(message, part, newline)
    known = {piece.text: piece.raw for piece in entry if piece.part == part and piece.raw.endswith("\n")}
    lines: tuple[str, ...] = getattr(message, part)
    return "".join(known.get(line) or _comment(_SIGNS[part], line, newline) for line in lines)


def _lines(message: Message, part: str, newline: str) -> str:
    """The lines of one part of a message; none where it has nothing to say there."""
    if part in _SIGNS:
        return "".join(_comment(_SIGNS[part], line, newline) for line in getattr(message, part))
    if part == "flags":
        return f"#, {', '.join(message.flags)}{newline}" if message.flags else ""
    if part == "previous":
        return _previous_lines(message.previous, "#~| " if message.obsolete else "#| ", newline)
    mark = "#~ " if message.obsolete else ""
    if part == "msgstr" and message.msgid_plural is not None:
        forms = enumerate(message.msgstr)
        return "".join(_keyword(f"msgstr[{i}]", text, mark, newline) for i, text in forms)
    if part == "msgstr":
        return _keyword(part, message.msgstr[0], mark, newline)
    if part in KEYWORD_PARTS:
        return _keyword(part, getattr(message, part), mark, newline)
    return ""


def _comment(sign: str, text: str, newline: str) -> str:
    """One comment; a line break in it begins another comment line, never a line of the entry."""
    lines = text.replace("\r", "").replace("\0", "").split("\n")
    return "".join(f"{sign} {line}{newline}" if line else f"{sign}{newline}" for line in lines)


def _previous_lines(previous: Previous | None, mark: str, newline: str) -> str:
    if previous is None:
        return ""
    return "".join(_keyword(name, text, mark, newline) for name, text in previous._asdict().items())


def _keyword(name: str, text: str | None, mark: str, newline: str) -> str:
    if text is None:
        return ""
    if "\n" not in text:
        return f"{mark}{name} {quote(text)}{newline}"
    first, *rest = quote_lines(text)
    return f"{mark}{name} {first}{newline}" + "".join(f"{mark}{literal}{newline}" for literal in rest)
