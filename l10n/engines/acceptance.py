"""What may pass for a translation when it comes from a service that may answer anything."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from l10n.model.glossary import Term, TermKind, breaches, kept_terms
from l10n.segmentation.placeholders import difference, find

if TYPE_CHECKING:
    from lingua import LanguageDetector

_COMMON_WORD = re.compile(r"(?<!\w)[^\W\d_A-Z]{3,}(?!\w)")
_PROSE = 3
"""So many common words make prose, which cannot stay as it is; names and labels may."""
_LONG = 60
"""Letters from which a language is judged."""
_RELATIVES = frozenset({"nb", "nn", "no", "da", "sv"})
"""A detector does not tell these apart surely, and a short text may be the same in two of them."""
_COMMON = frozenset({"en", "nb", "nn", "da", "sv", "de", "fr", "es"})
_GROWTH, _GROWTH_EVER = 3, 60
_SHRINKING = 8


def has_words(text: str, keep: Sequence[str] = ()) -> bool:
    """False for a number, a lone link, an emoji: what need not be sent."""
    cursor, plain = 0, ""
    for span in find(text, keep):
        plain += text[cursor : span.start]
        cursor = span.end
    return any(map(str.isalpha, plain + text[cursor:]))


def longest_answer(text: str) -> int:
    """Characters that a translation of the text may have."""
    return _GROWTH * len(text) + _GROWTH_EVER


def fault(text: str, answer: str, source: str, target: str, keep: Sequence[str] = ()) -> str:
    """What is wrong with an answer, in a few words; empty where it may be used as a draft.

    A term to keep may take an ending: Takaichi’s plan is Takaichis plan.
    """
    lost, added = difference(text, answer)
    terms = [Term(source=word, kind=TermKind.DO_NOT_TRANSLATE) for word in keep]
    lost += kept_terms(breaches(terms, text, answer))
    changes = (("lost", lost), ("added", added))
    changed = "; ".join(f"{verb} {', '.join(them)}" for verb, them in changes if them)
    return plain_fault(text, answer, source, target) if not answer.strip() or not changed else changed


def plain_fault(text: str, answer: str, source: str, target: str) -> str:
    """The same for texts whose placeholders somebody else looks after."""
    if not answer.strip():
        return "the answer is empty"
    if any(0xD800 <= ord(char) <= 0xDFFF for char in answer):
        return "the answer is not Unicode"
    if text.strip().count("\n") != answer.strip().count("\n"):
        return "lines were joined or split"
    if len(answer) > longest_answer(text):
        return "the answer is far too long"
    if _SHRINKING * len(answer) < len(text):
        return "the answer is far too short"
    return _language_fault(text, answer, source, target)


def _language_fault(text: str, answer: str, source: str, target: str) -> str:
    if source == target or {source, target} <= _RELATIVES:
        return ""
    if text.strip() == answer.strip() and len(_COMMON_WORD.findall(text)) >= _PROSE:
        return "the source came back"
    if sum(map(str.isalpha, answer)) < _LONG:
        return ""
    wanted = _RELATIVES if target in _RELATIVES else frozenset({target.partition("-")[0]})
    confidence = _confidence(answer, _COMMON | {source.partition("-")[0], target.partition("-")[0]})
    sure = sum(confidence.get(code, 0.0) for code in wanted)
    return f"the answer is not in {target}" if confidence and sure < 0.05 else ""


def _confidence(text: str, languages: frozenset[str]) -> dict[str, float]:
    """How sure a detector is of each language; empty where it does not know all of them."""
    detector = _detector(languages)
    if detector is None:
        return {}
    found = detector.compute_language_confidence_values(text[:1000])
    return {value.language.iso_code_639_1.name.lower(): value.value for value in found}


@lru_cache
def _detector(languages: frozenset[str]) -> LanguageDetector | None:
    from lingua import IsoCode639_1, Language, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, code.upper(), None) for code in sorted(languages)]
    known = [Language.from_iso_code_639_1(code) for code in codes if code is not None]
    if len(known) < len(codes):
        return None
    return LanguageDetectorBuilder.from_languages(*known).with_low_accuracy_mode().build()
