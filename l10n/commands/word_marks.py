"""A word-by-word comparison as people read it."""

from __future__ import annotations

import sys

from l10n.commands.console import has_colour, one_line, styled
from l10n.segmentation.wording import Op, Piece

_MARKS = {Op.KEPT: ("", ""), Op.REMOVED: ("[-", "-]"), Op.ADDED: ("{+", "+}")}
_STYLES = {Op.REMOVED: "red", Op.ADDED: "green"}


def marked(words: tuple[Piece, ...]) -> str:
    """Colour on a terminal; `[-old-]{+new+}` elsewhere, as git's own word diff writes it."""
    if has_colour(sys.stdout):
        return "".join(
            styled(one_line(piece.text), _STYLES[piece.op]) if piece.op in _STYLES else one_line(piece.text)
            for piece in words
        )
    return "".join(f"{_MARKS[piece.op][0]}{one_line(piece.text)}{_MARKS[piece.op][1]}" for piece in words)
