"""A whole PO file: bytes in, model out, and the same bytes back for all that did not change."""

from __future__ import annotations

import codecs
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

from l10n.errors import InvalidInputError
from l10n.formats.po.block import Block, split
from l10n.formats.po.charset import check_readable, declared, python_codec
from l10n.model.catalog import Catalog
from l10n.model.collector import collector_at_rest
from l10n.model.message import Message, MessageKey


@dataclass(frozen=True)
class Document:
    """A PO text cut into blocks. Broken blocks raise when `catalog` looks at them, never before."""

    text: str = field(default="", repr=False)
    charset: str = "utf-8"
    has_bom: bool = False

    @cached_property
    def blocks(self) -> list[Block]:
        return list(split(self.text))

    @property
    def newline(self) -> str:
        """The line end of its first line, used for all lines that are added."""
        return "\r\n" if self.text[: self.text.find("\n") + 1].endswith("\r\n") else "\n"

    @cached_property
    def entries(self) -> list[Block]:
        """The blocks that hold a message; what is left out are comments at the end of the file."""
        return [block for block in self.blocks if block.has_entry]

    @cached_property
    def catalog(self) -> Catalog:
        """The messages. Raises InvalidInputError, with its line, for what cannot be understood.

        A file may hold several domains (`domain "x"` lines); only within one must messages be unique.
        """
        with collector_at_rest():
            return self._read_catalog()

    def lines_of(self, keys: Collection[MessageKey]) -> dict[MessageKey, int]:
        """The lines, from 1, where the live entries with these keys stand; the text is counted through once."""
        lines: dict[MessageKey, int] = {}
        line, counted = 1, 0
        for block in self.entries:
            if block.message.key in keys and not block.message.obsolete:
                line, counted = line + self.text.count("\n", counted, block.keyword), block.keyword
                lines.setdefault(block.message.key, line)
        return lines

    def _read_catalog(self) -> Catalog:
        header: Message | None = None
        messages: list[Message] = []
        seen: dict[MessageKey, Block] = {}
        for block in self.entries:
            message = block.message
            if block.begins_domain:
                seen = {}
            if not message.obsolete and seen.setdefault(message.key, block) is not block:
                what = f"the message {message.msgid[:40]!r}" if message.msgid else "the header"
                raise InvalidInputError(
                    "message-twice",
                    "{what} stands already on line {row}.",
                    what=what,
                    row=seen[message.key].line,
                    line=block.line,
                )
            if header is None and is_header(message):
                header = message
            else:
                messages.append(message)
        return Catalog(header=header or Message(msgid=""), messages=tuple(messages))


def parse(text: str) -> Document:
    """A document of text that is decoded already."""
    return Document(text)


def decode(data: bytes) -> Document:
    """Read a file in the charset that its header declares (UTF-8 where it says nothing).

    Raises InvalidInputError for a binary file, an unknown charset, or bytes that are not of the charset.
    """
    check_readable(data)
    has_bom = data.startswith(codecs.BOM_UTF8)
    data = data.removeprefix(codecs.BOM_UTF8)
    charset = python_codec(declared_charset(data))
    try:
        text = data.decode(charset)
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        line = data.count(b"\n", 0, start) + 1
        raise InvalidInputError(
            "not-in-charset",
            "byte {start} of the file is not valid {charset}.",
            start=start,
            charset=charset,
            line=line,
        ) from None
    if charset != "utf-8" and text.encode(charset, "replace") != data:
        raise InvalidInputError(
            "po-charset",
            "the file would not come back the same from {charset}.",
            charset=charset,
            line=1,
            hint="Convert it first: msgconv --to-code=UTF-8",
        )
    return Document(text, charset, has_bom)


def declared_charset(data: bytes) -> str:
    """The charset that the header declares; empty where it names none.

    The header is looked for up to the first paragraph that names a charset, and only then in the whole file."""
    first = data.find(b"charset=")
    if first == -1:
        return ""
    end = data.find(b"\n\n", first)
    return _charset_of_header(data[: end + 1]) or _charset_of_header(data)


def _charset_of_header(data: bytes) -> str:
    headers = (block.message for block in split(data.decode("latin-1")) if block.has_entry)
    return next((declared(message.text) for message in headers if is_header(message)), "")


def is_header(message: Message) -> bool:
    """Is it the entry that holds the header: no msgid, no context?"""
    return message.msgid == "" and message.msgctxt is None and not message.obsolete
