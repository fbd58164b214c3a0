"""A number word that has become another one: nine, seks; second, tredje; twelve and nine, ni og tolv."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.contract import Fault, Subject
from l10n.checks.number_marks import MEASURED
from l10n.checks.number_words import counting_words
from l10n.checks.spoken_times import says_time
from l10n.model.finding import Severity


def respelled(subject: Subject) -> Iterator[Fault]:
    """The only number word that went, and the only one that came."""
    source, target = subject.languages
    if says_any_time(subject) or not MEASURED.isdisjoint(subject.source_vocabulary):
        return
    for theirs, ours in zip(counting_words(source), counting_words(target), strict=True):
        if not ours or theirs.keys().isdisjoint(subject.source_vocabulary):
            continue
        said = [theirs[word] for word in subject.source_words if word in theirs]
        written = [ours[word] for word in subject.target_words if word in ours]
        if theirs is counting_words(source)[0] and len(said) == 2 and written == said[::-1] != said:
            yield from _words_moved(subject)
        digits = set(map(int, re.findall(r"\d{1,3}", subject.source_prose + " " + subject.target_prose)))
        if "decade" in subject.source_vocabulary or "decades" in subject.source_vocabulary:
            written = [value for value in written if value % 10]  # ten years, twenty years
        lost = [value for value in said if value not in written and value not in digits]
        new = [value for value in written if value not in said and value not in digits]
        if len(lost) == len(new) == 1 and len(said) == len(written):
            word = next(word for word in subject.source_words if theirs.get(word) == lost[0])
            other = next(word for word in subject.target_words if ours.get(word) == new[0])
            yield Fault(Severity.ERROR, f"“{word}” has become “{other}”.", f"Write the value of “{word}”.")


def _words_moved(subject: Subject) -> Iterator[Fault]:
    """Twelve boys and nine girls, ni gutter og tolv jenter."""
    known = counting_words(subject.languages[0])[0]
    first, second = (word for word in subject.source_words if word in known)
    if re.search(
        rf"\b{first}\b[^.,;:!?]{{1,40}}\band\b[^.,;:!?]{{0,25}}\b{second}\b", subject.source_prose, re.IGNORECASE
    ):
        text = f"“{first}” and “{second}” stand in the other order than in the source."
        yield Fault(Severity.WARNING, text, "See that each number says what it said.")


def says_any_time(subject: Subject) -> bool:
    """Does one of the texts say a time of day in words?"""
    source, target = subject.languages
    return says_time(subject.source_prose, subject.source_vocabulary, source) or says_time(
        subject.target_prose, subject.target_vocabulary, target
    )
