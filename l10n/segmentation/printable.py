"""Text of others as people may be shown it: nothing in it that a terminal would obey, or that hides from the eye."""

from __future__ import annotations

_HARMLESS = "\u00a0\u00ad\u2009\u200c\u200d\u202f"
"""Blanks and joiners that stand in honest text, though Python does not count them as printable."""


def is_printable(char: str) -> bool:
    """True for what stands on the page, blanks among it."""
    return char.isprintable() or char in _HARMLESS


def printable(text: str, *, keep: str = "") -> str:
    """The text with `�` for every control character, escape and direction mark; those in `keep` stay."""
    if text.isprintable():
        return text
    return "".join(char if is_printable(char) or char in keep else "�" for char in text)


def one_line(text: str, at_most: int | None = None) -> str:
    """The text on one line: `⏎` for a line end, and `…` for what is more than `at_most` characters."""
    line = printable(text.replace("\t", " ").replace("\n", "⏎"))
    return line if at_most is None or len(line) <= at_most else line[: at_most - 1].rstrip() + "…"
