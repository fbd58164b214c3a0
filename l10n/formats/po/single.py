"""One message of a large file, read and changed in the bytes: no other is looked at, nor need it be valid.

In the layout that gettext writes, a blank line stands between entries and nowhere else, so the entry is the paragraph
that its msgid is found in. Where a file has another layout, or another charset, it is read as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from l10n.errors import InvalidInputError
from l10n.formats.po.block import Block, split
from l10n.formats.po.charset import declared
from l10n.formats.po.document import decode
from l10n.formats.po.quoting import quote
from l10n.formats.po.render import patch
from l10n.formats.po.write import encode
from l10n.model.message import Message, MessageKey

_PREFIX_LENGTH = 24
_ENDS_WITH_MSGSTR = re.compile(rb'\n(?:#~ )?msgstr(?:\[\d+\])? "[^\n]*"(?:\n(?:#~ )?"[^\n]*")*\Z')


def change_message(data: bytes, key: MessageKey, change: Callable[[Message], Message]) -> bytes:
    """The file with one live message changed. `change` keeps the key.

    Raises InvalidInputError where there is no such message, and for a file that must be read as a whole but cannot.
    """
    found = _paragraph_of(data, key)
    if found is None:
        return _change_in_whole(data, key, change)
    start, end, block = found
    view = memoryview(data)
    return b"".join((view[:start], patch(block, change(block.message)).encode(), view[end:]))


def _paragraph_of(data: bytes, key: MessageKey) -> tuple[int, int, Block] | None:
    """Where the one entry of `key` stands; None where that takes reading the whole file."""
    if not _is_plain_utf8(data):
        return None
    for wanted in _looks_of(key.msgid):
        at = data.find(wanted)
        while at != -1:
            start = data.rfind(b"\n\n", 0, at) + 2
            end = data.find(b"\n\n", at)
            end = len(data) if end == -1 else end + 2
            block = _only_block(data[start:end])
            if block is None or not _stands_alone(data, start, end):
                return None
            if block.message.key == key and not block.message.obsolete:
                return start, end, block
            at = data.find(wanted, end)
    return None


def _looks_of(msgid: str) -> Iterator[bytes]:
    """What to search for: the text on one line, as we write it; then its first word, which may stand in many others."""
    literal = quote(msgid)
    if "\n" not in msgid[:-1]:
        yield f"msgid {literal}\n".encode()
    prefix = re.split(r"\s|\\", literal[1:-1], maxsplit=1)[0][:_PREFIX_LENGTH]
    if prefix:
        yield f'"{prefix}'.encode()


def _is_plain_utf8(data: bytes) -> bool:
    """A first paragraph that is a header, declares UTF-8, and ends its lines with a line feed."""
    head = _only_block(data[: data.find(b"\n\n") + 2])
    if head is None or b"\r" in data[: head.end]:
        return False
    message = head.message
    return message.key == MessageKey(None, "") and declared(message.text).lower() in ("utf-8", "utf8")


def _only_block(paragraph: bytes) -> Block | None:
    """The paragraph as an entry, if it is exactly one."""
    try:
        blocks = list(split(paragraph.decode()))
        return blocks[0] if len(blocks) == 1 and blocks[0].message else None
    except (UnicodeDecodeError, InvalidInputError):
        return None


def _stands_alone(data: bytes, start: int, end: int) -> bool:
    """What stands before the paragraph ends an entry, and what follows it is not a string that goes on."""
    before = start
    while data[before - 1 : before] == b"\n":
        before -= 1
    paragraph = data[data.rfind(b"\n\n", 0, before) + 1 : before]
    while data[end : end + 1] == b"\n":
        end += 1
    return _ENDS_WITH_MSGSTR.search(paragraph) is not None and data[end : end + 1] in (b"", b"#", b"m")


def _change_in_whole(data: bytes, key: MessageKey, change: Callable[[Message], Message]) -> bytes:
    document = decode(data)
    message = document.catalog.by_key.get(key)
    if message is None:
        raise InvalidInputError("no-such-message", "there is no message {msgid!r}.", msgid=key.msgid[:40])
    changed = change(message)
    messages = tuple(changed if other is message else other for other in document.catalog.messages)
    return encode(replace(document.catalog, messages=messages), document)
