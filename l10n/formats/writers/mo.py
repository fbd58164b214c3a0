"""Compiled catalogs (.mo), as the gettext manual lays them out in "The Format of GNU MO Files".

Written here because what may be in one is our decision: only texts that somebody vouches for, never a fuzzy one.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable

from l10n.model.catalog import Catalog
from l10n.model.message import Message
from l10n.model.state import State, standing

_MAGIC = 0x950412DE
_HEAD = 28
_CHARSET = re.compile(r"(?im)^(content-type:[^\n]*charset=)[^\s;]+")

Publishes = Callable[[State], bool]


def encode(catalog: Catalog, publishes: Publishes) -> bytes:
    """The catalog's messages whose state `publishes` says yes to, sorted by their bytes, little-endian, no hash table.

    The same messages are the same bytes. The header is kept, its charset set to the UTF-8 that is written.
    """
    strings = {b"": _header(catalog).encode()}
    for message in catalog.live:
        if publishes(standing(message).counted):
            strings[_original(message)] = "\0".join(message.msgstr).encode()
    originals = sorted(strings)
    tables, pool = [], bytearray()
    start = _HEAD + 16 * len(originals)
    for texts in (originals, [strings[original] for original in originals]):
        for text in texts:
            tables += [len(text), start + len(pool)]
            pool += text + b"\0"
    head = [_MAGIC, 0, len(originals), _HEAD, _HEAD + 8 * len(originals), 0, start]
    return struct.pack(f"<{len(head) + len(tables)}I", *head, *tables) + bytes(pool)


def _original(message: Message) -> bytes:
    context = "" if message.msgctxt is None else message.msgctxt + "\x04"
    plural = "" if message.msgid_plural is None else "\0" + message.msgid_plural
    return (context + message.msgid + plural).encode()


def _header(catalog: Catalog) -> str:
    text, found = _CHARSET.subn(r"\1UTF-8", catalog.header.text)
    return text if found else f"{text}Content-Type: text/plain; charset=UTF-8\n"
