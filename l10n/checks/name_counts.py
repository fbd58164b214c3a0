"""How many words of each kind a text has that `names` has questions about: most texts have none of most kinds.

What a token has is learnt, and the counts of a text are one sum over its tokens: each kind has a field of bits in it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from l10n.checks.contract import Subject
from l10n.checks.dictionary import dictionary
from l10n.checks.name_words import perhaps_names
from l10n.checks.nation_words import ENGLISH
from l10n.checks.place_swaps import names_a_place
from l10n.checks.small_names import small_within
from l10n.checks.tokens import Learnt

_FIELD = 20
"""Bits of a field: no text has a million tokens."""
NATIONS = PERHAPS_NAMES = (1 << _FIELD) - 1
PLACES = SMALL_NAMES = NATIONS << _FIELD
CAPITALIZED = NATIONS << 2 * _FIELD
_MANY = 2 << 2 * _FIELD
"""More words with a capital, and there may be two people."""
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞŠŽŁĆČ][\w’'-]")


def in_source(subject: Subject) -> int:
    """Nations, places and words with a capital of an English source: a field each."""
    return sum(map(_SOURCE.__getitem__, subject.source_tokens))


def in_target(subject: Subject) -> int:
    """What may be a name, and names in small letters: a field each; 0 where there is no dictionary."""
    known = _target(subject.locale)
    return sum(map(known.__getitem__, subject.target_tokens)) if known is not None else 0


def may_name_two(counts: int) -> bool:
    """Are there words with a capital enough for two people, who may have one in common?"""
    return counts & CAPITALIZED > _MANY


def _of_source(token: str) -> int:
    capitals = len(_CAPITAL.findall(token))
    return bool(ENGLISH[token]) + (names_a_place(token) << _FIELD) + (capitals << 2 * _FIELD)


_SOURCE: Learnt[int] = Learnt(_of_source, sees_numbers=False)


@lru_cache
def _target(locale: str) -> Learnt[int] | None:
    known = dictionary(locale)
    if known is None:
        return None
    perhaps, small = perhaps_names(known), small_within(known)
    return Learnt(lambda token: bool(perhaps[token]) + (bool(small[token]) << _FIELD), sees_numbers=False)
