"""Sentences that went from one paragraph to several, or from several to one, and their translations with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from l10n.model.message import Message
from l10n.model.source_change import Grade
from l10n.segmentation.alignment import aligned, joined, sentences
from l10n.segmentation.cosmetic import face
from l10n.segmentation.roles import is_short
from l10n.steps.likeness import LikenessIndex, best_pairs

_ALIKE = 0.6
"""The least share of words that makes a sentence an edited version of another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrouped:
    """What one new paragraph takes over from old ones."""

    grade: Grade
    """SPLIT or MERGED."""
    sources: tuple[Message, ...]
    """The paragraphs that its sentences come from."""
    text: str
    """Their translations, in its own order; empty where it cannot be told which part of a translation is whose."""
    previous: str
    """The source sentences that `text` was made from."""
    is_complete: bool
    """Every sentence of the paragraph has its translation in `text`, and nothing else stands there."""


class _Home(NamedTuple):
    """Where a sentence stood before: which old paragraph, and which sentence of it."""

    paragraph: int
    sentence: int
    is_same: bool = True
    """It reads the same as before; else it is only alike."""
    is_only: bool = True
    """No other old sentence reads like it."""


def regroup(
    lost: Sequence[Message], added: Sequence[Message], *, source_language: str, locale: str
) -> dict[int, Regrouped]:
    """Index in `added` → what it takes over, for paragraphs that were split or merged; others are not listed.

    A paragraph was split when two or more new ones consist mostly of its sentences; merged when a new one holds
    most of two or more old ones. Sentences that several paragraphs had prove nothing, though they travel along.
    """
    old = [sentences(message.msgid, source_language) for message in lost]
    homes: dict[str, _Home] = {}
    for paragraph, its_sentences in enumerate(old):
        for number, sentence in enumerate(its_sentences):
            words = face(sentence).words
            homes[words] = homes[words]._replace(is_only=False) if words in homes else _Home(paragraph, number)
    new = [sentences(message.msgid, source_language) for message in added] if homes else []
    found = [[homes.get(face(sentence).words) for sentence in row] for row in new]
    _add_alike(found, new, old)
    shares = [_shares(sentences_, row) for sentences_, row in zip(new, found, strict=True)]
    result: dict[int, Regrouped] = {}
    for index, (grade, paragraphs) in _grades(lost, added, shares).items():
        pieces: list[tuple[str, str]] = []
        whole = all(home is not None and home.is_same for home in found[index])
        for paragraph, run in groupby((home for home in found[index] if home), key=lambda home: home.paragraph):
            if paragraph not in paragraphs:
                whole = False
                continue
            numbers = [home.sentence for home in run]
            heir = max(range(len(added)), key=lambda i: (shares[i][paragraph], -i))
            piece = _piece(lost[paragraph], old[paragraph], numbers, source_language, locale)
            if piece is None:
                whole = False
                # one half of a split may show the whole old translation, never both
                piece = (lost[paragraph].msgid, lost[paragraph].text) if heir == index else ("", "")
            pieces.append(piece)
        result[index] = Regrouped(
            grade=grade,
            sources=tuple(lost[paragraph] for paragraph in paragraphs),
            text=joined([text for _, text in pieces], locale),
            previous=joined([source for source, _ in pieces], source_language),
            is_complete=whole,
        )
    return result


def _add_alike(found: list[list[_Home | None]], new: list[list[str]], old: list[list[str]]) -> None:
    """Where a sentence was edited while its paragraph was split or merged: its closest unclaimed earlier version."""
    claimed = {home[:2] for row in found for home in row if home}
    touched = {paragraph for paragraph, _ in claimed}
    free = [
        _Home(paragraph, number, is_same=False)
        for paragraph in sorted(touched)
        for number in range(len(old[paragraph]))
        if (paragraph, number) not in claimed
    ]
    missing = [
        (row, at)
        for row, homes in enumerate(found)
        for at, home in enumerate(homes)
        if home is None and not is_short(new[row][at])
    ]
    if not free or not missing:
        return
    index = LikenessIndex([old[home.paragraph][home.sentence] for home in free])
    ranked = [index.ranked(new[row][at], least=_ALIKE) for row, at in missing]
    for asker, candidate in best_pairs(ranked).items():
        row, at = missing[asker]
        found[row][at] = free[candidate]


def _shares(its_sentences: list[str], homes: list[_Home | None]) -> Counter[int]:
    """Old paragraph → how many characters of the new one stood in it."""
    share: Counter[int] = Counter()
    for sentence, home in zip(its_sentences, homes, strict=True):
        if home is not None and home.is_only and " " in sentence.strip():
            share[home.paragraph] += len(sentence)
    return share


def _grades(
    lost: Sequence[Message], added: Sequence[Message], shares: list[Counter[int]]
) -> dict[int, tuple[Grade, list[int]]]:
    """Index in `added` → its grade and the old paragraphs it comes from."""
    parts: Counter[int] = Counter()
    for message, share in zip(added, shares, strict=False):
        parts.update(paragraph for paragraph, size in share.items() if 2 * size >= len(message.msgid))
    grades: dict[int, tuple[Grade, list[int]]] = {}
    for index, share in enumerate(shares):
        mostly = [paragraph for paragraph, size in share.items() if 2 * size >= len(lost[paragraph].msgid)]
        size = len(added[index].msgid)
        if len(mostly) >= 2 and 2 * sum(share.values()) >= size:
            grades[index] = (Grade.MERGED, list(share))
        elif share and 2 * share.most_common(1)[0][1] >= size and parts[share.most_common(1)[0][0]] >= 2:
            grades[index] = (Grade.SPLIT, [share.most_common(1)[0][0]])
    return grades


def _piece(
    message: Message, its_sentences: list[str], numbers: list[int], source_language: str, locale: str
) -> tuple[str, str] | None:
    """(source, translation) of some sentences of an old paragraph, or None where they cannot be told apart."""
    if numbers == list(range(len(its_sentences))):
        return message.msgid, message.text
    translations = aligned(message.msgid, message.text, source_language, locale)
    if translations is None:
        return None
    source = joined([its_sentences[number] for number in numbers], source_language)
    return source, joined([translations[number] for number in numbers], locale)
