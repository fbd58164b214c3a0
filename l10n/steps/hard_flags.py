"""What is surely wrong with a machine's draft, whatever the machine thinks of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from l10n.checks import numbers, unchanged
from l10n.checks.contract import Subject
from l10n.checks.negators import HINTED, excuses
from l10n.model.finding import Severity
from l10n.segmentation.alignment import sentences
from l10n.segmentation.meaning import NEGATION, facts
from l10n.segmentation.printable import one_line
from l10n.steps.draft_notes import LONGEST, digits, missing_numbers
from l10n.steps.kept_names import lost_names, respelled

_PIECE = re.compile(r"[^.!?…。！？\n]{12,}")
"""A sentence that came back whole brings such pieces of itself; where the draft has none, it need not be split."""
_WORD = re.compile(r"\w+")
_FIRST = re.compile(r"[\"'“‘«(*_\[]*([^\W\d_]+)")
_FIRST_CAPITAL = re.compile(r"[\"'“‘«(*_\[]*(?=[^\W\d_])[A-ZÀ-ÖØ-Þ]")
_LONGEST_LOOP = 12
"""Words that a loop may have; models that hang repeat few."""
_LONG_LOOP = 4
"""Words from which on a phrase said twice in a row is a loop; a shorter one may be `very, very`, and takes three."""
_UNSPACED_LOOP = re.compile(r"(?=\S)(.{1,20}?)\1{5,}", re.DOTALL)
"""Letters over and over: `hahahahahaha`, and loops in languages without blanks."""
_CERTAIN = re.compile(r"\b(?:not|never|nobody|nothing|ikke|ikkje|aldri|aldrig|inte)\b|(?<=\w)n['’]t\b", re.IGNORECASE)
"""Negations that no translation does without, where they are no part of a set phrase."""
_PHRASES = re.compile(
    r"\bnot (?:only|just|least|merely|until|yet clear|to mention)\b|\b(?:if|why|or) not\b|\bnothing (?:but|less)\b"
    r"|\bnow or never\b"
    r"|\b(?:ikke|ikkje|inte) (?:bare|berre|minst|bara)\b",
    re.IGNORECASE,
)
_SCANDINAVIAN = frozenset({"nb", "nn", "no", "da", "sv"})
_NEGATIVE = re.compile(
    r"\b(?:knapt|neppe|næppe|knappast|verken|hverken|vare sig|intet|ei|ej|icke|mangle\w*|saknas?|umulig\w*|umogleg\w*|"
    r"omöjlig\w*|ulovlig\w*|ulovleg\w*|olaglig\w*|ukjent\w*|ukendt\w*|okänd\w*|uklar\w*|oklar\w*|heller|unngå\w*|undgå\w*)\b",
    re.IGNORECASE,
)
"""Other ways to say no, which `facts` does not count."""


def hard_flags(subject: Subject, names: Sequence[str]) -> list[str]:
    """Untranslated, looping, numbers, names, a lost negation: a line each, always in the same words and order.

    `subject.source` is what the machine was given; `names` are those of the article.
    """
    return [one_line(" ".join(flag.split()), LONGEST) for flag in _flags(subject, names)]


def _flags(subject: Subject, names: Sequence[str]) -> Iterator[str]:
    yield from _untranslated(subject)
    yield from _beginning(subject)
    yield from _loops(subject)
    yield from _numbers(subject)
    language = subject.source_language
    for name in lost_names(subject.source, subject.target, names, locale=subject.locale, language=language):
        instead = respelled(name, subject.target, locale=subject.locale)
        yield f"name respelled: {name} is written {instead}" if instead else f"name missing: {name}"
    yield from _negation(subject)


def _untranslated(subject: Subject) -> Iterator[str]:
    if subject.source.split() == subject.target.split() and next(iter(unchanged.find(subject)), None):
        yield "untranslated: the draft is its source"
        return
    if not any(piece in subject.target for piece in _PIECE.findall(subject.source)):
        return
    source = sentences(subject.source, subject.source_language)
    for sentence in source if len(source) > 1 else ():
        alone = replace(subject, source=sentence, target=sentence)
        if sentence in subject.target and next(iter(unchanged.find(alone)), None):
            yield f"untranslated: {sentence}"


def _beginning(subject: Subject) -> Iterator[str]:
    """A draft that begins with a small letter where its source does not has lost its first word, maybe a name."""
    first = _FIRST.match(subject.target)
    if first and first[1].islower() and _FIRST_CAPITAL.match(subject.source):
        yield f"begins with a small letter: {first[1]}"


def _loops(subject: Subject) -> Iterator[str]:
    phrase = repeated(subject.target_prose)
    if phrase and not repeated(subject.source_prose):
        yield f"repeats itself: {phrase}"


def repeated(text: str) -> str:
    """The first phrase that stands again and again without anything between, or an empty string."""
    matches = list(_WORD.finditer(text))
    words = [match[0].casefold() for match in matches]
    earlier: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        for start in earlier[word][-_LONGEST_LOOP:]:
            length = at - start
            phrase = words[start:at]
            times = 2 if length >= _LONG_LOOP else 3
            is_loop = length <= _LONGEST_LOOP and phrase * (times - 1) == words[at : at + length * (times - 1)]
            if is_loop and not all(word.isdigit() for word in phrase):
                return text[matches[start].start() : matches[at - 1].end()]
        earlier[word].append(at)
    letters = _UNSPACED_LOOP.search(text)
    return letters[1] if letters and any(map(str.isalpha, letters[1])) else ""


def _numbers(subject: Subject) -> Iterator[str]:
    """Numbers too many, by their digits; where these agree, numbers of another value. Missing ones: draft_notes.py."""
    theirs, ours = digits(subject.source), digits(subject.target)
    faults = list(numbers.find(subject)) if theirs or ours else []
    if ours - theirs and faults:
        yield f"number added: {', '.join(missing_numbers(subject.target, subject.source))}"
    if theirs == ours:
        yield from (f"number: {fault.text}" for fault in faults if fault.severity is Severity.ERROR)


def _negation(subject: Subject) -> Iterator[str]:
    """Only where both languages are known, and the draft says no in no way at all."""
    if not (subject.languages[0] in _SCANDINAVIAN | {"en"} and subject.languages[1] in _SCANDINAVIAN | {"en"}):
        return
    lost = _CERTAIN.findall(_PHRASES.sub(" ", subject.source_prose))
    source, target = subject.source_prose, subject.target_prose
    if (
        lost
        and not _says_no(target)
        and not (subject.languages[1] in HINTED and excuses(source, target, subject.languages[1]))
    ):
        yield f"negation missing: {lost[0].lower()}"


def _says_no(text: str) -> bool:
    return _NEGATIVE.search(text) is not None or any(kind == NEGATION for kind, _ in facts(text))
