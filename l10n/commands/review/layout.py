"""Texts in the columns of a terminal: measured as it shows them, and wrapped with their styles."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from l10n.commands.console import one_line, styled

_WORD = re.compile(" +|[^ ]+")


class Span(NamedTuple):
    """A stretch of text in one style of `console`; the empty style is plain."""

    text: str
    style: str = ""


def shown(text: str) -> str:
    """The text as this terminal can show it, on one line: nothing in it is obeyed, and nothing is written longer."""
    line = one_line(text)
    encoding = sys.stdout.encoding or "ascii"
    return line.encode(encoding, "backslashreplace").decode(encoding)


def columns(text: str) -> int:
    """How many columns a terminal gives the text: two for a Han sign, none for a mark over another letter."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrapped(spans: Iterable[Span], width: int) -> list[list[Span]]:
    """The spans in lines of at most so many columns, broken at blanks; a longer word is cut."""
    lines: list[list[Span]] = [[]]
    used = 0
    for word in _words(spans):
        size = sum(columns(part.text) for part in word)
        is_blank = word[0].text[0] == " "
        if used + size > width and used:
            _strip_end(lines[-1])
            lines.append([])
            used = 0
            if is_blank:
                continue
        for part in word:
            for piece in _cut(part.text, width, used):
                if used + columns(piece) > width:
                    lines.append([])
                    used = 0
                lines[-1].append(Span(piece, part.style))
                used += columns(piece)
    return lines


def fitted(text: str, width: int) -> str:
    """The text in at most so many columns, with `…` for what is left out."""
    if columns(text) <= width:
        return text
    while text and columns(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def painted(line: Sequence[Span]) -> str:
    """A line as it is written, in colour where there is colour."""
    stretches = ((style, "".join(span.text for span in group)) for style, group in groupby(line, lambda one: one.style))
    return "".join(styled(text, style) if style else text for style, text in stretches)


def _words(spans: Iterable[Span]) -> Iterable[list[Span]]:
    """Words and blanks in turn; a word may change its style inside."""
    word: list[Span] = []
    for span in spans:
        for match in _WORD.finditer(span.text):
            part = Span(match[0], span.style)
            if word and (word[0].text[0] == " ") is not (part.text[0] == " "):
                yield word
                word = []
            word.append(part)
    if word:
        yield word


def _cut(text: str, width: int, used: int) -> list[str]:
    """The text in pieces that fit into a line each, the first into what is left of one."""
    pieces, piece, room = [], "", width - used
    for char in text:
        if piece and columns(piece) + _columns(char) > room:
            pieces.append(piece)
            piece, room = "", width
        piece += char
    return [*pieces, piece] if piece else pieces


def _strip_end(line: list[Span]) -> None:
    while line and not line[-1].text.strip(" "):
        line.pop()
