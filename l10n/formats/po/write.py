"""A catalog as the text of a PO file: what a document holds unchanged keeps its bytes."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from functools import cached_property

from l10n.errors import InvalidInputError
from l10n.formats.po.block import Block
from l10n.formats.po.charset import declared, python_codec
from l10n.formats.po.document import Document, is_header
from l10n.formats.po.render import patch, render
from l10n.model.catalog import Catalog
from l10n.model.message import Message, MessageKey


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
    at = next((i for i, block in enumerate(base.entries) if is_header(block.message)), None)
    messages = list(catalog.messages)
    if at is not None or catalog.header.has_text:
        messages.insert(at or 0, catalog.header)
    return messages


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
