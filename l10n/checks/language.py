"""The text is in the language of its locale, all of it.

    Experts will discuss supply chains. → Eksperter skal drøfte forsyningskjeder.       right
    Experts will discuss supply chains. → Eksperter will discuss supply chains.         wrong: half English
    Experts will discuss supply chains. → Experten werden Lieferketten besprechen.      wrong in Norwegian

Small words are looked at first: a text with its own and none of the source's is in its language. Only where they are
not sure is a detector asked, and never about less than 30 letters. Near relatives (Bokmål, Nynorsk, Danish) are told
apart by words that one alone has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from l10n.checks.clues import Look, Pair
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.danish_spelling import danish_words, has_danish
from l10n.checks.detector import confidence, is_surely
from l10n.checks.dictionary import dictionary
from l10n.checks.english_words import NEVER_NORDIC
from l10n.checks.function_words import knows, only, share, small_words
from l10n.checks.left_standing import EVERYDAY, english_left, left_standing
from l10n.checks.prose import is_technical, word_set
from l10n.checks.relatives import (
    are_relatives,
    may_tell_of_relative,
    mistaken_relative,
    neighbour_sentence,
    own_words,
    word_of_relative,
)
from l10n.checks.tokens import words
from l10n.model.finding import Category, Severity

_SHORTEST = 30
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
_NAME = re.compile(r"(?<!^)(?<![.!?…] )\b[^\W\d_a-zæøåäöüéè][\w’'-]*")
_LINES = 4
"""A text with more line ends is a listing."""
_FEW, _TELLING = 12, 3
"""In a text of few words, so many small words of another language, and none of its own, tell of it."""
_ENOUGH = 0.12
"""A text of which so many words are small words of a language is in it or in a relative of it."""
_HOMOGRAPHS = word_set("to is who an or in at on as if no so all be by me our")
"""“to” is two in Norwegian, “is” ice, and WHO an organization: no sign of English."""
_NORDIC = frozenset({"nb", "nn", "da", "sv"})
_LONGER = 4
"""Letters."""
_GERMAN = 2
"""Of German, so many will do: no other has them."""
_NEIGHBOURS = frozenset({"en", "nb", "da", "sv", "de", "fr", "es", "nl", "fi", "it"})


def find(subject: Subject) -> Iterable[Fault]:
    """Text in another language, a sentence in another language, or words of the source left standing."""
    source, target = subject.languages
    if source == target or subject.source == subject.target or subject.source.count("\n") > _LINES:
        return
    if not are_relatives(source, target):
        fault = _left(subject, source, target)
        if fault:
            yield fault
            return
    other = mistaken_relative(own_words(subject), target)
    if not other and not _is_at_home(subject, target):
        other = _stranger(subject, source, target)
    if not other and (found := neighbour_sentence(subject)):
        other, span = found
        text = f"This reads as {_name(other)}: “{_excerpt(subject.target, span)}”."
        yield Fault(Severity.WARNING, text, f"Write it in {_name(target)}.", span)
    elif other:
        severity = Severity.WARNING if target in _NORDIC and other in _NORDIC else Severity.ERROR
        yield Fault(severity, f"This reads as {_name(other)}.", f"Write it in {_name(target)}.")
    else:
        yield from _strange_word(subject, target)


def _strange_word(subject: Subject, target: str) -> Iterator[Fault]:
    """One word of a neighbour's that the language cannot have."""
    word, other = word_of_relative(subject)
    if not word and target == "nb" and (danish := danish_words(subject)):
        word, other = danish[0], "da"
    if word:
        text = f"“{word}” is {_name(other)}."
        yield Fault(Severity.WARNING, text, f"Write it in {_name(target)}.")


def _tells_of_another(pair: Pair) -> Look:
    """Is there a word in a token that may be another language's?"""
    source, target = pair.source, pair.target
    signs = _signs(source, target) if knows(source) and knows(target) else frozenset()
    strange = signs | EVERYDAY | NEVER_NORDIC
    looks: list[Look] = [lambda token: not strange.isdisjoint(words((token,))), may_tell_of_relative(target)]
    if target == "nb" and source != target:
        looks.append(has_danish(pair.locale))
    return lambda token: any(look(token) for look in looks)


def _may_be_elsewhere(subject: Subject) -> bool:
    """Is it not sure that there are enough words of the target's own, and one that the source's language lacks?"""
    source, target = subject.languages
    if not (knows(source) and knows(target)):
        return True
    vocabulary = subject.target_vocabulary
    own = only(target, source) & vocabulary
    return not own or (len(own) < _ENOUGH * len(subject.target_words) and not _is_at_home(subject, target))


