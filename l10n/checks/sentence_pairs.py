"""Sentences of a text beside those of its translation, where there are as many."""

from __future__ import annotations

from functools import lru_cache

from l10n.checks.contract import Subject
from l10n.segmentation.sentences import split

_TELLING = 40
"""Characters from which on a length says something."""
_SLACK = 1.9


@lru_cache(maxsize=1024)
def sentences(prose: str, language: str) -> tuple[str, ...]:
    """The sentences of what a reader sees; several checks ask for them, each for a batch of texts."""
    return tuple(split(prose, language))


def both(subject: Subject) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences of the source, and those of the translation."""
    source, target = subject.languages
    return sentences(subject.source_prose, source), sentences(subject.target_prose, target)


def paired(subject: Subject) -> list[tuple[str, str]]:
    """One to one, in their order; nothing where the numbers differ or a pair is too unlike in length to be one."""
    theirs, ours = both(subject)
    if len(theirs) != len(ours):
        return []
    ratio = len(subject.target_prose) / max(1, len(subject.source_prose))
    pairs = list(zip(theirs, ours, strict=True))
    return pairs if all(_may_belong(first, second, ratio) for first, second in pairs) else []


def _may_belong(first: str, second: str, ratio: float) -> bool:
    return max(len(first), len(second)) < _TELLING or 1 / _SLACK <= len(second) / (len(first) * ratio) <= _SLACK
