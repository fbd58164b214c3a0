"""The text is in the language of its locale, all of it.

    Experts will discuss supply chains. → Eksperter skal drøfte forsyningskjeder.       right
    Experts will discuss supply chains. → Eksperter will discuss supply chains.         wrong: half English
    Experts will discuss supply chains. → Experten werden Lieferketten besprechen.      wrong in Norwegian

Texts under 30 letters are not judged; near relatives (Bokmål, Nynorsk, Danish) only by words that one alone has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from l10n.checks.contract import Check, Example, Fault, Subject
from l10n.checks.prose import is_technical, word_set
from l10n.checks.quotes import quotations
from l10n.checks.relatives import are_relatives, mistaken_relative
from l10n.model.finding import Category, Severity

if TYPE_CHECKING:
    from lingua import LanguageDetector

_SHORTEST = 30
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
_NAME = re.compile(r"(?<!^)(?<![.!?…] )\b[^\W\d_a-zæøåäöüéè][\w’'-]*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ASIDE = re.compile(r"\([^()]*\)|\*[^*]+\*|_[^_]+_")
_ENGLISH_SMALL_WORDS = word_set("the that and of with was were is are this from by to on will would has have its as")
_NOT_JOINED = re.compile(r"[/_.:|=<>]")
_LINES = 4
"""A text with more line ends is a listing."""
_RUN = 4
"""So many of the source's words in a row were left, not met by chance."""


def find(subject: Subject) -> Iterable[Fault]:
    """Text in another language, a sentence in another language, or words of the source left standing."""
    source, target = subject.languages
    if source == target or subject.source == subject.target or subject.source.count("\n") > _LINES:
        return
    if not are_relatives(source, target):
        foreign = [
            span for span in _sentences(subject.target_prose) if _is_in(subject.target_prose, span, source, target)
        ]
        if foreign:
            text = f"This reads as {_name(source)}: “{_excerpt(subject.target, foreign[0])}”."
            yield Fault(Severity.ERROR, text, f"Write it in {_name(target)}.", foreign[0])
            return
        if run := _left_standing(subject):
            text = f"Words of the source are left: “{_excerpt(subject.target, run)}”."
            yield Fault(Severity.ERROR, text, "Translate them.", run)
            return
    if other := mistaken_relative(subject.target_prose, target):
        yield Fault(Severity.WARNING, f"This reads as {_name(other)}.", f"Write it in {_name(target)}.")
        return
    if other := _stranger(subject.target_prose, source, target):
        yield Fault(Severity.WARNING, f"This reads as {_name(other)}.", f"Write it in {_name(target)}.")


def _is_in(text: str, span: tuple[int, int], wrong: str, right: str) -> bool:
    """Is this sentence surely in the wrong one of two languages?"""
    words = _without_names(text[slice(*span)])
    letters = sum(char.isalpha() for char in words)
    if letters < _SHORTEST or is_technical(text[slice(*span)]):
        return False
    return _is_surely(words, wrong, right, 0.9 if letters > 60 else 0.97)


_NEIGHBOURS = frozenset({"en", "nb", "da", "sv", "de", "fr", "es", "nl", "fi", "it"})


def _stranger(text: str, source: str, target: str) -> str:
    """A third language, where the target and its relatives are out of the question."""
    text = " ".join(text[:400].split())
    if sum(char.isalpha() for char in text) < 2 * _SHORTEST or is_technical(text):
        return ""
    confidence = _confidence(text, _NEIGHBOURS | {source, target})
    best = max(confidence, key=lambda code: confidence[code], default=target)
    if best == source or are_relatives(best, target) or (best == "sv" and target in ("nb", "nn", "da")):
        return ""
    return best if confidence.get(best, 0) > 0.95 and _is_surely(text, best, target, 0.98) else ""


def _is_surely(text: str, language: str, other: str, least: float) -> bool:
    """One of two languages, to the quick detector and then to the slow one, which is asked only on suspicion."""
    pair = frozenset({language, other})
    return all(_confidence(text, pair, thorough=thorough).get(language, 0) > least for thorough in (False, True))


def _left_standing(subject: Subject) -> tuple[int, int] | None:
    """A run of the source's own words. Quotations, brackets and emphasis may hold it: a work's title, a term."""
    if is_technical(subject.target):
        return None
    aside = [(q.start, q.end) for q in quotations(subject.target_prose)[0]]
    aside += [match.span() for match in _ASIDE.finditer(subject.target)]
    source = [word.casefold() for word in _WORD.findall(subject.source_prose)]
    runs = {tuple(source[i : i + _RUN]) for i in range(len(source) - _RUN + 1)}
    words = list(_WORD.finditer(subject.target_prose))
    for first in range(len(words) - _RUN + 1):
        run = words[first : first + _RUN]
        if tuple(word[0].casefold() for word in run) not in runs:
            continue
        span = run[0].start(), run[-1].end()
        if _NOT_JOINED.search(subject.target_prose, *span):
            continue
        if _is_prose([word[0] for word in run]) and not any(start < span[0] and span[1] < end for start, end in aside):
            return span
    return None


def _is_prose(run: list[str]) -> bool:
    """Words of a sentence, and not of a name or a term that stays as it is."""
    small = sum(word in _ENGLISH_SMALL_WORDS for word in run)
    lower = [word for word in run if word.islower()]
    return (len(lower) == _RUN and sum(len(word) > 2 for word in run) >= _RUN - 1) or (len(lower) >= 3 and small >= 2)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _SENTENCE.finditer(text))


def _without_names(text: str) -> str:
    return " ".join(_NAME.sub(" ", text).split())


def _confidence(text: str, languages: frozenset[str], *, thorough: bool = False) -> dict[str, float]:
    detector = _detector(languages, thorough)
    if detector is None:
        return {}
    found = detector.compute_language_confidence_values(text)
    return {value.language.iso_code_639_1.name.lower(): value.value for value in found}


@lru_cache
def _detector(languages: frozenset[str], thorough: bool) -> LanguageDetector | None:
    """A detector for a closed set; None where lingua knows fewer than two of them.

    The thorough one takes over a second to load, the other a tenth of that.
    """
    from lingua import IsoCode639_1, Language, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, code.upper(), None) for code in sorted(languages)]
    known = [Language.from_iso_code_639_1(code) for code in codes if code is not None]
    if len(known) < 2:
        return None
    builder = LanguageDetectorBuilder.from_languages(*known)
    return builder.build() if thorough else builder.with_low_accuracy_mode().build()


def _excerpt(text: str, span: tuple[int, int]) -> str:
    words = " ".join(text[slice(*span)].split())
    return words if len(words) <= 60 else words[:57] + "…"


def _name(language: str) -> str:
    from l10n.model.locale import facts

    return facts(language).english_name


check = Check(
    "language",
    "The text is in the language of its locale, all of it.",
    find,
    category=Category.UNTRANSLATED,
    about=(
        "A sentence left in the source language, words of it left standing, or a text in another language "
        "altogether. Texts under 30 letters are not judged, quotations and names are left out, and near relatives "
        "(Bokmål, Nynorsk, Danish) are told apart only by words that one of them alone has."
    ),
    examples=(
        Example(
            source="Experts will discuss supply chains and security.",
            target="Eksperter skal drøfte forsyningskjeder og sikkerhet.",
            right=True,
        ),
        Example(
            source="Experts will discuss supply chains and security.",
            target="Eksperter will discuss supply chains and security.",
            right=False,
        ),
    ),
)
