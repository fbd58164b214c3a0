"""What a token must have to wake a check: a bracket for `brackets`, a month's name for `date-format`.

Most texts have nothing for most checks, and are not handed to them: see `Clues` in contract.py. A token is what stands
between two blanks; so are the blanks themselves, where they are not one plain blank between two tokens. A token is
looked at when it is first met, and known from then on, so that thirty checks share one pass through a text (sieve.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import NamedTuple

from l10n.checks.tokens import words


class Pair(NamedTuple):
    """From which language into which, for clues that differ by language."""

    source: str
    """The source's language, without script or region."""
    target: str
    locale: str
    """The translation's locale, as a subject has it."""


Look = Callable[[str], object]
"""Asked of a token; true if it wakes the check. It sees 0 for every digit, so that no number is new to it."""
Clue = Callable[[Pair], Look]


def signs(characters: str) -> Clue:
    """Any of these characters, none of them a letter or a blank."""
    wanted = frozenset(characters)
    return lambda _: lambda token: not wanted.isdisjoint(token)


def vocabulary(of: Callable[[Pair], Collection[str]]) -> Clue:
    """Any of these words, in lower case, as `Subject.source_words` has them."""

    def look(pair: Pair) -> Look:
        wanted = frozenset(of(pair))
        return lambda token: not wanted.isdisjoint(words((token,)))

    return look


def like(pattern: re.Pattern[str]) -> Clue:
    """Something that the pattern finds within a token."""
    return lambda _: pattern.search


def any_of(*clues: Clue) -> Clue:
    """One clue or another."""

    def look(pair: Pair) -> Look:
        looks = [clue(pair) for clue in clues]
        return lambda token: any(one(token) for one in looks)

    return look
