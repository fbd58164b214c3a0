"""Words of the source that were left standing in a translation: a run of them, or one that cannot stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from l10n.checks.contract import Subject
from l10n.checks.english_words import ALSO_NORDIC, BORROWED, ENGLISH_ALONE, NEVER_NORDIC
from l10n.checks.function_words import tell_tales
from l10n.checks.prose import is_technical, word_set
from l10n.checks.quotes import quotations

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ASIDE = re.compile(r"\([^()]*\)|\*[^*]+\*|_[^_]+_")
_ENGLISH_SMALL_WORDS = word_set("the that and of with was were is are this from by to on will would has have its as")
_NOT_JOINED = re.compile(r"[/_.:|=<>]")
_RUN = 4
"""So many of the source's words in a row were left, not met by chance."""
_MEANT_BEFORE = re.compile(r"[^\s,;:.–—]$|-\w $")
_MEANT_BEHIND = re.compile(r"[^\s,;:.!?–—]| \(")
_DUCKS = word_set("duck ducks mallard mallards bird birds poultry")
"""A duck is “and” in Norwegian."""
_SCANDINAVIAN = frozenset({"nb", "nn", "da", "sv"})
EVERYDAY = word_set(
    "people next last year years week weeks month months day days new many more against after before and"
)


def left_standing(subject: Subject, *, has_more: bool) -> tuple[int, int] | None:
    """Words of the source's own: a run of them, or one that no sentence of the target's language can have.

    `has_more` is False where there are no signs of the source's language but a few words of it.

    Quotations, brackets and emphasis may hold them: a work's title, a term.
    """
    if is_technical(subject.target):
        return None
    aside = [(q.start, q.end) for q in quotations(subject.target_prose)[0]]
    aside += [match.span() for match in _ASIDE.finditer(subject.target)]
    words = list(_WORD.finditer(subject.target_prose))
    runs = (_runs, _short_runs, _pairs, _small_words, _words_alone) if has_more else (_pairs, _words_alone)
    for first, last in chain.from_iterable(run(subject, words) for run in runs):
        span = words[first].start(), words[last].end()
        is_aside = any(start < span[0] and span[1] < end for start, end in aside)
        if not is_aside and not _NOT_JOINED.search(subject.target_prose, *span):
            return span
    return None


def _runs(subject: Subject, words: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    source = subject.source_words
    known = {tuple(source[at : at + _RUN]) for at in range(len(source) - _RUN + 1)}
    for first in range(len(words) - _RUN + 1):
        run = [word[0] for word in words[first : first + _RUN]]
        if tuple(word.lower() for word in run) in known and _is_prose(run):
            yield first, first + _RUN - 1


def _short_runs(subject: Subject, words: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """“300 people next year”: one word less, one of which is of everyday's English and no term."""
    if EVERYDAY.isdisjoint(subject.target_vocabulary & subject.source_vocabulary):
        return
    source = subject.source_words
    runs = {tuple(source[at : at + _RUN - 1]) for at in range(len(source) - _RUN + 2)}
    for first in range(len(words) - _RUN + 2):
        last = first + _RUN - 2
        run = tuple(word[0] for word in words[first : last + 1])
        is_joined = " ".join(run) == subject.target[words[first].start() : words[last].end()]
        if (
            run in runs
            and is_joined
            and not EVERYDAY.isdisjoint(run)
            and sum(len(word) > 2 for word in run) == len(run)
        ):
            yield first, last


def _pairs(subject: Subject, words: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """“Sign up for nyhetsbrevet”: two words of English alone, in a row as in the source, and none of them a name."""
    left = english_left(subject)
    if not left:
        return
    pairs = set(pairwise(subject.source_words))
    for at, pair in enumerate(pairwise(words)):
        one, other = (word[0].lower() for word in pair)
        is_english = (one in left and other in left | ALSO_NORDIC) or (other in left and one in ALSO_NORDIC)
        is_left = is_english and (one, other) in pairs and _stands_free(subject, pair[0], pair[1])
        if is_left and _is_no_name(words, at) and pair[1][0].islower():
            yield at, at + 1


def _words_alone(subject: Subject, words: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """“Helikoptre and båter”: one will do of those that are in no name, at the start or between words."""
    left = english_left(subject) & ENGLISH_ALONE
    if "and" in left and not _DUCKS.isdisjoint(subject.source_vocabulary):
        left -= {"and"}
    for at, word in enumerate(words if left else ()):
        around = [words[n] for n in (at - 1, at + 1) if 0 <= n < len(words)]
        said = word[0].lower() if at == 0 and word[0].istitle() else word[0]
        is_left = said in left and _stands_free(subject, word, word) and (at > 0 or len(words) > _RUN)
        if is_left and all(other[0].islower() or other.start() == 0 for other in around):
            yield at, at


def english_left(subject: Subject) -> frozenset[str]:
    """The words of the source that stand in the translation, too, and are no words of a Scandinavian language."""
    if subject.languages[0] != "en" or subject.languages[1] not in _SCANDINAVIAN:
        return frozenset()
    borrowed = BORROWED.get(subject.languages[1], frozenset())
    return (NEVER_NORDIC & subject.target_vocabulary & subject.source_vocabulary) - borrowed


def _stands_free(subject: Subject, first: re.Match[str], last: re.Match[str]) -> bool:
    """No tag, command or brackets around: there, and where its meaning follows, English may be meant."""
    before, behind = subject.target[max(0, first.start() - 3) : first.start()], subject.target[last.end() :]
    return not _MEANT_BEFORE.search(before) and not _MEANT_BEHIND.match(behind)


def _is_no_name(words: list[re.Match[str]], at: int) -> bool:
    """A word in small letters, or the text's first."""
    return words[at][0].islower() or at == 0


def _is_prose(run: list[str]) -> bool:
    """Words of a sentence, and not of a name or a term that stays as it is."""
    small = sum(word in _ENGLISH_SMALL_WORDS for word in run)
    lower = [word for word in run if word.islower()]
    return (len(lower) == _RUN and sum(len(word) > 2 for word in run) >= _RUN - 1) or (len(lower) >= 3 and small >= 2)


def _small_words(subject: Subject, words: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """“og the index endte”: not in “Bank of America”, where small words stand between names."""
    tales = tell_tales(*subject.languages) & subject.source_vocabulary
    for at, word in enumerate(words):
        if word[0] in tales or (word[0] == "The" and "the" in tales and at + 1 < len(words)):
            around = [words[n][0] for n in (at - 1, at + 1) if 0 <= n < len(words)]
            if all(other.islower() for other in around) and not {other.lower() for other in around} <= tales:
                yield at, at
