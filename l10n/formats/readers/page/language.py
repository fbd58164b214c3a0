"""Which language a line is in: the article's, or one of the site's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from l10n.errors import InvalidInputError

if TYPE_CHECKING:
    from lingua import Language, LanguageDetector

SCANDINAVIAN = ("nb", "nn", "sv", "da")
MARGIN = 0.4
"""Below it a line's language is not known. Of 209 short headlines and labels none is wrong above 0.3, and one in six
is left unknown at 0.4 (tests/formats/readers/test_language.py)."""
HALF = 0.25
"""Enough of a margin where what stands around a line says the same."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ADDRESS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+")
_NEUTRAL = frozenset({"krone", "kroner", "kronor", "million", "km", "nok", "sek", "dkk"})
"""English writes them as its neighbours do."""
_NOT_ENGLISH = re.compile(r"[æøåäöÆØÅÄÖ]")
_ENOUGH = 0.25
_ONLY_ENGLISH = frozenset(
    """
    the of a and on in with from its their they this that these those was were are has had have been will would who
    what when where why how which it he she we you says said
    """.split()  # noqa: SIM905 - words in lines, not in a column
)
_ONLY_SCANDINAVIAN = frozenset(
    """
    og och på er är av af som det å att i ikke ikkje inte om fra frå från ble blei blev har hos ved vid deg dig
    vi jeg eg jag du här kan skal ska vil ett
    """.split()  # noqa: SIM905 - words in lines, not in a column
)
"""Small words that the other side has not, or hardly."""
_MISTAKEN = 0.6
"""Letters alone take "ask for a lane" for Scandinavian, but never above this."""


def margin(text: str, article_language: str) -> float:
    """From -1, surely Scandinavian, to 1, surely the article's language; 0 where there is nothing to go by.

    Names say nothing of the language around them ("Jonas Gahr Støre told Aftenposten"), so words with a capital
    count only where there are no others. The four Scandinavian languages share one vote: each alone would be
    unsure against its neighbours, all four together would outvote English on "Oil falls". The first word may be a
    name too ("Hurtigposten recommends"): it never makes a line
    Scandinavian whose other words are the article's.
    """
    found = [word for word in _WORD.findall(_ADDRESS.sub(" ", text)) if word.casefold() not in _NEUTRAL]
    words = _without_names(found)
    if not words:
        return 0.0
    score = _margin(words, article_language)
    if score < 0 and (_are_names(found) or _margin(words[1:], article_language) >= MARGIN):
        return 0.0
    return _with_small_words(score, found) if article_language == "en" and -_MISTAKEN < score < MARGIN else score


def _margin(words: list[str], article_language: str) -> float:
    if not words:
        return 0.0
    own = _scores(" ".join(words), (article_language, *SCANDINAVIAN))[article_language]
    others = (1 - own) / 3
    return (own - others) / (own + others)


def _with_small_words(score: float, words: list[str]) -> float:
    """Where the letters say little, small words of one side alone decide.

    A first word with its capital counts among them if no name follows it.
    """
    small = {word for word in words if word.islower()}
    if len(words) > 1 and words[1].islower():
        small.add(words[0].lower())
    english, scandinavian = small & _ONLY_ENGLISH, small & _ONLY_SCANDINAVIAN
    if english and not scandinavian and not any(_NOT_ENGLISH.search(word) for word in small):
        return MARGIN
    return min(score, -MARGIN) if scandinavian and not english else score


def site_language(texts: Iterable[str], votes: Iterable[frozenset[str]], preferred: str) -> str:
    """The Scandinavian language of all chrome together, or English where all of it is known to be.

    Short strings alone cannot be told apart.

    `votes` are the languages that know a wording. The preferred language wins where the page gives no reason
    for another.
    """
    votes = list(votes)
    if votes and all("en" in langs for langs in votes):
        return "en"
    scores = dict.fromkeys(SCANDINAVIAN, 0.0)
    for langs in votes:
        for lang in langs & scores.keys():
            scores[lang] += 1 / len(langs & scores.keys())
    text = " ".join(texts)
    if text:
        weight = min(len(text) / 40, 5)
        for lang, score in _scores(text, SCANDINAVIAN).items():
            scores[lang] += score * weight
    total = sum(scores.values())
    best = max(scores, key=lambda lang: scores[lang])
    if preferred in scores and (total == 0 or scores[best] - scores[preferred] < _ENOUGH * total):
        return preferred
    return best


def _are_names(words: list[str]) -> bool:
    """Two words or more, each with its capital: names, or an English headline; Scandinavian labels do not do that."""
    return len(words) > 1 and all(word[0].isupper() for word in words) and not all(word.isupper() for word in words)


def _without_names(words: list[str]) -> list[str]:
    lower = [word for word in words if word[0].islower()]
    if not lower:
        return words
    if len(lower) >= 2 or _NOT_ENGLISH.search(words[0]):
        return lower
    return [word for i, word in enumerate(words) if i == 0 or word[0].islower()]


def _scores(text: str, tags: tuple[str, ...]) -> dict[str, float]:
    found = _detector(tags).compute_language_confidence_values(text)
    return {value.language.iso_code_639_1.name.lower(): value.value for value in found}


@cache
def _detector(tags: tuple[str, ...]) -> LanguageDetector:
    from lingua import LanguageDetectorBuilder

    return LanguageDetectorBuilder.from_languages(*(_language(tag) for tag in tags)).build()


def _language(tag: str) -> Language:
    from lingua import IsoCode639_1, Language

    code = getattr(IsoCode639_1, tag.partition("-")[0].upper(), None)
    if code is None:
        raise InvalidInputError(
            "capture-language",
            "the language {tag!r} of this project's articles cannot be told from its chrome.",
            tag=tag,
            hint="Bring the article as Markdown: only captures and pages need their language found.",
        )
    return Language.from_iso_code_639_1(code)
