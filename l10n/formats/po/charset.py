"""Which bytes a PO file is made of: the charset that its header declares."""

from __future__ import annotations

import codecs
import re

from l10n.errors import InvalidInputError

_CHARSET = re.compile(r"^content-type:.*?charset=([^\s;]+)", re.IGNORECASE | re.MULTILINE | re.DOTALL)
_UNFILLED = "CHARSET"
"""What stands in a fresh template."""


def declared(header: str) -> str:
    """The charset named in a header's text, as it is written there; empty where it names none."""
    found = _CHARSET.search(header)
    return found[1] if found and found[1] != _UNFILLED else ""


def python_codec(charset: str) -> str:
    """Python's name for a charset; UTF-8 for none. Raises InvalidInputError for one that PO files cannot have."""
    if not charset:
        return "utf-8"
    try:
        codec = codecs.lookup(charset).name
        if 'msgid "\\n"'.encode(codec) == b'msgid "\\n"':
            return codec
    except (LookupError, UnicodeError):
        raise InvalidInputError(
            "po-charset", "the header declares the charset {charset!r}, which is unknown.", charset=charset, line=1
        ) from None
    raise InvalidInputError(
        "po-charset", "the charset {charset!r} is not a superset of ASCII, as PO files need.", charset=charset, line=1
    )


def check_readable(data: bytes) -> None:
    """Raises InvalidInputError for what is no PO file of any charset."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InvalidInputError(
            "po-charset", "the file is UTF-16, which gettext cannot read.", hint="Save it as UTF-8."
        )
    if b"\0" in data:
        raise InvalidInputError("binary-file", "this is a binary file, not a PO file.")
