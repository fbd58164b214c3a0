"""A translation is about as long as its source: nothing was dropped, nothing was added, and labels fit.

a paragraph of five sentences → five sentences       right
a paragraph of five sentences → its first two        wrong: the rest was dropped
Dismiss → Klikk her for å lukke denne meldingen      wrong: no label for a button
"""

from __future__ import annotations

from collections.abc import Iterable

from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.long_names import without_long_names
from l10n.checks.sentence_pairs import both
from l10n.model.finding import Category, Severity

# how much room a text needs, against English: what writes words in few characters says the same in fewer
_DENSITY = {"ja": 0.5, "zh": 0.36, "ko": 0.55, "yue": 0.36, "he": 0.8, "ar": 0.85, "th": 0.95}
_LABELS = frozenset({"button", "badge", "label", "cookie heading"})
_HEADLINES = frozenset({"title", "heading", "card headline"})
_LONG, _BRIEF = 60, 100
"""Shorter texts vary too much to tell that something was dropped."""


def find(subject: Subject) -> Iterable[Fault]:
    """Much shorter or much longer than the source, by role."""
    said = without_long_names(subject.source_prose, subject.target_prose)
    whole, target = _length(subject.source_tokens), _length(subject.target_tokens)
    source = whole if said is subject.source_prose else min(whole, _length(said.split()))
    if not source or not target:
        return
    if not _DENSITY.keys().isdisjoint(subject.languages):
        less, more = (_DENSITY.get(language, 1.0) for language in subject.languages)
        whole, source, target = whole * more, source * more, target * less
    ratio = target / source
    factor, allowance = _ceiling(subject.role)
    if target > factor * whole + allowance:
        text = f"The translation is {ratio:.1f} times as long as the source."
        yield Fault(Severity.WARNING, text, "Shorten it, or see that nothing was added.")
    elif source >= _LONG and (
        ratio < (0.55 if source >= _BRIEF else 0.5) or (ratio < 0.75 and _has_lost_sentence(subject))
    ):
        text = f"The translation has {ratio:.0%} of the length of the source."
        yield Fault(Severity.WARNING, text, "See that no sentence was dropped.")
    elif source < _LONG and target < 0.3 * source - 3:
        yield Fault(
            Severity.WARNING, "The translation is much shorter than the source.", "See that nothing was dropped."
        )


def _may_be_off(subject: Subject) -> bool:
    """Is one text much longer than the other? In scripts that need little room, nobody knows as yet."""
    source, target = len(" ".join(subject.source_tokens)), len(" ".join(subject.target_tokens))
    return not 0.75 * source <= target <= 1.7 * source or not _DENSITY.keys().isdisjoint(subject.languages)


def _length(tokens: list[str]) -> float:
    """Of the text with one blank between two tokens."""
    return sum(map(len, tokens)) + len(tokens) - 1 if tokens else 0


def _ceiling(role: str) -> tuple[float, int]:
    """The most that a text of this role may grow: a factor, and characters on top."""
    if role in _LABELS:
        return 1.8, 12
    if role in _HEADLINES:
        return 1.7, 20
    return 1.7, 40


def _has_lost_sentence(subject: Subject) -> bool:
    theirs, ours = both(subject)
    return len(ours) < len(theirs)


check = Check(
    "length",
    "The translation is about as long as its source, for the role that it plays.",
    find,
    clues=Clues(text=_may_be_off),
    category=Category.OMISSION,
    about=(
        "A long text that lost much of its length lost something that it said; a label that grew does not fit its "
        "place. Scripts that write words in few characters are measured by their own rule, and short texts vary "
        "too much to tell."
    ),
    examples=(
        Example(
            source="The forum opens in Tokyo on Monday. Ministers speak first. Companies answer in the afternoon.",
            target="Forumet åpner i Tokyo mandag. Først taler ministrene. Selskapene svarer om ettermiddagen.",
            right=True,
        ),
        Example(
            source="The forum opens in Tokyo on Monday. Ministers speak first. Companies answer in the afternoon.",
            target="Forumet åpner i Tokyo mandag.",
            right=False,
        ),
        Example(
            source="Avvis",
            target="Click here in order to dismiss this message",
            right=False,
            source_language="nb",
            locale="en",
            role="button",
            domain="chrome",
        ),
    ),
)
