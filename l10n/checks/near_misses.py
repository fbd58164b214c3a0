"""A capitalised word that is almost a name of the source: Micorsoft. Own names of a language (Neptun) are none."""

from __future__ import annotations

import re

from l10n.checks.contract import Subject
from l10n.checks.dictionary import dictionary
from l10n.checks.name_words import begins_with_a_subject, is_name
from l10n.checks.own_words import may_be_demonym
from l10n.checks.spelling import fold, is_form_of, is_near, may_be_cognate
from l10n.checks.sure_names import bare, stands_as_name

NAME = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LONG = 6
"""Letters of a name that may begin a sentence."""
_LATIN = (("ch", "k"), ("c", "k"), ("ph", "f"), ("th", "t"), ("oe", "o"), ("ae", "e"), ("x", "ks"), ("y", "i"))
_PLACED = ("ine", "ean", "ian", "ic")
"""Endings of adjectives that English makes of places: Alpine, Pyrenean."""
_ALL_NOUNS_CAPITAL = frozenset({"de", "lb"})


def near_miss(name: str, beside: tuple[str, ...], ours: list[re.Match[str]], subject: Subject) -> re.Match[str] | None:
    """A capitalised word of the translation that is almost the name, and is no other word of the source."""
    language = subject.languages[1]
    source = {fold(bare(word)) for word in NAME.findall(subject.source_prose)}
    neighbours = {fold(word) for word in beside}
    for at, token in enumerate(ours):
        word = fold(token[0])
        if not is_near(word, fold(name), language) or any(is_form_of(word, other, language) for other in source):
            continue
        if fold(name).startswith(word) and _is_known_name(token[0], subject):
            continue  # the locale's own name for it: Neptun, or where a Londoner lives
        if _is_own_form(name, token[0], beside, subject):
            continue
        around = {fold(other[0]) for other in (*ours[max(0, at - 1) : at], *ours[at + 1 : at + 2])}
        is_beside = any(is_form_of(other, neighbour, language) for other in around for neighbour in neighbours)
        if may_be_cognate(word, fold(name), language):
            # only a given name that was kept tells a misspelt family name from a word of the language
            kept = (fold(one) for one in beside if one.istitle() and len(one) > 1)
            if any(is_form_of(other, one, language) for one in kept for other in around):
                return token
            continue
        is_first = _is_first(subject.target_prose, token.start())
        is_clear = (
            (not is_first or (_is_surely_meant(name, token[0], subject) and _is_no_word(token[0], subject)))
            and (len(name) > 4 or name.isupper())
            and fold(name) != word + "s"
            and language not in _ALL_NOUNS_CAPITAL
            and (not may_be_demonym(name) or _is_inside_slip(word, fold(name)))
        )
        if is_beside or is_clear:
            return token
    return None


def _is_surely_meant(name: str, word: str, subject: Subject) -> bool:
    """Does the source's name stand where a capital says that it is one, or does it begin the text as the other does?"""
    if stands_as_name(name, subject.source_prose):
        return True
    begins = subject.source_prose.startswith(name) and subject.target_prose.startswith(word)
    return begins and len(name) >= _LONG and begins_with_a_subject(subject.source_prose)


def _is_inside_slip(word: str, name: str) -> bool:
    """“Hallindal” for “Hallingdal”: a demonym would have another ending here."""
    return len(name) > 7 and word[:3] == name[:3] and word[-3:] == name[-3:]


def _is_own_form(name: str, word: str, beside: tuple[str, ...], subject: Subject) -> bool:
    """Acropolis, Akropolis; in the Alpine snow, i Alpene: alone, and a name that the locale's dictionary has."""
    known = dictionary(subject.locale)
    if known is None or not known.has(word) or any(other in subject.target_prose for other in beside):
        return False
    is_people = word.endswith("ene") and name.endswith(_PLACED)
    return is_people or (not known.has(name) and _as_in_latin(fold(word)) == _as_in_latin(fold(name)))


def _as_in_latin(name: str) -> str:
    """One spelling of what English writes as Latin did: Acropolis, Delphi, Corinth, Syracuse, Phoenicia."""
    for theirs, ours in _LATIN:
        name = name.replace(theirs, ours)
    return name


def _is_known_name(word: str, subject: Subject) -> bool:
    known = dictionary(subject.locale)
    return known is not None and is_name(word, known)


def _is_no_word(word: str, subject: Subject) -> bool:
    """Is there a dictionary, and does it not have the word, so that it is none of the sentence's own?"""
    known = dictionary(subject.locale)
    return known is not None and not known.has(word) and not known.has(word.lower())


def _is_first(text: str, at: int) -> bool:
    """At the start of a sentence, where a capital says nothing."""
    before = text[:at].rstrip(" \u00a0\"“”«»„‘’'(–—-")
    return not before or before[-1] in ".!?…:;=\n"
