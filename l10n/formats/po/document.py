"""A whole PO file: bytes in, model out, and the same bytes back for all that did not change."""

from __future__ import annotations

import codecs
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from l10n.errors import InvalidInputError
from l10n.formats.po.block import Block, split
from l10n.formats.po.charset import check_readable, declared, python_codec
from l10n.formats.po.render import patch, render
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
            if header is None and _is_header(message):
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
    return next((declared(message.text) for message in headers if _is_header(message)), "")


def serialize(catalog: Catalog, base: Document | None = None, *, donors: Iterable[Document] = ()) -> str:
    """The catalog as text. Messages that `base` holds unchanged keep every byte, in the catalog's order.

    A message that `base` lacks comes as it stands in the first of `donors` whose very message it is (a merge's other
    side), or else is written anew.
    """
    base = base or Document()
    if not base.text and not donors:
        return "\n".join(map(render, _with_header(catalog, base)))
    known = _Known(base)
    newline = base.newline
    given = {id(block.message): block.raw for donor in donors if donor.newline == newline for block in donor.entries}
    parts: list[str | Block] = []  # blocks where nothing changed
    last: int | None = -1
    for message in _with_header(catalog, base):
        index = known.take(message)
        part: str | Block
        if index is None:
            part = given.get(id(message)) or render(message, newline)
        elif message is base.entries[index].message:
            part = base.entries[index]
        else:
            part = patch(base.entries[index], message, newline)
        was_next = index is not None and last is not None and index == last + 1
        if parts and not was_next:
            parts[-1] = _separated(_raw(parts[-1]), newline)
        parts.append(part)
        last = index
    loose = [block for block in base.blocks if not block.has_entry]
    if parts and last != len(base.entries) - 1:
        # another entry ends the file now: it needs a blank line before loose comments, and none before nothing
        text = _raw(parts[-1])
        parts[-1] = _separated(text, newline) if loose else text.rstrip("\r\n") + newline
    return "".join(_stretches(base.text, [*parts, *loose]))


def _raw(part: str | Block) -> str:
    return part if isinstance(part, str) else part.raw


def _stretches(text: str, parts: Iterable[str | Block]) -> Iterator[str]:
    """The parts, with blocks that follow each other in `text` taken from it in one piece."""
    start = end = 0
    for part in parts:
        if isinstance(part, Block) and part.start == end:
            end = part.end
            continue
        yield text[start:end]
        start = end = 0
        if isinstance(part, Block):
            start, end = part.start, part.end
        else:
            yield part
    yield text[start:end]


def encode(catalog: Catalog, base: Document | None = None, *, donors: Iterable[Document] = ()) -> bytes:
    """`serialize`, in the charset that the header declares, with the line ends and byte-order mark of `base`.

    Raises InvalidInputError for a text that the charset has no bytes for.
    """
    base = base or Document()
    said = declared(catalog.header.text)
    charset = python_codec(said) if said else base.charset
    text = serialize(catalog, base, donors=donors)
    try:
        data = text.encode(charset)
    except UnicodeEncodeError as error:
        raise InvalidInputError(
            "not-in-charset",
            "{text!r} cannot be written in {charset}.",
            text=text[error.start : error.end],
            charset=charset,
            line=text.count("\n", 0, error.start) + 1,
            hint="Convert the file to UTF-8 first: msgconv --to-code=UTF-8",
        ) from None
    return codecs.BOM_UTF8 + data if base.has_bom else data


def _with_header(catalog: Catalog, base: Document) -> list[Message]:
    """Messages in the order to write, the header where `base` has it: first, or nowhere, or even in the middle."""
    at = next((i for i, block in enumerate(base.entries) if _is_header(block.message)), None)
    messages = list(catalog.messages)
    if at is not None or catalog.header.has_text:
        messages.insert(at or 0, catalog.header)
    return messages


def _is_header(message: Message) -> bool:
    return message.msgid == "" and message.msgctxt is None and not message.obsolete


class _Known:
    """Finds the entry of `base` that a message came from; each is given out once."""

    def __init__(self, base: Document) -> None:
        self._entries = base.entries
        self._next = 0
        self._taken = set[int]()

    def take(self, message: Message) -> int | None:
        """The entry of the same message, or of the one that it was before it went obsolete or came back."""
        if self._next < len(self._entries) and self._entries[self._next].message is message:
            index: int | None = self._next
        else:
            index = next(self._candidates(message), None)
        if index is not None:
            self._taken.add(index)
            self._next = index + 1
        return index

    def _candidates(self, message: Message) -> Iterator[int]:
        for obsolete in (message.obsolete, not message.obsolete):
            yield from (i for i in self._at.get((obsolete, message.key), ()) if i not in self._taken)

    @cached_property
    def _at(self) -> dict[tuple[bool, MessageKey], list[int]]:
        at: dict[tuple[bool, MessageKey], list[int]] = {}
        for index, block in enumerate(self._entries):
            at.setdefault((block.message.obsolete, block.message.key), []).append(index)
        return at


def _separated(text: str, newline: str) -> str:
    """The text with a blank line at its end."""
    if text.endswith(("\n\n", "\r\n\r\n")):
        return text
    return text + newline * (1 if text.endswith("\n") else 2)
