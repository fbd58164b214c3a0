"""A number word that has become another one: nine, seks; second, tredje; half a million, en halv milliard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise

from l10n.checks.bounds import has_bounds
from l10n.checks.contract import Fault, Subject
from l10n.checks.measures import is_same_measure
from l10n.checks.number_marks import MEASURED
from l10n.checks.number_words import counting_words
from l10n.checks.prose import word_set
from l10n.checks.quantities import read
from l10n.checks.quantity import Quantity, is_same
from l10n.checks.spoken_times import says_time
from l10n.model.finding import Severity

_UNLIKE = MEASURED | {"dozen"}
"""Words that make another number of the one beside them."""
_FIRST = {"nb": re.compile(r"først|forrest|1\.|debut|\bén\b|\b1\b|nummer (?:en|ett)|primær|grunn", re.IGNORECASE)}
_FIRST_IN_ENGLISH = word_set("first initial initially early earliest original debut maiden inaugural opening half")
_NOT_FIRST = word_set("other others another half quarter last next again") | counting_words("en")[0].keys()
_NOT_FIRST |= counting_words("en")[1].keys()
_KRONER = word_set("krone kroner krona kronor crowns nok sek dkk")
_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
_LARGE = 10**5
_HALF = Decimal("0.5")


def respelled(subject: Subject) -> Iterator[Fault]:
    """The only number word that went, and the only one that came."""
    source, target = subject.languages
    if not _UNLIKE.isdisjoint(subject.source_vocabulary) or says_any_time(subject):
        return
    cardinals, ordinals = counting_words(target)
    for theirs, ours in zip(counting_words(source), (cardinals, ordinals), strict=True):
        if not ours or theirs.keys().isdisjoint(subject.source_vocabulary):
            continue
        said = [(theirs[word], word) for word in subject.source_words if word in theirs]
        written = [(ours[word], word) for word in subject.target_words if word in ours]
        if ours is ordinals:
            written += _numbered(subject.target_words, cardinals) + _placed(subject.target_vocabulary, ordinals)
        else:
            told = _in_turn(subject.target_words, ordinals)
            said = [(value, word) for value, word in said if value not in told]
        values = [value for value, _ in said]
        if ours is cardinals and len(said) == 2 and [value for value, _ in written] == values[::-1] != values:
            yield from _words_moved(subject)
        digits = set(map(int, re.findall(r"\d{1,3}", subject.source_prose + " " + subject.target_prose)))
        if "decade" in subject.source_vocabulary or "decades" in subject.source_vocabulary:
            written = [(value, word) for value, word in written if value % 10]  # ten years, twenty years
        known = digits | {value for value, _ in written}
        lost = [(value, word) for value, word in said if value not in known]
        new = [(value, word) for value, word in written if value not in values and value not in digits]
        if len(lost) == len(new) == 1 and len(said) == len(written) and not _is_retold(lost[0], new[0], subject):
            word, other = lost[0][1], new[0][1]
            yield Fault(Severity.ERROR, f"“{word}” has become “{other}”.", f"Write the value of “{word}”.")


def became_first(subject: Subject) -> Iterator[Fault]:
    """The only ordinal of the source that has become the first."""
    source, target = subject.languages
    words = [word for word in subject.source_words if word in counting_words(source)[1]]
    if (
        source != "en"
        or target not in _FIRST
        or len(words) != 1
        or not _FIRST_IN_ENGLISH.isdisjoint(subject.source_vocabulary)
    ):
        return
    ordinals = counting_words(target)[1]
    if "første" not in subject.target_vocabulary or not subject.target_vocabulary.isdisjoint(ordinals):
        return
    value = counting_words(source)[1][words[0]]
    cardinal = [word for word, number in counting_words(target)[0].items() if number == value]
    if str(value) not in subject.target_signs and subject.target_vocabulary.isdisjoint(cardinal):
        yield Fault(Severity.ERROR, f"“{words[0]}” has become “første”.", f"Write the value of “{words[0]}”.")


def _in_turn(target: Sequence[str], ordinals: dict[str, int]) -> set[int]:
    """Of every ten people “hver tiende” is one."""
    return {ordinals[word] for before, word in pairwise(target) if before in ("hver", "hvert") and word in ordinals}


def no_longer_first(subject: Subject) -> Iterator[Fault]:
    """The first that has become the second or the third; in Norwegian, “andre” may be others as well."""
    source, target = subject.languages
    if source != "en" or target not in _FIRST or "first" not in subject.source_vocabulary:
        return
    if not subject.source_vocabulary.isdisjoint(_NOT_FIRST):
        return
    if _FIRST[target].search(subject.target_prose):
        return
    words = [*subject.target_words, ""]
    ordinal = counting_words(target)[1]
    new = [
        (before, word)
        for before, word, behind in zip(words, words[1:], words[2:], strict=False)
        if word in ordinal and (behind == "gang" or before in ("den", "det"))
    ]
    if len(new) == 1:
        text = f"“first” has become “{' '.join(new[0])}”."
        yield Fault(Severity.ERROR, text, "Write that it is the first.")


def _numbered(target: Sequence[str], cardinals: dict[str, int]) -> list[tuple[int, str]]:
    """What is third in English is “nummer tre” in a race."""
    return [
        (cardinals[word], f"{before} {word}")
        for before, word in pairwise(target)
        if before == "nummer" and word in cardinals
    ]


def _placed(target: frozenset[str], ordinals: dict[str, int]) -> list[tuple[int, str]]:
    """And “tredjeplass”, which is a word with its ordinal."""
    return [
        (ordinals[word[: -len(place)]], word)
        for word in sorted(target)
        for place in ("plass", "plassen", "plassar")
        if word.endswith(place) and word[: -len(place)] in ordinals
    ]


def _is_retold(lost: tuple[int, str], new: tuple[int, str], subject: Subject) -> bool:
    """Is it the same in another unit, or a bound told from its other side? 14 days, to uker; under ti, høyst ni."""
    if abs(lost[0] - new[0]) == 1 and has_bounds(subject):
        return True
    theirs = [q for q in read(subject.source_prose, subject.source_language) if q.raw.lower() == lost[1]]
    ours = [q for q in read(subject.target_prose, subject.locale) if q.raw.lower() == new[1]]
    texts = subject.source_prose, subject.target_prose
    return any(is_same_measure(one, other, texts, subject.languages) for one in theirs for other in ours)


def other_amount(source: list[Quantity], target: list[Quantity], subject: Subject) -> Iterator[Fault]:
    """An amount in words that tells enough to be missed, and another one: half a million, a dozen, the eighties."""
    if not MEASURED.isdisjoint(subject.source_vocabulary) or is_in_kroner(subject):
        return
    for lost in source:
        slack = lost.value / 4 if "dozen" in lost.raw else 0
        is_part = subject.source_prose.endswith(" of ", 0, lost.span[0])  # a quarter of a million
        is_ordinal = lost.raw[0].isdecimal() and lost.raw.endswith(_ORDINAL_ENDINGS)
        if (
            (lost.is_certain and not is_ordinal)
            or is_part
            or any(is_same(lost, q) or abs(q.value - lost.value) <= slack for q in target)
        ):
            continue
        may_replace = partial(_is_ordinal, language=subject.languages[1]) if is_ordinal else partial(_may_replace, lost)
        new = [q for q in target if may_replace(q) and not any(is_same(other, q) for other in source)]
        if len(new) == 1:
            was, text = lost.raw.rstrip("."), new[0].raw.rstrip(".")
            yield Fault(Severity.ERROR, f"“{was}” has become “{text}”.", f"Write the value of “{was}”.", new[0].span)


def _is_ordinal(new: Quantity, language: str) -> bool:
    return new.raw.lower() in counting_words(language)[1]


def _may_replace(lost: Quantity, new: Quantity) -> bool:
    if new.unit or lost.unit:
        return False
    if lost.value % 1 == _HALF or new.value % 1 == _HALF:
        return lost.value % 1 == new.value % 1 and min(lost.value, new.value) > 1
    if lost.raw.endswith("ties"):
        return new.value % 10 == 0 and (20 <= new.value <= 90 or 1900 <= new.value < 2000)
    if lost.raw == "couple":
        return 3 <= new.value < 100
    if "dozen" in lost.raw:
        return 2 <= new.value < 100
    return lost.value >= _LARGE and new.value >= _LARGE


def is_in_kroner(subject: Subject) -> bool:
    """Is an amount told in the readers' own currency, at a rate that is not known here?"""
    return "kroner" in subject.target_vocabulary and _KRONER.isdisjoint(subject.source_vocabulary)


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
