"""Lingua, asked about closed sets of languages: quick first, thorough on suspicion only."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import LanguageDetector


def is_surely(text: str, language: str, other: str, least: float) -> bool:
    """One of two languages, to the quick detector and then to the slow one."""
    pair = frozenset({language, other})
    return all(confidence(text, pair, thorough=thorough).get(language, 0) > least for thorough in (False, True))


def confidence(text: str, languages: frozenset[str], *, thorough: bool = False) -> dict[str, float]:
    """How sure it is of each language, from 0 to 1; empty where it knows fewer than two of them."""
    detector = _detector(languages, thorough)
    if detector is None:
        return {}
    found = detector.compute_language_confidence_values(text)
    return {value.language.iso_code_639_1.name.lower(): value.value for value in found}


@lru_cache
def _detector(languages: frozenset[str], thorough: bool) -> LanguageDetector | None:
    """The thorough one takes over a second to load, the other a tenth of that."""
    from lingua import IsoCode639_1, Language, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, code.upper(), None) for code in sorted(languages)]
    known = [Language.from_iso_code_639_1(code) for code in codes if code is not None]
    if len(known) < 2:
        return None
    builder = LanguageDetectorBuilder.from_languages(*known)
    return builder.build() if thorough else builder.with_low_accuracy_mode().build()
