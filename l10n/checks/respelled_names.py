"""Names that the translation may spell by its own reader's ear: Kassym-Jomart Tokayev, Kasym-Zjomart Tokajev.

What is spelled in another way than in the source, and by a rule that nobody here knows, is for a person to judge.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.checks.contract import Subject
from l10n.checks.spelling import by_ear, fold, is_slavic

_CAPITALIZED = re.compile(r"[A-ZÀ-ÖØ-ÞŠŽŁĆČ][\w’'-]{2,}")
_OFFICES = r"president|statsminister|utenriksminister|forsvarsminister|finansminister|konge|dronning|kansler"
_OFFICE = re.compile(
    rf"[A-ZÆØÅ][\w-]+s\s(?:{_OFFICES})\w{{0,3}}\b(?!\s[A-ZÆØÅ])|\bden\s\w+ske?\s(?:{_OFFICES})(?:en|a)\b(?!\s[A-ZÆØÅ])"
)
"""“USAs president”, “den franske presidenten”: there is but one."""
_VOWELS = re.compile(r"[aeiouyw]+|(?<=(.))\1")
_ALIKE = 70
"""Of 100, by ear: Tsikhanouskaya and Tikhanovskaja."""


def are_respelled(name: str, beside: Sequence[str], subject: Subject) -> bool:
    """Does the translation write no neighbour of a name as its source does, but something like it?

    A slip is in one word; who spells by ear spells the given name and the family name so. One of them must sound as
    names do that are spelled so: Emanuel Marcon are two slips.
    """
    if not any(is_slavic(fold(part)) for part in (name, *beside)):
        return False
    return any(may_be_respelled(other, subject) for other in beside)


def is_heard_alike(word: str, name: str, beside: Sequence[str]) -> bool:
    """Garri for Garry, beside Kasparov: one sound, and a neighbour from where names are spelled by it."""
    return by_ear(fold(word)) == by_ear(fold(name)) and any(is_slavic(fold(other)) for other in beside)


def may_be_respelled(name: str, subject: Subject) -> bool:
    """Is the name not in the translation as it is in the source, but one much like it that the source does not have?"""
    from rapidfuzz import fuzz

    if name in subject.target_prose:
        return False
    heard = by_ear(fold(name))
    return any(
        fuzz.ratio(heard, by_ear(fold(word)), score_cutoff=_ALIKE) >= _ALIKE
        for word in _CAPITALIZED.findall(subject.target_prose)
        if word not in subject.source_prose
    )


def have_same_consonants(word: str, name: str) -> bool:
    """Hifter, Haftar: Arabic and Hebrew names have their consonants, and whoever writes them chooses the vowels."""
    return _VOWELS.sub("", fold(word).removesuffix("s")) == _VOWELS.sub("", fold(name))


def is_described(name: str, subject: Subject) -> bool:
    """Is the one who holds an office called by it alone, with its country: President Donald Trump, USAs president?"""
    office = rf"(?:President|Minister|Chancellor|King|Queen|Premier)\s(?:[A-Z][\w.’'-]*\s){{0,3}}{re.escape(name)}"
    return _OFFICE.search(subject.target_prose) is not None and re.search(office, subject.source_prose) is not None
