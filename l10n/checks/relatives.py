"""Languages so close that a sentence can be the same in both, or be taken for the other."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from l10n.checks import tokens
from l10n.checks.contract import Subject
from l10n.checks.dictionary import dictionary
from l10n.checks.function_words import only
from l10n.checks.neighbour_words import NOT_BOKMAL
from l10n.checks.prose import word_set

_QUOTED = re.compile(r"«[^«»]*»|\*[^*]+\*|_[^_]+_")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE = re.compile(r"[^\s.!?…][^.!?…]*[.!?…]*")
_UMLAUT = re.compile(r"(?<![\w-])[a-zåäö]*[äö][a-zåäö]*(?!\w)")
_FAMILIES = (
    frozenset({"nb", "nn", "no", "da"}),
    frozenset({"hr", "sr", "bs"}),
    frozenset({"cs", "sk"}),
    frozenset({"id", "ms"}),
    frozenset({"gl", "pt"}),
    frozenset({"nl", "af"}),
)


@lru_cache
def are_relatives(language: str, other: str) -> bool:
    """True for nb and nn, nb and da, cs and sk, and for a language and itself."""
    return language == other or any(language in family and other in family for family in _FAMILIES)


_ALSO_OURS = {
    "nb": word_set("kun blei ho no kor mod nu ad man vart ned opp ei viss"),
    "nn": word_set("kun no mod"),
    "da": word_set("no ej"),
    "sv": word_set("ad no end mod ud"),
}
"""Words that are met in one of them, too, though they are none of its small words."""
_SURELY = {
    "nb": {
        "nn": word_set("ikkje korleis kvifor eg dei kva berre noko frå nokre kven kvar sjølv meir veit vere vore ein"),
        "da": word_set("af hvad nogle noget meget havde mig dig blev bliver sagde hende hvornår mellem"),
        "sv": word_set("och inte också från jag mycket något några hon vad hur"),
    }
}
"""One of them will do in a short text that has no word of its own language alone."""
_NEVER = {
    "nb": {
        "nn": word_set(
            """
            dei deira difor einaste eit enno fleire gjere høyrde ikkje korleis kva kven kvifor meir mogleg mykje
            noko nokon nokre saman sjølv tidlegare vere vore ynskje ynskjer kjem berre
            """
        ),
        "da": word_set(
            """
            af aldrig alligevel altid arbejde arbejder begyndte bliver børn børnene dræbt endnu fejl forældre havde
            hjælp hvad hvornår håber høj høje igen jer kender kræver køkkenet ligeledes læser mulighed måske mænd
            noget nogle oplyser sagde siger spørgsmål sygehus søn tilbage udtaler vejen vejr vigtig virksomhed
            vælgere værre værst åbnede ældre
            """
        ),
        "sv": word_set(
            """
            aldrig berättar bättre började därför döms efter enligt från förra höja inga inte länder människor
            mycket månader många måste nästa någon något några när och också sade större säger sämre söker timmar
            tycker varit varje världen ännu är även över
            """
        ),
    }
}
"""One of them, as it stands, is in no sentence of the language."""
_WITHOUT_UMLAUTS = frozenset({"nb", "nn", "da"})
_UMLAUT_WORD = re.compile(r"(?<![\w-])[A-ZÅÄÖ]?[a-zåäö]*[äö][a-zåäö]*(?!\w)")
_SWEDISH_ENDINGS = ("heten", "erna", "arna", "orna", "ningen", "ningar", "ningarna")
_SHORT = 14
"""Words."""
_SCANDINAVIAN = ("nb", "nn", "da", "sv")
_SURELY_SWEDISH = word_set("och är inte från också sedan något även varit")
"""Each of them is in no sentence of Bokmål or Danish."""
_TELLING = 2
"""So many different words of another, and none that only the own language has."""


def mistaken_relative(vocabulary: frozenset[str], language: str) -> str:
    """The other Scandinavian language that a text is in, by its words; empty where it may be in its own."""
    if language not in _SCANDINAVIAN:
        return ""
    if language in ("nb", "da") and not _SURELY_SWEDISH.isdisjoint(vocabulary):
        return "sv" if only(language, "sv").isdisjoint(vocabulary) else ""
    if len(_anyones(language) & vocabulary) < _TELLING and _sure_ones(language).isdisjoint(vocabulary):
        return ""
    sure = _SURELY.get(language, {}) if len(vocabulary) <= _SHORT else {}
    for other in _SCANDINAVIAN:
        if other != language:
            theirs = _theirs(other, language) & vocabulary
            is_telling = len(theirs) >= _TELLING or not sure.get(other, frozenset()).isdisjoint(vocabulary)
            if is_telling and only(language, other).isdisjoint(vocabulary):
                return other
    return ""


def may_tell_of_relative(language: str) -> Callable[[str], bool]:
    """Says of a token whether there is a word in it without one of which no text is taken for a relative's."""
    if language not in _SCANDINAVIAN:
        return lambda token: False
    telling = _anyones(language) | _sure_ones(language) | _anyones_never(language) | _SURELY_SWEDISH
    has_umlauts = language not in _WITHOUT_UMLAUTS
    return lambda token: (
        not telling.isdisjoint(tokens.words((token,))) or (not has_umlauts and ("ä" in token or "ö" in token))
    )


