"""Which of the names that there are was meant by one that is not there."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """The name that is spelt almost like this one; empty where none is."""
    import difflib

    return next(iter(difflib.get_close_matches(name, list(known), 1)), "")
