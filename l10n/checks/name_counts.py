"""How many words of each kind a text has that `names` has questions about: most texts have none of most kinds.

What a token has is learnt, and the counts of a text are one sum over its tokens: each kind has a field of bits in it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from l10n.checks.contract import Subject
from l10n.checks.dictionary import dictionary
from l10n.checks.lacking_names import likely_within
from l10n.checks.name_words import perhaps_names
from l10n.checks.nation_words import ENGLISH
from l10n.checks.place_swaps import names_a_place
from l10n.checks.small_names import small_within
from l10n.checks.tokens import Learnt

_FIELD = 15
"""Bits of a field: no message has thirty thousand tokens."""
NATIONS = PERHAPS_NAMES = (1 << _FIELD) - 1
PLACES = SMALL_NAMES = NATIONS << _FIELD
CAPITALIZED = NATIONS << 2 * _FIELD
LIKELY_NAMES = NATIONS << 3 * _FIELD
_MANY = 2 << 2 * _FIELD
"""More words with a capital, and there may be two people."""
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞŠŽŁĆČ][\w’'-]")


def in_source(subject: Subject) -> int:
    """Nations, places, words with a capital, and those that are likely names, as in English: a field each."""
    return sum(map(_source(subject.languages[0], subject.locale).__getitem__, subject.source_tokens))


def in_target(subject: Subject) -> int:
    """What may be a name, and names in small letters: a field each; 0 where there is no dictionary."""
    known = _target(subject.locale)
    return sum(map(known.__getitem__, subject.target_tokens)) if known is not None else 0


def may_name_two(counts: int) -> bool:
    """Are there words with a capital enough for two people, who may have one in common?"""
    return counts & CAPITALIZED > _MANY


@lru_cache
def _source(language: str, locale: str) -> Learnt[int]:
    likely = likely_within(language, locale)

    def look(token: str) -> int:
        counts = bool(ENGLISH[token]), names_a_place(token), len(_CAPITAL.findall(token)), len(likely[token])
        return sum(count << at * _FIELD for at, count in enumerate(counts))

    return Learnt(look, sees_numbers=False)


@lru_cache
def _target(locale: str) -> Learnt[int] | None:
    known = dictionary(locale)
    if known is None:
        return None
    perhaps, small = perhaps_names(known), small_within(known)
    return Learnt(lambda token: bool(perhaps[token]) + (bool(small[token]) << _FIELD), sees_numbers=False)
