"""PO string literals: C escapes in and out."""

from __future__ import annotations

import re

_NAMED = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_ESCAPE = re.compile(r"((?:\\x[0-9a-fA-F]+|\\[0-7]{1,3})+)|\\(.)", re.DOTALL)
_BYTE = re.compile(r"\\(?:x([0-9a-fA-F]+)|([0-7]{1,3}))")
_TO_ESCAPE = {ord(char): "\\" + name for name, char in _NAMED.items()} | {0: "\\000"}
_NEEDS_ESCAPE = re.compile(r'[\\"\0\a\b\t\n\v\f\r]')

STRING = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'
"""The pattern of one literal; it cannot run over the end of a line."""


def unquote(body: str) -> str:
    """The text of a literal whose outer quotes are already off. Raises ValueError, naming the unknown escape."""
    if "\\" not in body:
        return body
    # nearly all escapes are these two; where a backslash is left over, there were others, and we begin anew
    plain = body.replace('\\"', '"').replace("\\n", "\n")
    return plain if "\\" not in plain else _ESCAPE.sub(_unescape, body)


def _unescape(match: re.Match[str]) -> str:
    if match[1]:
        return _from_bytes(match[1])
    try:
        return _NAMED[match[2]]
    except KeyError:
        raise ValueError(match[0]) from None


def _from_bytes(escapes: str) -> str:
    r"""Numeric escapes name bytes, as in C, not characters: `\303\251` is é in UTF-8, `\351` in ISO-8859-1."""
    values = bytes((int(hexa, 16) if hexa else int(octal, 8)) & 0xFF for hexa, octal in _BYTE.findall(escapes))
    try:
        return values.decode()
    except UnicodeDecodeError:
        return values.decode("latin-1")


def quote(text: str) -> str:
    """The literal for one line of text."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return f'"{text.translate(_TO_ESCAPE)}"' if _NEEDS_ESCAPE.search(text) else f'"{text}"'


def quote_lines(text: str) -> list[str]:
    """The literals for a text, unwrapped, as `msgcat --no-wrap` writes them: a new one after each newline."""
    if "\n" not in text[:-1]:
        return [quote(text)]
    return ['""', *(quote(line) for line in re.findall(r"[^\n]*\n|[^\n]+", text))]
