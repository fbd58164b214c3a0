"""A name that has become another one: the translation names what the source has no word for, and lacks what it names.

    Yesterday, Ronaldo scored twice.     → I går scoret Messi to mål.             wrong
    George Clooney plays the lead.       → Rosemary Clooney spiller hovedrollen.  wrong: of the same family
    The Danube burst its banks.          → Rhinen gikk over sine bredder.         wrong
    Mr. Trump thanked the Duke of Kent.  → Donald Trump takket hertugen av Kent.  right: named more closely

A stranger beside a name that stayed has taken the place of what stood there, or names it more closely. One that stands
alone is told only where a name of the source went that each language keeps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from l10n.checks.contract import Fault, Subject
from l10n.checks.dictionary import Dictionary, dictionary
from l10n.checks.function_words import small_words
from l10n.checks.name_words import (
    SHORTEST,
    Name,
    begins_with_a_subject,
    beside,
    is_gone,
    is_name,
    is_new,
    may_be_name,
    names_in,
    perhaps_names,
)
from l10n.checks.nations import nations_of, tells_of_nations
from l10n.checks.own_words import is_translated, may_be_demonym
from l10n.checks.prose import is_technical, word_set
from l10n.checks.roman_numerals import is_roman
from l10n.checks.sure_names import TITLES
from l10n.model.finding import Severity

_LANGUAGES = frozenset({"nb", "nn"})
_TITLES = frozenset(TITLES.lower().split("|")) | word_set("prime foreign finance defence defense sir lord lady dame")
_KINDS = word_set("airport avenue bridge castle hill lane museum tower cathedral stadium club gate")
"""Words behind a place's name: Copenhagen Airport is Kastrup."""
_RENAMED = word_set("saint st king queen pope tsar emperor empress prince princess duke duchess")
_LONG_WORD = re.compile(r"(?<![\w’'-])[a-z]{4,}")
_DUCHY = re.compile(r"\b(?:Duke|Duchess|Prince|Princess|Earl|Count|King|Queen|Archbishop|Bishop) of $")
_CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december christmas easter ramadan spring summer autumn winter"
)


def changed_names(subject: Subject) -> Iterator[Fault]:
    """The first name of the translation that is a stranger in the place of one of the source."""
    if subject.languages[0] != "en" or subject.languages[1] not in _LANGUAGES:
        return
    known = dictionary(subject.locale)
    if known is None:
        return
    written = set(chain.from_iterable(map(perhaps_names(known).__getitem__, subject.target_tokens)))
    if all(word in subject.source for word in written) or is_technical(subject.source):
        return
    ours, theirs = names_in(subject.target_prose), names_in(subject.source_prose)
    strangers = [name for name in ours if _is_strange(name, known, subject)]
    gone = [name for name in theirs if _may_be_gone(name, subject)] if strangers else []
    strangers = [one for one in strangers if not any(_are_one(name.word, one.word, subject) for name in gone)]
    if not gone or len(subject.target_words) < SHORTEST:
        return
    for run in _runs(strangers, subject.target_prose):
        lost = _replaced(run, gone, subject)
        if lost is None and not _is_beside_kept(run, subject):
            lost = _lost(run, gone, known, subject)
        if lost:
            said = subject.target_prose[run[0].start : run[-1].end]
            text = f"“{said}” is not in the source, and {lost} is missing."
            yield Fault(Severity.WARNING, text, f"Write {lost}.", (run[0].start, run[-1].end))
            return


def _is_strange(name: Name, known: Dictionary, subject: Subject) -> bool:
    """Is it surely a name, and one that no word of the source begins or sounds like, and no nation tells of?"""
    word = name.word.partition("-")[0]
    is_subject = name.start == 0 and begins_with_a_subject(subject.source_prose) and not known.meant(word.lower())
    is_first = name.is_first and not is_subject
    if len(word) < SHORTEST or word.removesuffix("s").isupper() or not may_be_name(word, known, is_first=is_first):
        return False
    return is_new(word, subject) and not nations_of(name.word) and not tells_of_nations(name.word, subject)


def _may_be_gone(name: Name, subject: Subject) -> bool:
    """Is nothing in the translation that could be it, and is it no small word, day, acronym or nation?"""
    lower = name.word.lower()
    if lower in small_words("en") or lower in _CALENDAR or name.word.removesuffix("s").isupper() or is_roman(name.word):
        return False
    if lower in subject.source_prose or nations_of(name.word, "en"):  # a word that also has no capital is no name
        return False
    return is_gone(name.word, subject)


def _runs(names: Sequence[Name], text: str) -> Iterator[list[Name]]:
    """Names side by side are one."""
    run: list[Name] = []
    for name in names:
        if run and text[run[-1].end : name.start] != " ":
            yield run
            run = []
        run.append(name)
    if run:
        yield run


def _replaced(run: Sequence[Name], gone: Sequence[Name], subject: Subject) -> str | None:
    """What stood in the source where the run stands: beside the same name, on the same side."""
    source, theirs = subject.source_prose, names_in(subject.source_prose)
    for side in (-1, 1):
        kept = beside(run, names_in(subject.target_prose), subject.target_prose, side)
        for name in theirs:
            other = beside([name], theirs, source, -side) if kept and kept.word == name.word else None
            if other and other in gone and not (is_translated(other.word) or other.word.lower() in _TITLES):
                return other.word
    return None


def _is_beside_kept(run: Sequence[Name], subject: Subject) -> bool:
    """Does it name more closely what stays: Donald Trump for Mr. Trump?"""
    ours, text = names_in(subject.target_prose), subject.target_prose
    neighbours = (beside(run, ours, text, side) for side in (-1, 1))
    return any(name is not None and name.word in subject.source_prose for name in neighbours)


def _lost(run: Sequence[Name], gone: Sequence[Name], known: Dictionary, subject: Subject) -> str | None:
    """A name of the source that went, if it is one that every language keeps."""
    text, theirs = subject.source_prose, names_in(subject.source_prose)
    is_title = _LONG_WORD.search(text) is None  # each word has a capital
    for name in gone:
        before, behind = beside([name], theirs, text, -1), beside([name], theirs, text, 1)
        office = before.word.lower() if before else ""
        is_institution = (is_translated(office) and office not in _TITLES) or (behind and _is_institution(behind.word))
        if is_institution or office in _RENAMED or _is_institution(name.word) or may_be_demonym(name.word):
            continue
        if name.word.lower() in _RENAMED or _DUCHY.search(text, 0, name.start):
            continue
        is_clear = not is_title and (not name.is_first or run[0].is_first)
        if is_clear or is_name(name.word, known):
            return name.word
    return None


def is_of_a_duchy(name: str, text: str) -> bool:
    """The Duke of Sussex may be called Prince Harry."""
    return any(_DUCHY.search(text, 0, match.start()) for match in re.finditer(rf"(?<!\w){re.escape(name)}", text))


def _is_institution(word: str) -> bool:
    return is_translated(word) or word.lower() in _KINDS or is_roman(word)


def _are_one(name: str, other: str, subject: Subject) -> bool:
    """Does the article say that one is the other: “Debian Edu / Skolelinux”, “Twitter (X)”?"""
    if other.partition("-")[0] not in subject.sources.names:
        return False
    first, second = re.escape(name), re.escape(other.partition("-")[0])
    both = re.compile(rf"\b(?:{first}\W{{1,4}}{second}|{second}\W{{1,4}}(?:\w+ )?{first})\b")
    return any(map(both.search, subject.sources.texts))
