"""A word of the source in whose place the translation has another of its kind: a nurse for a doctor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.contract import Fault, Subject
from l10n.checks.kind_table import KindTable, kind_table, shown_by
from l10n.checks.negators import DENYING
from l10n.checks.prose import word_set
from l10n.model.finding import Severity

_TURNING = DENYING["en"] | word_set("less least fewer fewest hardly barely scarcely nearly almost avoid avoided fail")
_TURNING_HERE = DENYING["nb"] | word_set(
    "mindre minst færre færrest neppe knapt nesten lite få unngå unngikk unnlot slutt sluttet heller"
)
"""With one of them, a contrary may well be right: what is not closed is open."""


def rivals(subject: Subject, language: str) -> Iterator[Fault]:
    """Of a kind, the translation lacks one that the source names, and has one that the source does not name.

    It takes exactly one of each: where two are gone, the text was told otherwise.
    """
    table = kind_table(language)
    met = table.words & subject.source_vocabulary if table else None
    if table is None or not met:
        return
    shown = shown_by(subject.target_vocabulary, language)
    if not any(_may_be_lost(word, shown, table, subject) for word in met):
        return
    named = _named(table, subject)
    lost = sorted(named.keys() - shown)
    told: set[str] = set()
    for kind in sorted({table.kind_of[member] for member in lost}):
        member, *others = (one for one in lost if table.kind_of[one] == kind)
        word = named[member]
        if others or word in told or _is_shown(member, word, table, subject) or _is_silent(kind, table, subject):
            continue
        said = _said(kind, named, table, subject)
        if len(said) == 1:
            told.add(word)
            text = f"“{subject.target_prose[slice(*said[0])]}” is not what “{word}” is."
            yield Fault(Severity.WARNING, text, "See that it says what the source says.", said[0])


def _may_be_lost(word: str, shown: frozenset[int], table: KindTable, subject: Subject) -> bool:
    """Does the word, or a phrase with it, name what the translation does not show?"""
    if not shown.issuperset(table.named_by.get(word, ())):
        return True
    if word not in table.naming:
        return False
    return any(
        not shown.issuperset(members) and phrase in subject.source_prose.lower()
        for phrase, members in table.phrases[word]
    )


def _named(table: KindTable, subject: Subject) -> dict[int, str]:
    """The members that the source names, each with the word that does. A phrase names what its words do not."""
    named: dict[int, str] = {}
    text = f" {' '.join(subject.source_words)} "
    for word in sorted(table.phrases.keys() & subject.source_vocabulary):
        for phrase, members in table.phrases[word]:
            if f" {phrase} " in text:
                text = text.replace(f" {phrase} ", " | ")
                named.update(dict.fromkeys(members, phrase))
    for word in sorted(table.named_by.keys() & text.split()):
        named.update(dict.fromkeys(table.named_by[word], word))
    return named


def _is_shown(member: int, word: str, table: KindTable, subject: Subject) -> bool:
    """In more than one word; or the word is a name, and kept."""
    pattern = table.spaced(member, only_said=False)
    if pattern is not None and pattern.search(subject.target_prose):
        return True
    as_name = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", subject.target_prose, re.IGNORECASE)
    return as_name is not None and as_name[0] != word and as_name[0] in subject.source_prose


def _is_silent(kind: int, table: KindTable, subject: Subject) -> bool:
    """Is there a word that turns contraries round, or one with which this kind tells nothing?"""
    if not table.silencers.get(kind, frozenset()).isdisjoint(subject.target_vocabulary):
        return True
    is_turned = not (_TURNING.isdisjoint(subject.source_vocabulary) and _TURNING_HERE.isdisjoint(subject.target_words))
    return kind in table.contrary and is_turned


def _said(kind: int, named: dict[int, str], table: KindTable, subject: Subject) -> list[tuple[int, int]]:
    """Where the translation says members of the kind that the source does not name, and nothing in it explains."""
    text = f" {' '.join(subject.source_words)} "
    found: dict[int, tuple[int, int]] = {}
    for token in dict.fromkeys(subject.target_words):
        members = table.said[token]
        if members.isdisjoint(named):  # else it stands for what the source names, of this kind or another
            place = re.compile(rf"(?<!\w){re.escape(token)}(?!\w)", re.IGNORECASE)
            for member in members.intersection(table.members_of[kind]) - found.keys():
                if match := place.search(subject.target_prose):
                    found[member] = match.span()
    for member in table.members_of[kind]:
        pattern = None if member in named or member in found else table.spaced(member, only_said=True)
        if pattern is not None and (match := pattern.search(subject.target_prose)):
            found[member] = match.span()
    return [
        span for member, span in found.items() if not any(f" {word} " in text for word in table.explained_by[member])
    ]
