"""What a reviewer should know of a draft: what the machine lost, made up, or did not know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from l10n.engines.contract import Draft
from l10n.model.glossary import Term, TermKind, breaches, kept_terms
from l10n.segmentation.placeholders import difference
from l10n.segmentation.printable import one_line

_NUMBER = re.compile(r"\d+(?:[.,\s\u00a0\u202f]\d+)*")
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
