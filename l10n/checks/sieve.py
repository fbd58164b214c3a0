"""Which checks each text is handed to: those that one of its tokens wakes, and those that never sleep."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, reduce
from operator import or_

from l10n.checks.clues import Clue, Look, Pair
from l10n.checks.contract import Check, Subject
from l10n.checks.prose import may_have_markup, prose
from l10n.checks.tokens import Learnt, words

_ZEROS = str.maketrans("123456789", "000000000")
_MOST = 1 << 16
_ODD_BLANKS = re.compile(r"\s{2,}|[^\S ]|^ | $")
_Woken = Callable[[str], int]
"""A token → the checks that it wakes, each a bit."""


class Sieve:
    """The clues of some checks, for texts of one language that are translated into one locale.

    What each token wakes is learnt, as its words are. The tokens are those of the text as it stands and, where there
    is markup in it, those of its prose too.
    """

    def __init__(self, checks: Sequence[Check], pair: Pair) -> None:
        self._bits = {one: 1 << at for at, one in enumerate(checks)}
        self._markup = 1 << len(checks)
        clues = [(bit, one.clues) for one, bit in self._bits.items() if one.clues is not None]
        self._awake = sum(bit for one, bit in self._bits.items() if one.clues is None)
        self._twofold = sum(bit for bit, each in clues if each.on_both)
        self._see_empty = sum(bit for one, bit in self._bits.items() if one.sees_empty)
        self._source = self._woken_by([(bit, each.source) for bit, each in clues], pair)
        self._target = self._woken_by([(bit, each.target) for bit, each in clues], pair)

    def sift(self, subjects: Sequence[Subject]) -> list[tuple[Check, list[Subject]]]:
        """The checks in their order, each with the texts to hand to it."""
        woken = [(subject, self._woken(subject)) for subject in subjects]
        return [(one, _handed(one, bit, woken)) for one, bit in self._bits.items()]

    def _woken(self, subject: Subject) -> int:
        """The checks to ask about a text. What was cut on the way stays, for nearly all of them ask for it."""
        source, source_tokens, theirs = self._cut(subject.source, self._source)
        target, target_tokens, ours = self._cut(subject.target, self._target)
        source_words, target_words = words(source_tokens), words(target_tokens)
        subject.__dict__.update(
            source_prose=source,
            target_prose=target,
            source_tokens=source_tokens,
            target_tokens=target_tokens,
            source_words=source_words,
            target_words=target_words,
            source_vocabulary=frozenset(source_words),
            target_vocabulary=frozenset(target_words),
        )
        checks = (theirs | ours) & ~self._twofold | (theirs & ours) | self._awake
        return checks if subject.target else checks & self._see_empty

    def _cut(self, text: str, woken_by: _Woken) -> tuple[str, list[str], int]:
        """The text's prose, the tokens of that, and which checks they wake."""
        tokens = text.split()
        checks = reduce(or_, map(woken_by, tokens), 0)
        if " ".join(tokens) != text:
            checks = reduce(or_, map(woken_by, _ODD_BLANKS.findall(text)), checks)
        if checks & self._markup:
            text = prose(text)
            tokens = text.split()
            checks = reduce(or_, map(woken_by, tokens), checks)
        return text, tokens, checks

    def _woken_by(self, clues: Sequence[tuple[int, Clue | None]], pair: Pair) -> _Woken:
        looks = [(bit, _guarded(clue, pair)) for bit, clue in clues if clue is not None]
        looks.append((self._markup, may_have_markup))

        @lru_cache(maxsize=_MOST)
        def look_at(shape: str) -> int:
            return sum(bit for bit, look in looks if look(shape))

        return Learnt(lambda token: look_at(token.translate(_ZEROS))).__getitem__


def _guarded(clue: Clue, pair: Pair) -> Look:
    """Where a clue breaks, and it may be a third party's, the check is woken."""
    try:
        look = clue(pair)
    except Exception:
        return lambda token: True

    def guarded(token: str) -> object:
        try:
            return look(token)
        except Exception:
            return True

    return guarded


def _handed(check: Check, bit: int, woken: list[tuple[Subject, int]]) -> list[Subject]:
    """The texts that the check is woken by, a token or the whole of it."""
    if check.clues is None or (text := check.clues.text) is None:
        return [subject for subject, checks in woken if checks & bit]
    seen = woken if check.sees_empty else [(subject, checks) for subject, checks in woken if subject.target]
    try:
        return [subject for subject, checks in seen if checks & bit or text(subject)]
    except Exception:
        return [subject for subject, _ in seen]


@lru_cache(maxsize=64)
def sieve_of(checks: tuple[Check, ...], source_language: str, locale: str) -> Sieve:
    """The sieve for some checks; what it has learnt stays for the next catalog."""
    source, target = source_language.partition("-")[0], locale.partition("-")[0]
    return Sieve(checks, Pair(source, target, locale))
