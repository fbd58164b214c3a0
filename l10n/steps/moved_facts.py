"""Which facts of a text moved when it was edited, and whether a translation moved with its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from l10n.errors import UsageError
from l10n.model.change import Movement
from l10n.model.locale import babel_locale
from l10n.segmentation.cosmetic import face
from l10n.segmentation.meaning import CURRENCY, DATE, NAME, NEGATION, NUMBER, facts, negated_words
from l10n.segmentation.same_facts import plainly, value
from l10n.steps.swapped_facts import swapped_facts

_WORD = re.compile(r"\w+(?:['’\-.]\w+)*")
_GENITIVE = re.compile(r"['’]?s$")
_NOT_DIGIT = re.compile(r"\D+")
_KINDS = (NEGATION, NUMBER, CURRENCY, DATE, NAME)
_CAPITALIZING = frozenset({"de", "lb"})
"""Languages that write every noun with a capital: there, only what the other language has, too, is taken for a name."""


@dataclass(frozen=True, slots=True)
class MovedFacts:
    """By kind of fact: what went, and what came."""

    moves: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]

    def __bool__(self) -> bool:
        return bool(self.moves)

    def __str__(self) -> str:
        """`number: “70” → “75”; negation: nothing → “ikke”`."""
        return "; ".join(f"{kind}: {_listed(gone)} → {_listed(came)}" for kind, (gone, came) in self.moves.items())

    @property
    def digits(self) -> tuple[list[str], list[str]]:
        """The digits that went and came, whatever the language writes between them."""
        sides = zip(*self.moves.values(), strict=True) if self.moves else ((), ())
        gone, came = (sorted(found for fact in _flat(side) if (found := _NOT_DIGIT.sub("", fact))) for side in sides)
        return gone, came


def moved_facts(old: str, new: str, *, language: str = "", other: str = "") -> MovedFacts:
    """The facts that only one of two versions of a text has. `other` is what stands for it in the other language.

    Milder than the grade of a source text, which decides what becomes of a review: a fact in another spelling
    (“15 December”, “15. desember”; “fem”, “5”), a name in another case or with a genitive -s, a title in small
    letters, and one negation in the place of another (“ikke mulig”, “umulig”) are no facts that moved.
    """
    if old == new:
        return MovedFacts({})
    before, after = (plainly(face(text).words, language) for text in (old, new))
    if before == after:
        return MovedFacts({})
    old_facts, new_facts = facts(before), facts(after)
    gone, came = old_facts - new_facts, new_facts - old_facts
    moves: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for kind in _KINDS:
        lost, found = _of(kind, gone), _of(kind, came)
        if kind == NEGATION:
            lost, found = _negations(lost, found, before, after)
        elif kind == NAME:
            lost, found = _names(lost, before, after, language, other), _names(found, after, before, language, other)
        else:
            lost, found = _unmatched(kind, lost, found), _unmatched(kind, found, lost)
            is_same = kind in (NUMBER, DATE) and not (lost or found)
            if is_same and len(set(_of(kind, old_facts))) > 1:
                lost, found = swapped_facts(before, after, kind)
        if lost or found:
            moves[kind] = lost, found
    return MovedFacts(moves)


def movement(source: MovedFacts, text: MovedFacts) -> Movement:
    """How the two go together: the same kinds of facts, with the same digits, follow each other."""
    if not source or not text:
        return Movement.TRANSLATION if text else Movement.SOURCE if source else Movement.NONE
    is_alike = source.moves.keys() == text.moves.keys() and source.digits == text.digits
    return Movement.FOLLOWS if is_alike else Movement.UNLIKE


def _of(kind: str, found: Counter[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(fact for (its_kind, fact), count in found.items() if its_kind == kind for _ in range(count))


def _unmatched(kind: str, ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """Those of our facts that the other side does not have in another spelling."""
    left = Counter(value(kind, fact) for fact in theirs)
    unmatched: list[str] = []
    for fact in ours:
        its_value = value(kind, fact)
        left[its_value] -= 1
        if left[its_value] < 0:
            unmatched.append(fact)
    return tuple(unmatched)


def _negations(
    lost: tuple[str, ...], found: tuple[str, ...], before: str, after: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Nothing where as many came as went; a prefix that negates a word, or ceases to, is one that came or went."""
    pairs = list(negated_words(*(Counter(_WORD.findall(text)) for text in (before, after))))
    if abs(len(lost) - len(found)) == len(pairs):
        return (), ()
    return (*(was for was, _ in pairs), *lost), (*(now for _, now in pairs), *found)


def _names(names: tuple[str, ...], text: str, version: str, language: str, other: str) -> tuple[str, ...]:
    """Those of a text that the other version does not have in any case or with any genitive.

    A word that begins a sentence is one, too, where the other language has it as a name, or it names a country.
    """
    there = {_bare(part) for word in _WORD.findall(version) for part in (word, *word.split("-"))}
    if language.partition("-")[0] in _CAPITALIZING:
        names = tuple(name for name in names if name in other)
    lost = [name for name in names if name.isupper() or not _stands_in(there, name)]
    opening = [word for word in _WORD.findall(text) if word[0].isupper() and _bare(word) not in there]
    if opening and opening != lost:
        known = {fact for kind, fact in facts(other) if kind == NAME} | _countries(language)
        lost += [word for word in opening if word not in lost and (word in known or _GENITIVE.sub("", word) in known)]
    return tuple(lost)


@lru_cache
def _countries(language: str) -> frozenset[str]:
    """What the language calls the countries of the world, in CLDR; nothing for one that it does not know."""
    try:
        names = babel_locale(language.partition("-")[0]).territories.values()
    except UsageError:
        return frozenset()
    return frozenset(str(name) for name in names if " " not in str(name))


def _stands_in(words: set[str], name: str) -> bool:
    """True for the name itself, and for a compound of names that are there: USA-presidenten."""
    return all(part.islower() or _bare(part) in words for part in name.split("-"))


def _bare(word: str) -> str:
    return word.casefold().removesuffix("s").rstrip("'’")


def _listed(found: tuple[str, ...]) -> str:
    return ", ".join(f"“{fact}”" for fact in found) or "nothing"


def _flat(groups: Iterable[tuple[str, ...]]) -> Iterable[str]:
    return (fact for group in groups for fact in group)
