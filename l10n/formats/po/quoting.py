"""PO string literals: C escapes in and out."""

from __future__ import annotations

import re

_NAMED = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)", re.DOTALL)
_TO_ESCAPE = str.maketrans({char: "\\" + name for name, char in _NAMED.items()})
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"[ \t\r]*$')


def unquote(body: str) -> str:
    """The text of a literal whose outer quotes are already off."""
    return _ESCAPE.sub(_unescape, body) if "\\" in body else body


def _unescape(match: re.Match[str]) -> str:
    code = match[1]
    if code in _NAMED:
        return _NAMED[code]
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    if code[0] in "01234567":
        return chr(int(code, 8))
    return code


def quote_lines(text: str) -> list[str]:
    """The literals for a text, unwrapped, as `msgcat --no-wrap` writes them: a new one after each newline."""
    parts = text.split("\n")
    if parts[-1] == "":
        parts.pop()
        lines = [part + "\n" for part in parts]
    else:
        lines = [part + "\n" for part in parts[:-1]] + [parts[-1]]
    literals = [f'"{line.translate(_TO_ESCAPE)}"' for line in lines]
    if len(literals) > 1:
        return ['""', *literals]
    return literals or ['""']
