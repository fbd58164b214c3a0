"""The state of every message of a catalog, without making messages: for those who only count.

    po.states(data)            {b"title\\x04Ferries": State.REVIEWED, …}, or None where the file must be read as a whole

A file is looked at as bytes, by one pattern that knows how nearly all entries are written. Where anything in it is
written in another way, or is wrong, there is no answer, and whoever asked reads the file (`po.decode`), which says what
is wrong with it. What a record comes to is `standing`'s business alone: of the text it asks only whether its seal fits.
"""

from __future__ import annotations

import re
import unicodedata
from binascii import unhexlify
from functools import lru_cache
from hashlib import sha256

from l10n.errors import InvalidInputError
from l10n.formats.po.block import split
from l10n.formats.po.quoting import unquote
from l10n.model.message import Message
from l10n.model.state import SEAL_LENGTH, State, seal, standing

_EOT = b"\x04"
"""Between a context and a msgid, as in seals and in gettext's own .mo files."""
_TEXT = rb'(?:[^"\\\n]++|\\["\\nt]'
_LITERAL = rb'"' + _TEXT + rb')*+"\n'
"""On its line, with the escapes that every reader of PO files knows."""
_STRING = rb'"' + _TEXT + rb'|"\n")*+"\n'
"""Adjacent literals."""
_GONE = rb'"' + _TEXT + rb'|"\n#~ ")*+"\n'
"""Likewise, of an obsolete entry."""
_HEADER = re.compile(rb'(?:#(?:[.:, ][^\n]*)?\n)*+msgid ""\nmsgstr (' + _STRING + rb")(?:\n++|\Z)")
_CHARSET = rb'"Content-Type: text/plain; charset=UTF-8\n"'
_RECORD = rb"(?:(# l10n-state: [a-z]+\n)# l10n-seal: ([0-9a-f]{12})\n)?+"
_COMMENTS = rb"((?:#(?: [^\n]*)?\n)*+)(?:#[.:][^\n]*\n)*+((?:#[,|] [^\n]*\n)*+)"
_ON_ONE_LINE_EACH = rb'(?:msgctxt "([^\n]+)"\n)?msgid "([^\n]*)"\nmsgstr "([^\n]*)"\n(?!")'
_ON_SEVERAL_LINES = rb"((?:msgctxt " + _STRING + rb")?msgid " + _STRING + rb"msgstr " + _STRING + rb")"
_OBSOLETE = (
    rb"((?:#~\| (?:(?:msgctxt|msgid|msgid_plural) )?" + _LITERAL + rb")*+"
    rb"(?:#~ msgctxt " + _GONE + rb")?#~ msgid " + _GONE + rb"#~ msgstr " + _GONE + rb")"
)
_SHAPES = rb"|".join((_ON_ONE_LINE_EACH, _ON_SEVERAL_LINES, _OBSOLETE))
_ENTRY = re.compile(_RECORD + _COMMENTS + rb"(?:" + _SHAPES + rb")(?:\n++|(?=[#m])|\Z)|([\s\S]+)")
"""An entry, or all the rest of the file where another shape begins."""
_PARTS = re.compile(rb"(?:msgctxt (" + _STRING + rb"))?msgid (" + _STRING + rb")msgstr (" + _STRING + rb")")
_SAMPLE = 'msgid "source"\nmsgstr "target"\n'
_FITTING = seal(Message(msgid="source", msgstr=("target",)))
_BROKEN = "0" * SEAL_LENGTH


def states(data: bytes) -> dict[bytes, State] | None:
    """By context and msgid, the state that a gate believes of each live message; None where one must read the file."""
    header = _HEADER.match(data)
    if header is None or _CHARSET not in header[1] or data.count(b"charset=", 0, header.end()) > 1:
        return None
    if b"\0" in data or _EOT in data:
        return None
    try:
        is_normal = data.isascii() or _is_normal(data.decode())
    except UnicodeDecodeError:
        return None
    found: dict[bytes, State] = {}
    entries = _ENTRY.findall(data, header.end())
    live = len(entries)
    for state, its_seal, comments, flags, context, msgid, msgstr, wrapped, gone, other in entries:
        if gone:
            live -= 1
            continue
        if other:
            return None
        key = context + _EOT + msgid if context else msgid
        judged = key + b"\0" + msgstr
        if wrapped or b'"' in judged or b"\\" in judged:
            parts = _parts(wrapped or _entry(context, msgid, msgstr))
            if parts is None:
                return None
            key, msgstr = parts
            judged = key + b"\0" + msgstr
        if not msgstr:
            found[key] = State.NEW
            continue
        claimed = _claimed(state, comments, flags)
        if claimed is None:
            return None
        fitting, found[key] = claimed
        if fitting != found[key]:
            if wrapped or not is_normal:
                judged = unicodedata.normalize("NFC", judged.decode()).encode()
            if sha256(judged).digest()[: SEAL_LENGTH // 2] == unhexlify(its_seal):
                found[key] = fitting
    # a second header, or a message that stands twice, is a fault that the reader names
    return None if b"" in found or len(found) != live else found


def _is_normal(text: str) -> bool:
    """In normal form C; no character of Latin-1 has anything that it could be composed with."""
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return unicodedata.is_normalized("NFC", text)
    return True


def _entry(context: bytes, msgid: bytes, msgstr: bytes) -> bytes:
    head = b'msgctxt "' + context + b'"\n' if context else b""
    return head + b'msgid "' + msgid + b'"\nmsgstr "' + msgstr + b'"\n'


def _parts(entry: bytes) -> tuple[bytes, bytes] | None:
    """Key and translation of an entry with escapes, or with strings on several lines."""
    found = _PARTS.fullmatch(entry)
    if found is None:
        return None
    context, msgid, msgstr = found.groups()
    return (_text(context) + _EOT if context else b"") + _text(msgid), _text(msgstr)


def _text(strings: bytes) -> bytes:
    return unquote(strings[1:-2].replace(b'"\n"', b"").decode()).encode()


@lru_cache(maxsize=4096)
def _claimed(state: bytes, comments: bytes, flags: bytes) -> tuple[State, State] | None:
    """What a message with a text is worth by its comments and flags: where its seal fits, and where it does not."""
    if b"l10n-seal" in comments:
        return None
    try:
        rest = (comments + flags).decode() + _SAMPLE
        texts = [f"{state.decode()}# l10n-seal: {one}\n{rest}" if state else rest for one in (_FITTING, _BROKEN)]
        fitting, broken = (standing(next(split(text)).message).counted for text in texts)
    except InvalidInputError:
        return None
    return fitting, broken
