"""A whole PO file: bytes in, model out, and the same bytes back for all that did not change."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cached_property

from l10n.errors import InvalidInputError
from l10n.formats.po.block import Block, split
from l10n.formats.po.render import patch, render
from l10n.model.catalog import Catalog
from l10n.model.message import Message, MessageKey

_CHARSET = re.compile(rb"^\"Content-Type:[^\n]*charset=([\w.:-]+)", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True)
class Document:
    """A PO text cut into blocks. Broken blocks raise when `catalog` looks at them, never before."""

    blocks: tuple[Block, ...]
    newline: str = "\n"
    charset: str = "utf-8"
    has_bom: bool = False

    @cached_property
    def catalog(self) -> Catalog:
        """The messages. Raises InvalidInputError, with its line, for what cannot be understood."""
        header, messages = Message(msgid=""), list[Message]()
        seen: dict[object, int] = {}
        for block in self.entries:
            message = block.message
            if _is_header(message):
                header = message
                continue
            if not message.obsolete and seen.setdefault(message.key, block.line) != block.line:
                raise InvalidInputError(
                    f"the message {message.msgid[:40]!r} stands already on line {seen[message.key]}.",
                    line=block.line,
                )
            messages.append(message)
        return Catalog(header=header, messages=tuple(messages))

    @cached_property
    def entries(self) -> list[Block]:
        """The blocks that hold a message; what is left out are comments at the end of the file."""
        return [block for block in self.blocks if block.has_entry]


def parse(text: str) -> Document:
    """Cut a text into blocks. Raises InvalidInputError where entries cannot be told apart."""
    newline = "\r\n" if "\r\n" in text[: text.find("\n") + 1] else "\n"
    return Document(tuple(split(text)), newline)


def decode(data: bytes) -> Document:
    """Read a file in the charset that its header declares (UTF-8 where it says nothing)."""
    has_bom = data.startswith(codecs.BOM_UTF8)
    data = data.removeprefix(codecs.BOM_UTF8)
    declared = _CHARSET.search(data)
    charset = declared[1].decode() if declared else "utf-8"
    try:
        charset = "utf-8" if charset == "CHARSET" else codecs.lookup(charset).name
    except LookupError:
        raise InvalidInputError(f"the header declares the charset {charset!r}, which is unknown.", line=1) from None
    try:
        document = parse(data.decode(charset))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidInputError(f"byte {error.start} is not valid {charset}.", line=line) from None
    return Document(document.blocks, document.newline, charset, has_bom)


def serialize(catalog: Catalog, base: Document | None = None) -> str:
    """The catalog as text. Messages that `base` holds unchanged keep every byte, in the catalog's order."""
    if base is None:
        base = Document(())
    known = _Known(base)
    texts: list[str] = []
    last: int | None = -1
    for message in _with_header(catalog, base):
        index = known.take(message)
        text = render(message, base.newline) if index is None else patch(base.blocks[index], message, base.newline)
        was_next = index is not None and last is not None and index == last + 1
        if texts and not was_next:
            texts[-1] = _separated(texts[-1], base.newline)
        texts.append(text)
        last = index
    loose = [block.raw for block in base.blocks if not block.has_entry]
    if loose and texts and last != len(base.blocks) - 2:
        texts[-1] = _separated(texts[-1], base.newline)
    return "".join(texts + loose)


def _with_header(catalog: Catalog, base: Document) -> list[Message]:
    """Messages in the order to write, the header where `base` has it: first, or nowhere, or even in the middle."""
    entries = base.entries
    at = next((i for i, block in enumerate(entries) if _is_header(block.message)), None)
    messages = list(catalog.messages)
    if at is not None or catalog.header.has_text:
        messages.insert(at or 0, catalog.header)
    return messages


def _is_header(message: Message) -> bool:
    return message.msgid == "" and message.msgctxt is None and not message.obsolete


class _Known:
    """Finds the block that a message came from; each block is given out once."""

    def __init__(self, base: Document) -> None:
        self._at: dict[tuple[bool, MessageKey], list[int]] = {}
        for index, block in enumerate(base.blocks):
            if block.has_entry:
                message = block.message
                self._at.setdefault((message.obsolete, message.key), []).append(index)

    def take(self, message: Message) -> int | None:
        """The block of the same message, or of the one that it was before it went obsolete or came back."""
        for obsolete in (message.obsolete, not message.obsolete):
            indexes = self._at.get((obsolete, message.key))
            if indexes:
                return indexes.pop(0)
        return None


def _separated(text: str, newline: str) -> str:
    """The text with a blank line at its end."""
    if text.endswith(("\n\n", "\r\n\r\n")):
        return text
    return text + newline * (1 if text.endswith("\n") else 2)


def encode(catalog: Catalog, base: Document | None = None) -> bytes:
    """`serialize`, in the charset, line ends and byte-order mark of `base`."""
    text = serialize(catalog, base)
    if base is None:
        return text.encode()
    return (codecs.BOM_UTF8 if base.has_bom else b"") + text.encode(base.charset)
