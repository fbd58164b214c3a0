"""Which words of a source its translation tells, as far as tables, cognates, names and figures know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from l10n.checks.kind_table import KindTable, kind_table, shown_by
from l10n.checks.prose import word_set
from l10n.checks.spelling import fold

_ALIKE = 4
"""So many first letters make two words one in two languages: `police`, `politi`."""
_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:['’-][^\W\d_]+)*|[,;:–—()“”]")
_SMALL = word_set(
    """
    about after all also although back because been before both can could every few first from half have into last
    many more most must neither new next none only other over second several should since some than that their them
    then there they third this though today until were what when where which while who whose will with would years
    """
)
"""English words that tell nothing by themselves, or may be told in any way."""


class Fate(Enum):
    """What became of a word."""

    TOLD = "told"
    LOST = "lost"
    UNKNOWN = "unknown"


class Word(NamedTuple):
    """A word or a mark of the source, where it stands, and what became of it."""

    text: str
    start: int
    end: int
    fate: Fate


def may_have_lost(source: frozenset[str], target: frozenset[str], language: str) -> bool:
    """Is there a known word of the source that no word of the translation shows? It takes both vocabularies."""
    table = kind_table(language)
    if table is None:
        return False
    shown = shown_by(target, language)
    return any(shown.isdisjoint(_members(word, table)) for word in (table.known & source) - _SMALL)


def fates(sentence: str, translation: str, language: str) -> list[Word]:
    """The words and marks of an English sentence in their order, each with its fate in a translation."""
    table = kind_table(language)
    if table is None:
        return []
    tokens = frozenset(token.lower() for token in _TOKEN.findall(translation))
    shown = shown_by(tokens, language)
    begins = {fold(token)[:_ALIKE] for token in tokens if len(token) >= _ALIKE}

    def fate(text: str) -> Fate:
        word = text.lower()
        members = () if word in _SMALL else _members(word, table)
        if not shown.isdisjoint(members) or (len(word) >= _ALIKE and fold(word)[:_ALIKE] in begins):
            return Fate.TOLD
        if word in tokens and (word.isdigit() or text[0].isupper()):
            return Fate.TOLD
        patterns = (table.spaced(member, only_said=False) for member in members)
        if any(pattern is not None and pattern.search(translation) for pattern in patterns):
            return Fate.TOLD
        is_name = text[0].isupper() and not sentence.startswith(text)
        return Fate.LOST if members and not is_name else Fate.UNKNOWN

    return [Word(one[0], one.start(), one.end(), fate(one[0])) for one in _TOKEN.finditer(sentence)]


def lost_and_told(words: Sequence[Word]) -> tuple[int, int]:
    """How many words are lost, and how many told."""
    return sum(word.fate is Fate.LOST for word in words), sum(word.fate is Fate.TOLD for word in words)


def _members(word: str, table: KindTable) -> tuple[int, ...]:
    return table.named_by.get(word, ()) + table.plain.get(word, ())
