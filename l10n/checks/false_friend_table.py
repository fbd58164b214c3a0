"""English words and the look-alikes that they are mistaken for, as look_alikes/ has them. Each line was weighed."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from l10n.checks.prose import word_set

_LANGUAGES = frozenset({"nb"})


class FalseFriend(NamedTuple):
    """An English word, the look-alike that it is mistaken for, and what it means."""

    source: frozenset[str]
    mistaken: str
    meaning: str
    unless: str = ""
    """Where this stands in the source, the look-alike may well be right."""


@lru_cache
def false_friends(language: str) -> tuple[FalseFriend, ...]:
    """Those of texts that are translated from English into the language; none where there is no table."""
    if language not in _LANGUAGES:
        return ()
    text = (files("l10n.checks") / "look_alikes" / f"{language}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return tuple(FalseFriend(word_set(words), *rest) for words, *rest in rows)
