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

_WORD = re.compile(r"\w+(?:['’\-.]\w+)*")
_GROUP = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))")
_GENITIVE = re.compile(r"['’]?s$")
_NOT_DIGIT = re.compile(r"\D+")
_MONTH = {"mai": "may", "maj": "may", "okt": "oct", "des": "dec"}
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

    Milder than the grade of a source text, which decides what becomes of a review: a date in other letters
    (“15 December”, “15. desember”), a name in another case or with a genitive -s, a title in small letters, digits
    in other groups, and one negation in the place of another are no facts that moved.
    """
    if old == new:
        return MovedFacts({})
    before, after = (_GROUP.sub("", face(text).words) for text in (old, new))
    old_facts, new_facts = facts(before), facts(after)
    gone, came = old_facts - new_facts, new_facts - old_facts
    moves: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for kind in _KINDS:
        lost, found = _of(kind, gone), _of(kind, came)
        if kind == DATE:
            lost, found = _without_same(lost, found)
        elif kind == NEGATION and len(lost) == len(found):
            lost, found = (), ()
        elif kind == NAME:
            lost = _names(lost, before, after, language, other)
            found = _names(found, after, before, language, other)
        if lost or found:
            moves[kind] = lost, found
    words = [Counter(_WORD.findall(text)) for text in (before, after)]
    if NEGATION not in moves and (negated := list(negated_words(*words))):
        moves = {NEGATION: (tuple(was for was, _ in negated), tuple(now for _, now in negated)), **moves}
    return MovedFacts(moves)


def movement(source: MovedFacts, text: MovedFacts) -> Movement:
    """How the two go together: the same kinds of facts, with the same digits, follow each other."""
    if not source or not text:
        return Movement.TRANSLATION if text else Movement.SOURCE if source else Movement.NONE
    is_alike = source.moves.keys() == text.moves.keys() and source.digits == text.digits
    return Movement.FOLLOWS if is_alike else Movement.UNLIKE


def _of(kind: str, found: Counter[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(fact for (its_kind, fact), count in found.items() if its_kind == kind for _ in range(count))


def _without_same(lost: tuple[str, ...], found: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both without the dates that the other has in another spelling."""
    left, right = Counter(map(_date, lost)), Counter(map(_date, found))
    return (
        tuple(date for date in lost if _date(date) in left - right),
        tuple(date for date in found if _date(date) in right - left),
    )


def _date(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    months = (word[:3].casefold() for word in re.findall(r"[^\W\d_]{3,}", text))
    return tuple(sorted(re.findall(r"\d+", text))), tuple(_MONTH.get(month, month) for month in months)


def _names(names: tuple[str, ...], text: str, version: str, language: str, other: str) -> tuple[str, ...]:
    """Those of a text that the other version does not have in any case or with any genitive.

    A word that begins a sentence is one, too, where the other language has it as a name, or it names a country.
    """
    there = {_bare(word) for word in _WORD.findall(version)}
    if language.partition("-")[0] in _CAPITALIZING:
        names = tuple(name for name in names if name in other)
    lost = [name for name in names if name.isupper() or _bare(name) not in there]
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


def _bare(word: str) -> str:
    return word.casefold().removesuffix("s").rstrip("'’")


def _listed(found: tuple[str, ...]) -> str:
    return ", ".join(f"“{fact}”" for fact in found) or "nothing"


def _flat(groups: Iterable[tuple[str, ...]]) -> Iterable[str]:
    return (fact for group in groups for fact in group)