def word_of_relative(subject: Subject) -> tuple[str, str]:
    """A word that only another Scandinavian language has, and which: `("ikkje", "nn")`; empty where there is none."""
    language = subject.languages[1]
    if language in _WITHOUT_UMLAUTS and (word := _swedish_word(subject)):
        return word, "sv"
    if _anyones_never(language).isdisjoint(subject.target_vocabulary):
        return "", ""
    for other, never in _NEVER[language].items():
        for word in sorted(never & own_words(subject)):
            if re.search(rf"(?<![\w’'-]){word}(?![\w’'-])", subject.target_prose):
                return word, other
    return "", ""


def _swedish_word(subject: Subject) -> str:
    """A word with an ä or ö, which Norwegian and Danish have in names alone: in small letters, or at the very start."""
    text = subject.target_prose
    if "ä" not in text and "ö" not in text:
        return ""
    known = dictionary(subject.locale)
    unsaid = own_words(subject)
    for match in _UMLAUT_WORD.finditer(text):
        word = match[0]
        is_name = word[0].isupper() and (match.start() > 0 or not word.endswith(_SWEDISH_ENDINGS))
        if not is_name and word.lower() in unsaid and not (known and known.has(word)):
            return word
    return ""


@lru_cache
def _anyones_never(language: str) -> frozenset[str]:
    return frozenset().union(*_NEVER.get(language, {}).values())


@lru_cache
def _sure_ones(language: str) -> frozenset[str]:
    return frozenset().union(*_SURELY.get(language, {}).values())


@lru_cache
def _anyones(language: str) -> frozenset[str]:
    return frozenset().union(*(_theirs(other, language) for other in _SCANDINAVIAN if other != language))


@lru_cache
def _theirs(other: str, language: str) -> frozenset[str]:
    everyday = NOT_BOKMAL.get(other, frozenset()) if language == "nb" else frozenset()
    return (only(other, language) | everyday) - _ALSO_OURS[language]


def neighbour_sentence(subject: Subject) -> tuple[str, tuple[int, int]] | None:
    """The first of several sentences that is in another Scandinavian language than the rest, with its place."""
    language = subject.languages[1]
    if language not in _SCANDINAVIAN:
        return None
    has_umlauts = "ä" in subject.target or "ö" in subject.target
    if len(_anyones(language) & subject.target_vocabulary) + has_umlauts < _TELLING:
        return None
    for match in _SENTENCE.finditer(_QUOTED.sub(lambda quoted: " " * len(quoted[0]), subject.target_prose)):
        words = frozenset(word.lower() for word in _WORD.findall(match[0])) - subject.source_vocabulary
        if other := mistaken_relative(words, language):
            return other, match.span()
        if language != "sv" and has_umlauts and _is_swedish(match[0], words, language):
            return "sv", match.span()
    return None


def _is_swedish(sentence: str, words: frozenset[str], language: str) -> bool:
    """By words in small letters with an ä or ö, and Swedish ones without."""
    telling = (set(_UMLAUT.findall(sentence)) & words) | (_theirs("sv", language) & words)
    return len(telling) >= _TELLING and only(language, "sv").isdisjoint(words)


def own_words(subject: Subject) -> frozenset[str]:
    """The words that are nobody else's: no quotation may be in another language, and no word of the source."""
    said = subject.target_vocabulary
    if "«" in subject.target_signs or "*" in subject.target_signs:
        prose = _QUOTED.sub(" ", subject.target)
        said = frozenset(word.lower() for word in _WORD.findall(prose))
    return said - subject.source_vocabulary
