"""One person of the source who has two names in the translation, or another given name.

Rui Ferreira lost it all. Ferreira …   → Rui Ferreira mistet alt. Pereira …   wrong
Helen Marsh, head of the service       → Ellen Marsh, leder for tjenesten     wrong
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from l10n.checks.contract import Fault, Subject
from l10n.checks.dictionary import dictionary
from l10n.checks.name_words import Name, beside, is_name, names_in
from l10n.checks.own_words import has_own_word
from l10n.checks.place_names import is_place
from l10n.checks.respelled_names import have_same_consonants
from l10n.checks.spelling import by_ear, fold, is_form_of, is_slavic
from l10n.checks.tokens import Learnt
from l10n.model.finding import Severity

_LANGUAGES = frozenset({"nb", "nn"})
_SHORTEST = 4
_ALIKE = 60
"""Of 100."""
_BEFORE_A_NAME = re.compile(r"\b([^\W\d_a-z][\w’'-]*) (?=([^\W\d_a-z][^\W\d_]*))")
_LETTERS = re.compile(r"[^\W\d_]+")


def changed_people(subject: Subject) -> Iterator[Fault]:
    """The first name that a person of the source does not have."""
    if subject.languages[0] != "en" or subject.languages[1] not in _LANGUAGES:
        return
    if not (_may_say_twice(subject) or _may_have_another_given_name(subject)):
        return
    ours = names_in(subject.target_prose)
    strangers = [one for one in ours if len(one.word) >= _SHORTEST and one.word not in subject.source_prose]
    if not strangers:
        return
    theirs = names_in(subject.source_prose)
    yield from _second_names(theirs, strangers, subject)
    yield from _given_names(theirs, strangers, subject)


def _may_say_twice(subject: Subject) -> bool:
    """Does the source have a word with a capital twice?"""
    words = list(chain.from_iterable(map(_CAPITALIZED.__getitem__, subject.source_tokens)))
    return len(words) > len(set(words))


def _may_have_another_given_name(subject: Subject) -> bool:
    """Does the translation have a word before a name of the source that the source does not have?"""
    source = subject.source_prose
    pairs = _BEFORE_A_NAME.findall(subject.target_prose)
    return any(given not in source and family.removesuffix("s") in source for given, family in pairs)


_CAPITALIZED: Learnt[list[str]] = Learnt(
    lambda token: [word for word in _LETTERS.findall(token) if word[0].isupper()], sees_numbers=False
)


def _second_names(theirs: tuple[Name, ...], strangers: list[Name], subject: Subject) -> Iterator[Fault]:
    """A name that the source has twice, the translation once, and once something like it."""
    from rapidfuzz import fuzz

    language = subject.languages[1]
    for word, count in Counter(name.word for name in theirs).items():
        kept = len(re.findall(rf"(?<!\w){re.escape(word)}", subject.target_prose))
        if not 0 < kept < count or len(word) < _SHORTEST or not _is_family_name(word, subject):
            continue
        for one in strangers:
            said, wanted = fold(one.word), fold(word)
            if wanted in said or is_form_of(said, wanted, language) or by_ear(said) == by_ear(wanted):
                continue
            if fuzz.ratio(said, wanted) >= _ALIKE and not _is_word(one, subject):
                text = f"“{one.word}” is not in the source, which says {word} again."
                yield Fault(Severity.WARNING, text, f"Write {word}.", (one.start, one.end))
                return


def _is_family_name(word: str, subject: Subject) -> bool:
    """Does it stand behind a given name once, and is it no word that each language has its own for?"""
    behind_given = re.search(rf"\b[A-ZÀ-ÖØ-Þ][\w’'-]+ {re.escape(word)}(?! [A-Z])", subject.source_prose)
    before_another = re.search(rf"\b{re.escape(word)} [A-Z]", subject.source_prose)
    return behind_given is not None and before_another is None and not has_own_word(word, subject.locale)


def _given_names(theirs: tuple[Name, ...], strangers: list[Name], subject: Subject) -> Iterator[Fault]:
    """Before a family name that stayed, a known given name much like the source's."""
    from rapidfuzz import fuzz

    known = dictionary(subject.locale)
    if known is None:
        return
    ours = names_in(subject.target_prose)
    for one in strangers:
        family = beside([one], ours, subject.target_prose, 1)
        given = next((name for name in theirs if _stands_before(name, family, theirs, subject)), None)
        if family is None or given is None or given.word in subject.target_prose:
            continue
        is_known = is_name(one.word, known) and not is_place(given.word, subject.locale)
        is_same = have_same_consonants(one.word, given.word) or is_slavic(fold(given.word))
        if is_known and not is_same and fuzz.ratio(fold(one.word), fold(given.word)) >= _ALIKE:
            text = f"“{one.word} {family.word}” is {given.word} {family.word} in the source."
            yield Fault(Severity.WARNING, text, f"Write {given.word}.", (one.start, one.end))
            return


def _stands_before(name: Name, family: Name | None, theirs: tuple[Name, ...], subject: Subject) -> bool:
    """Is it what the source has before the family name?"""
    if family is None or len(name.word) < _SHORTEST or has_own_word(name.word, subject.locale):
        return False
    behind = beside([name], theirs, subject.source_prose, 1)
    return behind is not None and behind.word in (family.word, family.word.removesuffix("s"))


def _is_word(name: Name, subject: Subject) -> bool:
    """Where a capital says nothing, a word of the dictionary is no name."""
    known = dictionary(subject.locale)
    return name.is_first and known is not None and known.has(name.word.lower())
