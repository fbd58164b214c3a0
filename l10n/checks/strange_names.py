"""A foreign name in the translation that the source does not have, where one of the source's is gone.

the University of Exeter  → universitetet i Essex

The locale's dictionary knows both as names, and as no other words: so the one that is gone is spelled there as in
English, and the one that came is no translation of it. Countries may stand for their capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from l10n.checks.contract import Fault, Subject
from l10n.checks.dictionary import Dictionary, dictionary
from l10n.checks.exonyms import EXONYMS
from l10n.checks.own_words import has_own_word, may_be_demonym
from l10n.checks.place_names import is_place
from l10n.checks.prose import word_set
from l10n.checks.roman_numerals import is_roman
from l10n.checks.spelling import fold
from l10n.checks.sure_names import TITLES, bare
from l10n.model.finding import Severity
from l10n.model.locale import babel_locale

_INNER_NAME = re.compile(r"(?<=[\w,] )[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{3,}(?![\w-])")
_WORD = re.compile(r"[^\W\d_]{3,}")
_PAIR = re.compile(r"([A-Z](?<![\w’'-].)(?<![A-Z]\w{2} .)[a-z]{2,}) ([A-ZÀ-ÖØ-Þ][\w’'-]{2,})(?! [A-Z])")
_PROSE_WORD = re.compile(r"(?<![\w’'-])(?!(?:the|and|for|but|nor|from|with)\b)[a-z]{3,}")
"""What a headline in capitals is without: there “Long Way” is no name."""
_IN_A_PLACE = re.compile(r"(?<!\w)(?:i|på|til|fra|nær|utenfor|mot|ved|over|under|mellom|og|gjennom) $")
"""A place may be named more closely, or for its country; who does a thing is somebody."""
_CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december christmas easter ramadan"
)
_LANGUAGES = frozenset({"nb", "nn", "da", "sv"})


def may_be_strange(subject: Subject) -> bool:
    """Is there a name inside a sentence of the translation that does not even begin as a word of the source?"""
    if subject.languages[1] not in _LANGUAGES:
        return False
    names = _INNER_NAME.findall(subject.target_prose)
    return bool(names) and not _beginnings(subject).issuperset(fold(name)[:3] for name in names)


def _beginnings(subject: Subject) -> set[str]:
    """How the words of the source begin, and Bokmål's own names for places among them."""
    own = {fold(name)[:3] for word in subject.source_vocabulary for name in EXONYMS.get(word, ())}
    return own | {fold(word)[:3] for word in _WORD.findall(subject.source_prose)}


def strange_names(subject: Subject, gone: Sequence[str]) -> Iterator[Fault]:
    """The one name that came, where one went."""
    if not gone or subject.languages[1] not in _LANGUAGES:
        return
    known = dictionary(subject.locale)
    if known is None:
        return
    lost = [name for name in gone if _is_name(name, known) and not is_place(name, subject.locale)]
    if not lost:
        lost = [name for name in gone if not known.has(name.lower()) and _is_alone(name, subject)]
    if len(lost) != 1:
        return
    is_sure = _is_name(lost[0], known)
    is_titled = re.search(rf"\b(?:{TITLES}) {re.escape(lost[0])}\b", subject.source_prose) is not None
    begun = _beginnings(subject)
    countries = babel_locale(subject.languages[1]).territories.values()
    strangers = [
        match
        for match in _INNER_NAME.finditer(subject.target_prose)
        if fold(match[0])[:3] not in begun
        and match[0] not in countries
        and match[0].removesuffix("s") not in countries
        and (_is_name(match[0], known) or (not is_sure and _may_be_name(match[0], known, is_titled=is_titled)))
        and (is_sure or not _IN_A_PLACE.search(subject.target_prose, 0, match.start()))
    ]
    if len(strangers) == 1:
        text = f"“{strangers[0][0]}” is not in the source, and {lost[0]} is missing."
        yield Fault(Severity.WARNING, text, f"Write {lost[0]}.", strangers[0].span())


def may_lack_a_person(lost: list[str], subject: Subject) -> bool:
    """Are two words side by side gone that could be somebody's names?"""
    pairs = _PAIR.findall(subject.source_prose) if len(lost) > 1 and subject.languages[1] in _LANGUAGES else ()
    return any(first in lost and bare(last) in lost for first, last in pairs)


def lost_people(subject: Subject) -> Iterator[str]:
    """Family names behind a given name that the dictionary knows, where both are gone."""
    known = dictionary(subject.locale) if subject.languages[1] in _LANGUAGES else None
    if known is None or not _PROSE_WORD.search(subject.source_prose):
        return
    for match in _PAIR.finditer(subject.source_prose):
        first, last = match[1], bare(match[2])
        target = fold(subject.target_prose)
        if (
            any(fold(word)[:4] in target for word in (first, last))
            or not _is_name(first, known)
            or known.has(last.lower())
            or is_roman(last)
        ):
            continue
        if not any(has_own_word(word, subject.locale) or may_be_demonym(word) for word in (first, last)):
            yield last


def _is_alone(name: str, subject: Subject) -> bool:
    """One word with a capital behind one in small letters: “the singer Adele is moving”; and no word of a calendar."""
    if is_place(name, subject.locale) or has_own_word(name, subject.locale) or may_be_demonym(name):
        return False
    behind = rf"(?<![\w’'-])(?:[a-z]+,?|[A-Z][a-z]+,) {re.escape(name)}(?:['’]s)?(?=,? [a-z]|[.,]$)"
    return name.lower() not in _CALENDAR and re.search(behind, subject.source_prose) is not None


def _may_be_name(word: str, known: Dictionary, *, is_titled: bool) -> bool:
    """What the dictionary does not have at all; behind a title also a name that is a word. No “Kongressen”."""
    return (is_titled or not known.has(word.lower())) and not word.endswith(("en", "et", "ene"))


def _is_name(word: str, known: Dictionary) -> bool:
    return known.has(word) and not known.has(word.lower())
