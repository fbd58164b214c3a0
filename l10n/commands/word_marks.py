"""A word-by-word comparison as people read it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator

from l10n.commands.console import has_colour, one_line, styled
from l10n.segmentation.wording import Op, Piece, visible

_MARKS = {Op.KEPT: ("", ""), Op.REMOVED: ("[-", "-]"), Op.ADDED: ("{+", "+}")}
_STYLES = {Op.REMOVED: "red", Op.ADDED: "green"}
_WORD = re.compile(r"\s*\S+|\s+$")


def marked(words: tuple[Piece, ...]) -> str:
    """`[-old-]{+new+}`, as git's own word diff writes it, in colour where the terminal has any."""
    return "".join(_styled(piece.op, _marked(piece)) for piece in words)


def plainly_marked(words: tuple[Piece, ...]) -> str:
    """The same without colour, wherever it goes."""
    return "".join(map(_marked, words))


def stretches(words: Iterable[Piece]) -> Iterator[tuple[str, str]]:
    """The same in pieces, each with its style of `console`; empty for plain."""
    return ((_marked(piece), _STYLES.get(piece.op, "")) for piece in words)


def wrapped(words: tuple[Piece, ...], width: int) -> list[str]:
    """The same in lines of `width` characters; a word that is longer has a line of its own."""
    lines = [""]
    used = 0
    for op, word in _words(words):
        if used and used + len(word) > width:
            lines.append("")
            used, word = 0, word.lstrip()
        lines[-1] += _styled(op, word)
        used += len(word)
    return lines


def _words(words: tuple[Piece, ...]) -> Iterator[tuple[Op, str]]:
    """Each word with the blanks before it, and its marks."""
    for piece in words:
        for match in _WORD.finditer(_marked(piece)):
            yield piece.op, match[0]


def _marked(piece: Piece) -> str:
    before, after = _MARKS[piece.op]
    return f"{before}{one_line(visible(piece))}{after}"


def _styled(op: Op, text: str) -> str:
    return styled(text, _STYLES[op]) if op in _STYLES and has_colour(sys.stdout) else text
