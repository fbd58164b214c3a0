"""Words of Danish by their spelling, for sentences too short to have small words of it: jernbanerne, maden.

Bokmål's dictionary does not have them, and has what becomes of them by the way the two languages differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain

from l10n.checks.contract import Subject
from l10n.checks.dictionary import Dictionary, dictionary
from l10n.checks.tokens import Learnt

_WORD = re.compile(r"(?<![\w’'-])[a-zæøå]{4,}(?![\w’'-])")
_SURE = (
    ("erne", "ene"),
    ("ernes", "enes"),
    ("tion", "sjon"),
    ("tionen", "sjonen"),
    ("tioner", "sjoner"),
    ("tient", "sient"),
    ("tienten", "sienten"),
    ("tienter", "sienter"),
    ("tienterne", "sientene"),
)
"""Endings that Bokmål has in no word of its own."""
_TWO = 2
_LONG = 20
"""Blanks; a longer text has small words that tell."""
_SOUNDS = (
    (re.compile(r"(?<=[aeiouyæøå])[bdg](?=[aeiouy]|$)"), {"b": "p", "d": "t", "g": "k"}),
    (re.compile(r"nd|ld|ej|øj|æ|af"), {"nd": "nn", "ld": "ll", "ej": "ei", "øj": "øy", "æ": "e", "af": "av"}),
    (re.compile(r"(?<=[a-zæøå]{3})ede$"), {"ede": "et"}),
)
"""Danish bog, uge, mad, vej are bok, uke, mat, vei; nouns and verbs of some length, for such a word may be a slip."""


def danish_words(subject: Subject) -> list[str]:
    """The words that are surely Danish; one that ends as none of Bokmål, or two of a Danish sound."""
    known = dictionary(subject.locale)
    if known is None:
        return []
    if subject.target_prose.count(" ") > _LONG:
        return []
    found = set(chain.from_iterable(map(_danish_within(known).__getitem__, subject.target_tokens)))
    found -= {(word, is_sure) for word, is_sure in found if word in subject.source_vocabulary}
    is_enough = len(found) >= _TWO or any(is_sure for _, is_sure in found)
    return sorted(word for word, _ in found) if is_enough else []


def has_danish(locale: str) -> Callable[[str], object]:
    """Says of a token whether a word in it is Danish, to judge by the locale's dictionary."""
    known = dictionary(locale)
    return (lambda token: False) if known is None else _danish_within(known).__getitem__


@lru_cache
def _danish_within(known: Dictionary) -> Learnt[list[tuple[str, bool]]]:
    """The words of a token that are Danish, each with whether it is so beyond doubt."""

    def within(token: str) -> list[tuple[str, bool]]:
        unknown = known.unknown(frozenset(_WORD.findall(token)))
        return [(word, sure) for word in unknown if (sure := _is_danish(word, known)) is not None]

    return Learnt(within)


def _is_danish(word: str, known: Dictionary) -> bool | None:
    if known.is_made_of_others(word):
        return None  # “faktasjekkerne” are several who check
    if any(word.endswith(danish) and known.has(word.removesuffix(danish) + ours) for danish, ours in _SURE):
        return True
    return False if any(map(known.has, _in_bokmal(word))) else None


def _in_bokmal(word: str) -> Iterator[str]:
    for pattern, ours in _SOUNDS:
        for match in pattern.finditer(word):
            yield word[: match.start()] + ours[match[0]] + word[match.end() :]
