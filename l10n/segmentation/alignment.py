"""Sentences of a text beside the sentences of its translation, where they can be told apart."""

from __future__ import annotations

import re

from l10n.segmentation.sentences import spans

_DIGITS = re.compile(r"\d+")
_UNSPACED = frozenset({"ja", "zh", "th"})
_SLACK = 2.0
"""A sentence pair may be this much longer or shorter than its paragraph's own ratio; more smells of a slip."""
_TELLING = 30
"""Characters from which on a length says something."""


def sentences(text: str, lang: str) -> list[str]:
    """The sentences, without the white space between them."""
    return [text[start:end] for start, end in spans(text, lang)]


def joined(pieces: list[str], lang: str) -> str:
    """Sentences as one text, in the manner of the language."""
    return ("" if lang.partition("-")[0] in _UNSPACED else " ").join(piece for piece in pieces if piece)


def aligned(source: str, translation: str, source_language: str, locale: str) -> list[str] | None:
    """The translation of each sentence of `source`, or None where they do not clearly stand one to one.

    Clearly: as many sentences, the same digits in each pair, and lengths that go together.
    """
    before, after = sentences(source, source_language), sentences(translation, locale)
    if len(before) != len(after) or not before:
        return None
    ratio = len(translation) / len(source)
    for sentence, its_translation in zip(before, after, strict=True):
        if sorted(_DIGITS.findall(sentence)) != sorted(_DIGITS.findall(its_translation)):
            return None
        skew = len(its_translation) / (len(sentence) * ratio)
        if len(sentence) >= _TELLING and not 1 / _SLACK <= skew <= _SLACK:
            return None
    return after
