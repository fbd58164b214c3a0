"""A family name that has become another one, behind the given name that stayed.

Kylian Mbappé scored.  → Kylian Mpabbé scoret.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from l10n.checks.contract import Subject
from l10n.checks.dictionary import dictionary
from l10n.checks.own_words import has_own_word
from l10n.checks.spelling import fold, is_form_of, is_slavic
from l10n.checks.sure_names import bare

_ALIKE = 50
"""Of 100."""
_BEHIND = re.compile(r" ([A-ZÀ-ÖØ-ÞŠŽŁĆČ][a-zà-öø-ÿ][\w’'-]+)")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def may_be_replaced(lost: Collection[str], subject: Subject) -> bool:
    """Is a name gone, where what stands before it in the source is still there?"""
    return any(_given(name, subject) for name in lost)


def replaced(name: str, beside: Sequence[str], subject: Subject) -> re.Match[str] | None:
    """What the translation writes behind the given name in the place of the family name; it is no word of the source.

    A sure family name has a given name that the dictionary knows before it, or one much like it in its place. Names
    that each language spells for its own ear are left to `names`.
    """
    from rapidfuzz import fuzz

    given = _given(name, subject)
    if given not in beside or is_slavic(fold(name)) or (not name.isascii() and is_slavic(fold(given))):
        return None
    language = subject.languages[1]
    known = dictionary(subject.locale)
    is_given = known is not None and known.has(given) and not known.has(given.lower())
    source = {fold(bare(word)) for word in _WORD.findall(subject.source_prose)}
    for place in re.finditer(rf"(?<!\w){re.escape(given)}(?!\w)", subject.target_prose):
        behind = _BEHIND.match(subject.target_prose, place.end())
        if behind is None or any(is_form_of(fold(behind[1]), word, language) for word in source):
            continue
        if is_given or (behind[1][0] == name[0] and fuzz.ratio(fold(behind[1]), fold(name)) >= _ALIKE):
            return behind
    return None


def _given(name: str, subject: Subject) -> str:
    """The capitalised word before a name that the translation has too, and that is no title; empty where none is."""
    if f" {name}" not in subject.source_prose:
        return ""
    before = re.search(rf"(?<![\w.])([A-ZÀ-ÖØ-Þ][\w-]+) {re.escape(name)}", subject.source_prose)
    if before is None or has_own_word(before[1], subject.locale):
        return ""
    return before[1] if f"{before[1]} " in subject.target_prose else ""
