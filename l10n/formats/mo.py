"""Compiled gettext catalogs (.mo), read.

Source: GNU gettext manual, "The Format of GNU MO Files".
"""

from __future__ import annotations

import re
import struct

from l10n.errors import InvalidInputError
from l10n.model.catalog import Catalog
from l10n.model.message import Message

_MAGIC = {b"\xde\x12\x04\x95": "<", b"\x95\x04\x12\xde": ">"}
_CHARSET = re.compile(rb"charset=([\w-]+)")


def parse(data: bytes) -> Catalog:
    """The messages in the file's order. Raises InvalidInputError for what is not a whole .mo file."""
    order = _MAGIC.get(data[:4])
    if order is None:
        raise InvalidInputError("not-mo", "not a .mo file: it does not begin with gettext's magic number.")
    try:
        _, count, originals, translations = struct.unpack_from(f"{order}4I", data, 4)
        if count * 8 > len(data):
            raise struct.error
        ends = [struct.unpack_from(f"{order}{2 * count}I", data, table) for table in (originals, translations)]
        entries = [
            (_slice(data, ends[0][at + 1], ends[0][at]), _slice(data, ends[1][at + 1], ends[1][at]))
            for at in range(0, 2 * count, 2)
        ]
        found = _CHARSET.search(dict(entries).get(b"", b""))
        charset = found[1].decode() if found else "utf-8"
        texts = [(original.decode(charset), translation.decode(charset)) for original, translation in entries]
    except struct.error:
        raise InvalidInputError("not-mo", "the .mo file is cut off or damaged.") from None
    except (UnicodeDecodeError, LookupError) as error:
        raise InvalidInputError("not-mo", "the .mo file's text cannot be decoded: {error}.", error=error) from None
    header = next((Message(msgid="", msgstr=(text,)) for original, text in texts if not original), Message(msgid=""))
    return Catalog(header=header, messages=tuple(_message(*pair) for pair in texts if pair[0]))


def _slice(data: bytes, start: int, length: int) -> bytes:
    if start + length > len(data):
        raise struct.error
    return data[start : start + length]


def _message(original: str, translation: str) -> Message:
    context, separator, rest = original.partition("\x04")
    msgid, is_plural, plural = (rest if separator else original).partition("\0")
    return Message(
        msgctxt=context if separator else None,
        msgid=msgid,
        msgid_plural=plural if is_plural else None,
        msgstr=tuple(translation.split("\0")) if is_plural else (translation,),
    )
