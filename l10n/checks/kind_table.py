"""The kinds of a language, ready to be asked: what an English word names, and what a token of a translation shows."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files

from l10n.checks.kind_notation import ENDINGS, Entry, kinds
from l10n.checks.prose import word_set
from l10n.checks.tokens import Learnt

_LANGUAGES = frozenset({"nb"})
_COMMON = word_set(
    """
    a about after all an and any are as at back be been before by first for from get go had half has have he his i in
    into is it its last left less many more most new no not of off on one only or out over right so some than that the
    them they this to too two under up was we were who will with year years
    """
)
_ENDING = f"(?:{'|'.join(sorted(ENDINGS, key=len, reverse=True))})"


class KindTable:
    """Kinds and their members are numbers, in the order of the files.

    `kind_of` says of which kind a member is, `members_of` which members a kind has.
    """

    def __init__(self, texts: list[str]) -> None:
        self.named_by: dict[str, tuple[int, ...]] = {}
        """English word → the members that it names."""
        self.plain: dict[str, tuple[int, ...]] = {}
        """The same of words that have no rivals."""
        self.phrases: dict[str, list[tuple[str, tuple[int, ...]]]] = {}
        """The rarest word of an English phrase → the phrases with it, longest first, and what each names."""
        self.kind_of: list[int] = []
        self.members_of: list[range] = []
        self.explained_by: list[tuple[str, ...]] = []
        self.contrary: set[int] = set()
        self.silencers: dict[int, frozenset[str]] = {}
        self._stems: dict[str, list[tuple[int, bool, Entry]]] = defaultdict(list)
        self._spaced: dict[int, list[tuple[bool, Entry]]] = defaultdict(list)
        self._longest = 0
        phrases: dict[str, tuple[int, ...]] = {}
        all_kinds = (kind for text in texts for kind in kinds(text.splitlines()))
        for at, kind in enumerate(all_kinds):
            if kind.mark == "##":
                self.contrary.add(at)
            if kind.silencers:
                self.silencers[at] = frozenset(kind.silencers)
            for phrase in kind.idioms:
                phrases.setdefault(phrase, ())
            self.members_of.append(range(len(self.kind_of), len(self.kind_of) + len(kind.members)))
            for number, member in zip(self.members_of[at], kind.members, strict=True):
                self.kind_of.append(at)
                self.explained_by.append(member.explained_by)
                for word in member.english:
                    found = phrases if " " in word else self.plain if kind.mark == "#-" else self.named_by
                    found[word] = (*found.get(word, ()), number)
                for is_said, entries in ((kind.mark != "#-", member.says), (False, member.shows)):
                    for entry in entries:
                        self._add(number, is_said, entry)
        for phrase in sorted(phrases, key=len, reverse=True):
            self.phrases.setdefault(_rarest(phrase), []).append((phrase, phrases[phrase]))
        self.naming = frozenset(_rarest(phrase) for phrase, members in phrases.items() if members)
        """Words without which no phrase names anything."""
        self.words = frozenset(self.named_by) | self.naming
        """All words by which an English text may name something that has rivals."""
        self.known = frozenset(self.named_by) | frozenset(self.plain)
        """All English words whose translation is known."""
        self.shown: Learnt[frozenset[int]] = Learnt(
            lambda token: self._members(token, only_said=False), sees_numbers=False
        )
        """Token, in lower case → the members that it says or may stand for."""
        self.said: Learnt[frozenset[int]] = Learnt(
            lambda token: self._members(token, only_said=True), sees_numbers=False
        )
        """Token, in lower case → the members that it says, and nothing else."""

    def spaced(self, member: int, *, only_said: bool) -> re.Pattern[str] | None:
        """What says or shows the member in more than one word, or with a digit."""
        entries = tuple(entry for is_said, entry in self._spaced.get(member, ()) if is_said or not only_said)
        return _pattern(entries) if entries else None

    def _add(self, member: int, is_said: bool, entry: Entry) -> None:
        if not entry.stem.replace("-", "").isalpha():
            self._spaced[member].append((is_said, entry))
            return
        stem = entry.stem.lower()
        self._stems[stem].append((member, is_said, entry))
        self._longest = max(self._longest, len(stem))

    def _members(self, token: str, *, only_said: bool) -> frozenset[int]:
        return frozenset(
            member
            for start in range(len(token))
            for end in range(start + 1, min(start + self._longest, len(token)) + 1)
            for member, is_said, entry in self._stems.get(token[start:end], ())
            if (is_said or not only_said) and entry.fits(token, start, end)
        )


def _rarest(phrase: str) -> str:
    """The longest of its words that is not met in every text."""
    return max(phrase.split(), key=lambda word: (word not in _COMMON, len(word)))


@lru_cache(maxsize=1024)
@lru_cache(maxsize=1024)
def shown_by(vocabulary: frozenset[str], language: str) -> frozenset[int]:
    """The members that the words of a translation show; several checks ask, each for a batch of texts."""
    table = kind_table(language)
    return frozenset().union(*map(table.shown.__getitem__, vocabulary)) if table else frozenset()


@lru_cache
def kind_table(language: str) -> KindTable | None:
    """The kinds of words that are known in a language, from its files; None where there are none."""
    if language not in _LANGUAGES:
        return None
    folder = files("l10n.checks") / "kinds" / language
    return KindTable([one.read_text(encoding="utf-8") for one in sorted(folder.iterdir(), key=lambda one: one.name)])


@lru_cache(maxsize=1024)
def _pattern(entries: tuple[Entry, ...]) -> re.Pattern[str]:
    behind = {"": "", "+": _ENDING, "~": r"\w*"}
    words = (
        ("" if one.is_first else r"\w*") + re.escape(one.stem).replace(r"\ ", r"\s+") + behind[one.ending]
        for one in entries
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)