def _left(subject: Subject, source: str, target: str) -> Fault | None:
    """A sentence or words in the source's language."""
    has_more = _may_have_source(subject, source, target)
    if has_more:
        foreign = next(_in_source_language(subject.target_prose, source, target), None)
        if foreign:
            text = f"This reads as {_name(source)}: “{_excerpt(subject.target, foreign)}”."
            return Fault(Severity.ERROR, text, f"Write it in {_name(target)}.", foreign)
    has_more = has_more or not EVERYDAY.isdisjoint(subject.target_vocabulary & subject.source_vocabulary)
    if (has_more or english_left(subject)) and (run := left_standing(subject, has_more=has_more)):
        text = f"Words of the source are left: “{_excerpt(subject.target, run)}”."
        return Fault(Severity.ERROR, text, "Translate them.", run)
    return None


def _may_have_source(subject: Subject, source: str, target: str) -> bool:
    """Is there any sign of the source's language? Without a small word of its own no sentence of it can stand there."""
    if knows(source) and knows(target):
        vocabulary = subject.target_vocabulary
        return not _signs(source, target).isdisjoint(vocabulary) or (
            only(target, source).isdisjoint(vocabulary) and len(vocabulary & subject.source_vocabulary) > 1
        )
    return True


@lru_cache
def _signs(source: str, target: str) -> frozenset[str]:
    return only(source, target) - _HOMOGRAPHS


def _in_source_language(text: str, source: str, target: str) -> Iterator[tuple[int, int]]:
    """The sentences that are surely in the source's language."""
    for match in _SENTENCE.finditer(text):
        words = " ".join(_NAME.sub(" ", match[0]).split())
        letters = sum(char.isalpha() for char in words)
        if letters < _SHORTEST or is_technical(match[0]):
            continue
        if is_surely(words, source, target, 0.9 if letters > 60 else 0.97):
            yield match.span()


def _is_at_home(subject: Subject, target: str) -> bool:
    """Are there enough small words of the target's language? Most texts have so many different ones."""
    if not knows(target):
        return False
    different = len(small_words(target) & subject.target_vocabulary)
    return different >= _ENOUGH * len(subject.target_words) or share(subject.target_words, target) >= _ENOUGH


def _stranger(subject: Subject, source: str, target: str) -> str:
    """A third language, where the target and its relatives are out of the question."""
    vocabulary = subject.target_vocabulary
    if len(vocabulary) <= _FEW and small_words(target).isdisjoint(vocabulary):
        others = (code for code in _NEIGHBOURS if code != source and not are_relatives(code, target))
        met = ((len(small_words(code) & vocabulary - subject.source_vocabulary), code) for code in others)
        few, other = max(met)
        if few >= (_GERMAN if other == "de" else _TELLING):
            return other
    text = " ".join(subject.target_prose[:400].split())
    least = _SHORTEST if small_words(target).isdisjoint(vocabulary) and len(vocabulary) > _TELLING else 2 * _SHORTEST
    if sum(char.isalpha() for char in text) < least or is_technical(text) or _is_in_dictionary(subject):
        return ""
    sure = confidence(text, _NEIGHBOURS | {source, target})
    best = max(sure, key=lambda code: sure[code], default=target)
    if best == source or are_relatives(best, target) or (best == "sv" and target in ("nb", "nn", "da")):
        return ""
    return best if sure.get(best, 0) > 0.95 and is_surely(text, best, target, 0.98) else ""


def _is_in_dictionary(subject: Subject) -> bool:
    """Has the locale's dictionary most of the longer words? It answers at a hundredth of what a detector costs."""
    known = dictionary(subject.locale)
    longer = frozenset(word for word in subject.target_vocabulary if len(word) >= _LONGER)
    return known is not None and len(longer) > _TELLING and len(known.unknown(longer)) * 3 <= len(longer)


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
    clues=Clues(target=_tells_of_another, text=_may_be_elsewhere),
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
        Example(source="We do not know yet.", target="Me veit ikkje enno.", right=False),
        Example(source="They are building railways.", target="Man bygger jernbanerne.", right=False),
        Example(
            source="Experts will discuss supply chains and security.",
            target="Eksperter will discuss supply chains and security.",
            right=False,
        ),
    ),
)
