"""A word of the source whose rival of the same kind stands in its place: a weekly paper is no daily one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from l10n.checks.contract import Fault, Subject
from l10n.checks.rival_table import RIVALS
from l10n.model.finding import Severity


def rivals(subject: Subject, language: str) -> Iterator[Fault]:
    """Of a kind that the source names one of, the translation names one other, and the source's in no way."""
    known = _kinds_of(language)
    met = [word for word in subject.source_vocabulary if word in known]
    for kind in sorted({known[word] for word in met}) if met else ():
        members = RIVALS[language][kind]
        named = [one for one in members if not one.english.isdisjoint(subject.source_vocabulary)]
        if len(named) != 1:
            continue
        (right,) = named
        if _whole(f"{right.here}|{right.shows}" if right.shows else right.here).search(subject.target_prose):
            continue
        said = [
            match for one in members if one is not right and (match := _whole(one.here).search(subject.target_prose))
        ]
        if len(said) == 1:
            word = min(right.english & subject.source_vocabulary)
            text = f"“{said[0][0]}” is not what “{word}” is."
            yield Fault(Severity.WARNING, text, "See that it says what the source says.", said[0].span())


@lru_cache
def _kinds_of(language: str) -> dict[str, int]:
    """Which kind each English word is of, by its place in the table; a word is of one kind."""
    kinds = enumerate(RIVALS.get(language, ()))
    return {word: at for at, kind in kinds for one in kind for word in one.english}


@lru_cache(maxsize=256)
def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
