"""What a reviewer should know of a draft: what the machine lost, made up, or did not know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from l10n.engines.contract import Draft
from l10n.model.glossary import Term, TermKind, breaches, kept_terms
from l10n.segmentation.placeholders import difference, find
from l10n.segmentation.printable import one_line

_NUMBER = re.compile(r"\d+(?:[.,\s\u00a0\u202f]\d+)*")
_SIGNS = re.compile(
    r"""
    [0-9\#*]\ufe0f?\u20e3                                                    # 1️⃣
  | [\U0001f1e6-\U0001f1ff]{2}                                              # 🇳🇴
  | (?:[\u2600-\u27bf\U0001f300-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]*\u200d?)+    # 👩🏽‍🔬
  | [\u2066-\u2069\u202a-\u202e]                                           # directions
  | [_{}<>\\|^~*]
    """,
    re.VERBOSE,
)
"""What stays as it is in every language, and no word: emoji, and the signs of names in programs."""
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_OTHER_LETTERS = re.compile(r"[\u0370-\u1cff\u2d00-\u2dff\u3040-\ud7ff]+")
"""Greek to Georgian, Arabic, Chinese: a name or a word that a text in Latin letters speaks of."""
LONGEST = 160


def draft_notes(draft: Draft, text: str, *, source: str, terms: Sequence[Term]) -> list[str]:
    """Notes on one draft, a line each, always in the same words and order.

    `text` is what the machine was given; `source` is the message's own text, which the glossary speaks of.
    """
    return [one_line(" ".join(note.split()), LONGEST) for note in _notes(draft, text, source, terms)]


def _notes(draft: Draft, text: str, source: str, terms: Sequence[Term]) -> Iterator[str]:
    yield from draft.notes
    broken = list(breaches(terms, source, draft.text))
    inflected = set(kept_terms(terms)) - set(kept_terms(broken))
    lost, added = (
        [one for one in them if one not in inflected] for them in difference(text, draft.text, kept_terms(terms))
    )
    numbers = missing_numbers(text, draft.text)
    if lost:
        yield f"lost {', '.join(lost)}"
    if added:
        yield f"added {', '.join(added)}"
    if signs := missing_signs(text, draft.text):
        yield f"sign missing: {' '.join(signs)}"
    if numbers:
        yield f"number missing: {', '.join(numbers)}"
    for term in broken:
        if term.kind is TermKind.PREFERRED:
            yield f"glossary: {term.source} is {term.target}"
        elif term.kind is TermKind.FORBIDDEN:
            yield f"glossary: {term.source} is not {term.target}"
        else:
            yield f"glossary: {term.source} stays as it is"
    words = sorted({word for word in draft.unknown if word.islower()})
    if words:  # a name that no dictionary has is no cause for alarm
        yield f"not in the engine's dictionary: {', '.join(words)}"


def missing_signs(text: str, other: str) -> list[str]:
    """Emoji, signs and words in other letters that `other` has fewer of, sorted; outside of what is protected."""
    text, other = (_without_protected(it) for it in (text, other))
    is_latin = len(_LATIN.findall(text)) > len("".join(_OTHER_LETTERS.findall(text)))
    patterns = [_SIGNS, _OTHER_LETTERS] if is_latin and _LATIN.search(other) else [_SIGNS]
    before, after = (Counter(sign for one in patterns for sign in one.findall(it)) for it in (text, other))
    return sorted((before - after).elements())


def _without_protected(text: str) -> str:
    kept, cursor = "", 0
    for span in find(text):
        kept += text[cursor : span.start] + " "
        cursor = span.end
    return kept + text[cursor:]


def digits(text: str) -> Counter[str]:
    """Numbers by their digits, whichever way they are grouped: 1.8 and 1,8 are alike."""
    return Counter(map(_digits, _NUMBER.findall(text)))


def missing_numbers(text: str, other: str) -> list[str]:
    """Numbers of `text`, as they are written there and in their order, whose digits `other` does not have."""
    there, missing = digits(other), []
    for number in _NUMBER.findall(text):
        if there[_digits(number)]:
            there[_digits(number)] -= 1
        else:
            missing.append(number)
    return missing


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
