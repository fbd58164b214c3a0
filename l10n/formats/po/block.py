"""One entry of a PO file as it stands in the text, parsed only when someone looks."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field

from l10n.errors import InvalidInputError
from l10n.formats.po.careful import CommentFields, comment_fields, read_message
from l10n.formats.po.pieces import KEYWORD_PARTS, Piece, comment_part, pieces
from l10n.formats.po.quoting import STRING, unquote
from l10n.model.message import Message


def common_entry(literal: str) -> str:
    """The pattern of the shape that nearly every live entry has, given that of a literal: a short cut.

    Its groups are the comments, and the literals of msgctxt, msgid and msgstr, each on its line. What does not match
    goes through pieces.py, and both readers agree (tests/property/test_po.py).
    """
    strings = rf"[ \t]+({literal}[ \t\r]*+\n(?:{literal}[ \t\r]*+\n)*+)"
    # the look-ahead makes sure that the entry ends where it seems to
    return (
        rf"((?:#(?![~|])[^\n]*\n)*+)(?:msgctxt{strings})?msgid{strings}msgstr{strings}(?:[ \t\r]*\n)*+"
        r"(?=#(?!~)|msgid[ \t]|msgctxt[ \t]|#~[ \t]*(?:\||msgid[ \t]|msgctxt)|\Z)"
    )


_COMMON = re.compile(common_entry(STRING))
_BETWEEN_STRINGS = re.compile(r'"[ \t\r]*\n"')


@dataclass(slots=True, eq=False)
class Block:
    """The text of one entry, blank lines after it included."""

    text: str = field(repr=False)
    """The whole file."""
    start: int
    end: int
    _common: re.Match[str] | None = field(default=None, repr=False)
    """The entry in the common shape, or …"""
    _pieces: tuple[Piece, ...] = field(default=(), repr=False)
    """… the pieces of any other."""
    _message: Message | None = field(default=None, repr=False)

    @property
    def raw(self) -> str:
        return self.text[self.start : self.end]

    @property
    def keyword(self) -> int:
        """Where in the text its msgid (or msgctxt) stands."""
        return next((piece.start for piece in self.pieces if piece.part in KEYWORD_PARTS), self.start)

    @property
    def line(self) -> int:
        """The number of the line where its msgid (or msgctxt) stands, from 1: that is where people look for it."""
        return self.text.count("\n", 0, self.keyword) + 1

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return self._pieces or tuple(pieces(self.text, self.start))

    @property
    def has_entry(self) -> bool:
        """False for comments at the end of a file that belong to no message."""
        return self._common is not None or any(piece.part in (*KEYWORD_PARTS, "junk") for piece in self._pieces)

    @property
    def begins_domain(self) -> bool:
        """True where a `domain "x"` line stands before the entry: what follows is another catalog."""
        return any(piece.part == "domain" for piece in self._pieces)

    @property
    def message(self) -> Message:
        """The entry as a message. Raises InvalidInputError with the line that cannot be understood."""
        if self._message is None:
            short_cut = _common_message(self._common) if self._common else None
            self._message = short_cut or read_message(self.text, self.pieces)
        return self._message


def split(text: str) -> Iterator[Block]:
    """Cut a file into blocks. A comment, or a new msgctxt or msgid, after a msgstr begins the next one."""
    start = 0
    while start < len(text):
        common = _COMMON.match(text, start)
        if common:
            yield Block(text, start, common.end(), common)
            start = common.end()
        else:
            found = tuple(pieces(text, start))
            end = start + sum(len(piece.raw) for piece in found)
            yield Block(text, start, end, None, found)
            start = end


def share(blocks: Iterable[Block], known: MutableMapping[str, Message]) -> None:
    """Let entries with the very same text, in this file and in others, be read once: `known` holds them by text.

    An entry that cannot be understood is left to say so when someone looks at it.
    """
    for block in blocks:
        if block.has_entry:
            message = known.get(block.raw)
            if message is None:
                with contextlib.suppress(InvalidInputError):
                    message = known[block.raw] = block.message
            block._message = message


def _common_message(entry: re.Match[str]) -> Message | None:
    """The message of an entry in the common shape; None where only the careful reader can say what is wrong."""
    comments, msgctxt, msgid, msgstr = entry.groups()
    try:
        return Message(
            msgid=_text(msgid),
            msgctxt=None if msgctxt is None else _text(msgctxt),
            msgstr=(_text(msgstr),),
            **(_comment_fields(comments) if comments else {}),
        )
    except ValueError:
        return None


def _comment_fields(lines: str) -> CommentFields:
    """The fields that an entry's comment lines fill."""
    if lines.startswith("# ") and lines.count("\n# ") + 1 == lines.count("\n") and "\r" not in lines:
        return {"comments": tuple(lines[2:-1].split("\n# "))}  # a record and nothing else, as in most of our entries
    return comment_fields(comment_part(line[1:].rstrip("\r")) for line in lines.split("\n")[:-1])


def _text(strings: str) -> str:
    """The text of adjacent literals, each on its line."""
    text = strings.rstrip(" \t\r\n")[1:-1]
    if "\n" in text:
        text = text.replace('"\n"', "")
        text = _BETWEEN_STRINGS.sub("", text) if "\n" in text else text
    return unquote(text)
