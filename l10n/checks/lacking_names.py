"""Whether a translation may lack a name of the source, asked first: it settles nearly all texts, which lack none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from l10n.checks.contract import Subject
from l10n.checks.families import may_be_replaced
from l10n.checks.function_words import small_words
from l10n.checks.near_misses import NAME
from l10n.checks.own_words import has_own_word
from l10n.checks.spelling import fold, is_near
from l10n.checks.strange_names import lost_people, may_be_strange, may_lack_a_person
from l10n.checks.sure_names import bare, listed_names, may_be_sure, sure_names
from l10n.checks.tokens import Learnt

SHORTEST = 4
"""Letters of a name that is worth asking for."""
_CAPITALIZED = re.compile(r"[A-ZÀ-ÖØ-ÞŠŽŁĆČ][\w’'-]{2,}")


def surely_named(subject: Subject) -> Iterable[str]:
    """Names that the translation must have."""
    return dict.fromkeys((*sure_names(subject.source_prose), *listed_names(subject), *lost_people(subject)))


def may_lack_a_name(subject: Subject) -> bool:
    """Is there a word with a capital that the translation does not have and is no word of every language's own?

    Answered for nearly all texts without looking at forms and spellings.
    """
    likely = likely_within(subject.languages[0], subject.locale)
    source = set(chain.from_iterable(map(likely.__getitem__, subject.source_tokens)))
    written = set(chain.from_iterable(map(_WRITTEN.__getitem__, subject.target_tokens)))
    lost = [word for word in source - written if f"{word}s" not in written]
    if not lost:
        return False
    if may_be_sure(subject):
        is_one_gone = any(fold(name) not in fold(subject.target_prose) for name in surely_named(subject))
        return is_one_gone or may_be_strange(subject) or _may_be_another(subject)
    if may_be_strange(subject) or may_lack_a_person(lost, subject):
        return True
    if may_be_replaced(lost, subject):
        return True
    near = {part for word in written for part in (word[:2].lower(), word[1:3], word[-3:])}
    may_be_near = any(not near.isdisjoint((word[:2].lower(), word[1:3], word[-3:])) for word in lost)
    return may_be_near and _may_be_misspelt(subject)


def _may_be_misspelt(subject: Subject) -> bool:
    """Is any word with a capital a slip away from one of the source's?"""
    written = _folded_capitals(subject)
    return any(_has_near(fold(name), written, subject) for name in _long_names(subject))


def _may_be_another(subject: Subject) -> bool:
    """May one of the source's have become a word a slip away, or what stands in its place?"""
    written = _folded_capitals(subject)
    gone = {name for name in _long_names(subject) if not has_own_word(name, subject.locale)}
    return may_be_replaced([name for name in gone if fold(name) not in written], subject) or any(
        _has_near(fold(name), written, subject) for name in gone
    )


def _has_near(name: str, written: set[str], subject: Subject) -> bool:
    return name not in written and any(is_near(word, name, subject.languages[1]) for word in written)


def _folded_capitals(subject: Subject) -> set[str]:
    return {fold(word) for word in _capitals(subject.target_tokens)}


def _long_names(subject: Subject) -> set[str]:
    return {name for name in map(bare, _capitals(subject.source_tokens)) if len(name) >= SHORTEST}


def _capitals(tokens: list[str]) -> Iterator[str]:
    return chain.from_iterable(map(_CAPITALS.__getitem__, tokens))


_CAPITALS: Learnt[list[str]] = Learnt(
    lambda token: [word for word in NAME.findall(token) if word[0].isupper()], sees_numbers=False
)
"""The words of a token that begin with a capital."""
_WRITTEN: Learnt[list[str]] = Learnt(_CAPITALIZED.findall, sees_numbers=False)
"""Those of three letters and more, as they stand."""


@lru_cache
def likely_within(language: str, locale: str) -> Learnt[list[str]]:
    """Those of a source, without a genitive, that are neither a small word at the start of a sentence nor what each
    language has a word of its own for."""

    def look(token: str) -> list[str]:
        words = map(bare, _CAPITALIZED.findall(token))
        return [word for word in words if word.lower() not in small_words(language) and not has_own_word(word, locale)]

    return Learnt(look, sees_numbers=False)
