"""What a compiled catalog holds, read from the bytes of a PO file: no message is made where nobody looks at one."""

from __future__ import annotations

import codecs
import re

from l10n.errors import InvalidInputError
from l10n.formats.po.block import Block, common_entry
from l10n.formats.po.charset import check_readable, python_codec
from l10n.formats.po.document import declared_charset
from l10n.formats.po.pieces import pieces
from l10n.formats.po.quoting import STRING, unquote
from l10n.model.message import FUZZY, Message

# From far, whatever stands between the first and the last quotation mark of a line is a literal: that is found in half
# the time. `_text` looks closer where there are backslashes or more quotation marks.
_FROM_FAR = re.compile(common_entry(r'"[^\n]*"').encode())
_LITERALS = re.compile(rf"(?:{STRING}[ \t\r]*+\n)++".encode())
_BETWEEN_LITERALS = re.compile(rb'"[ \t\r]*\n"')
_FUZZY = FUZZY.encode()
_SURELY_FUZZY = re.compile(rb"^#,(?:[^\n]*,)?[ \t]*fuzzy[ \t]*(?:,|\r?$)", re.MULTILINE)


class _OddError(Exception):
    """Only the full reader can say what this is, or what is wrong with it."""


def clear_pairs(data: bytes) -> dict[bytes, bytes] | None:
    """Original → translation of what is translated and not fuzzy, as `pair` has them; the header, if any, at b"".

    None for a file that the full reader must read: one that is broken, not in UTF-8, or of several domains.
    """
    try:
        return _clear_pairs(_utf8(data))
    except (_OddError, InvalidInputError, ValueError):
        return None


def pair(message: Message) -> tuple[bytes, bytes]:
    """(original, translation) as gettext looks them up: `msgctxt EOT msgid NUL msgid_plural`, NULs between forms."""
    plural = "" if message.msgid_plural is None else "\0" + message.msgid_plural
    return (_key(message) + plural).encode(), "\0".join(message.msgstr).encode()


def _key(message: Message) -> str:
    return message.msgid if message.msgctxt is None else f"{message.msgctxt}\x04{message.msgid}"


def _utf8(data: bytes) -> bytes:
    """The data without its mark. Raises an error for what does not declare itself UTF-8."""
    check_readable(data)
    data = data.removeprefix(codecs.BOM_UTF8)
    if python_codec(declared_charset(data)) != "utf-8":
        raise _OddError
    return data


def _clear_pairs(data: bytes) -> dict[bytes, bytes]:
    found = _Found()
    characters = ""
    position = 0
    while position < len(data):
        entry = _FROM_FAR.match(data, position)
        if entry and (_FUZZY not in entry[1] or _SURELY_FUZZY.search(entry[1])):
            found.take(*entry.groups())
            position = entry.end()
        else:
            characters = characters or data.decode("latin-1")  # one for each byte
            length = sum(len(piece.raw) for piece in pieces(characters, position))
            found.take_odd(data[position : position + length].decode())
            position += length
    return found.clear()


class _Found:
    """What was read so far."""

    def __init__(self) -> None:
        self._count = 0
        self._texts: dict[bytes, bytes] = {}
        """By msgctxt and msgid, which only one live entry may have; empty where a text is not clear."""
        self._originals: dict[bytes, bytes] = {}
        """For those that have plural forms."""
        self._prefixes: dict[bytes | None, bytes] = {None: b""}
        """By the literals of a msgctxt: there are few."""

    def take(self, comments: bytes, context: bytes | None, msgid: bytes, msgstr: bytes) -> None:
        """An entry in the common shape. Raises UnicodeDecodeError for what is no UTF-8."""
        for part in (comments, context, msgid, msgstr):
            if part is not None and not part.isascii():
                part.decode()
        prefix = self._prefixes.get(context)
        if prefix is None:
            prefix = self._prefixes[context] = _text(context or b"") + b"\x04"
        key, text = prefix + _text(msgid), _text(msgstr)
        self._count += 1
        self._texts[key] = text if _FUZZY not in comments or not key else b""

    def take_odd(self, text: str) -> None:
        """What the careful reader must read: plural forms, `#~`, `#|`; or loose comments."""
        block = Block(text, 0, len(text), None, tuple(pieces(text, 0)))
        if block.begins_domain or sum(len(piece.raw) for piece in block.pieces) != len(text):
            raise _OddError
        if not block.has_entry or block.message.obsolete:
            return
        message = block.message
        original, translation = pair(message)
        key = _key(message).encode()
        if not key:
            raise _OddError
        self._count += 1
        self._texts[key] = translation if message.has_text and not message.is_fuzzy else b""
        if original != key:
            self._originals[key] = original

    def clear(self) -> dict[bytes, bytes]:
        if self._count != len(self._texts):
            raise _OddError
        if not self._originals and all(self._texts.values()):
            return self._texts
        return {self._originals.get(key, key): text for key, text in self._texts.items() if text}


def _text(literals: bytes) -> bytes:
    """The text of adjacent literals, each on its line. Raises an error where they are none."""
    text = literals[1:-2]
    if b'"' not in text and b"\\" not in text:  # a single line, as it stands
        return text
    inner = literals.rstrip(b" \t\r\n")[1:-1]
    text = inner.replace(b'"\n"', b"")
    if b'"' not in text and b"\\" not in text:
        return text
    if not _LITERALS.fullmatch(literals):
        raise _OddError
    return unquote(_BETWEEN_LITERALS.sub(b"", inner).decode()).encode()
