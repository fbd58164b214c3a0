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
from l10n.segmentation.cosmetic import Face, face
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
    """The paragraphs that it continues: the one that was split, or those that were merged."""
    donors: tuple[Message, ...]
    """The paragraphs that `text` was taken from; one that only gave a sentence may live on by itself."""
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
    homes: dict[Face, _Home] = {}
    for paragraph, its_sentences in enumerate(old):
        for number, sentence in enumerate(its_sentences):
            reads = face(sentence)
            homes[reads] = homes[reads]._replace(is_only=False) if reads in homes else _Home(paragraph, number)
    new = [sentences(message.msgid, source_language) for message in added] if homes else []
    found = [[homes.get(face(sentence)) for sentence in row] for row in new]
    _add_alike(found, new, old)
    shares = [_shares(row, its_homes) for row, its_homes in zip(new, found, strict=True)]
    heirs = _heirs(shares)

    def taken_over(index: int, grade: Grade, sources: list[int]) -> Regrouped:
        """The old translations of one new paragraph's sentences, run by run."""
        pieces: list[tuple[str, str]] = []
        is_complete = all(home is not None and home.is_same for home in found[index])
        donors = [paragraph for paragraph in shares[index] if grade is Grade.MERGED or paragraph in sources]
        for paragraph, run in groupby((home for home in found[index] if home), key=lambda home: home.paragraph):
            numbers = [home.sentence for home in run]
            piece = _piece(lost[paragraph], old[paragraph], numbers, source_language, locale)
            if paragraph in donors and piece is not None:
                pieces.append(piece)
                continue
            is_complete = False
            whole = (lost[paragraph].msgid, lost[paragraph].text)
            if paragraph in donors and heirs[paragraph] == index and whole not in pieces:
                pieces.append(whole)  # one half of a split may show the whole old translation, never both
        return Regrouped(
            grade=grade,
            sources=tuple(lost[paragraph] for paragraph in sources),
            donors=tuple(lost[paragraph] for paragraph in donors),
            text=joined([text for _, text in pieces], locale),
            previous=joined([source for source, _ in pieces], source_language),
            is_complete=is_complete,
        )

    graded = _grades([len(message.msgid) for message in lost], [len(message.msgid) for message in added], shares)
    return {index: taken_over(index, grade, sources) for index, (grade, sources) in graded.items()}


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


def _heirs(shares: list[Counter[int]]) -> dict[int, int]:
    """Old paragraph → the new one that holds most of it."""
    heirs: dict[int, int] = {}
    for index, share in enumerate(shares):
        for paragraph, size in share.items():
            if paragraph not in heirs or size > shares[heirs[paragraph]][paragraph]:
                heirs[paragraph] = index
    return heirs


def _grades(
    old_sizes: list[int], new_sizes: list[int], shares: list[Counter[int]]
) -> dict[int, tuple[Grade, list[int]]]:
    """Index of a new paragraph → its grade, and the old ones it continues."""
    parts: Counter[int] = Counter()
    for index, share in enumerate(shares):
        parts.update(paragraph for paragraph, size in share.items() if 2 * size >= new_sizes[index])
    grades: dict[int, tuple[Grade, list[int]]] = {}
    for index, share in enumerate(shares):
        if 2 * share.total() < new_sizes[index]:
            continue
        mostly = [paragraph for paragraph, size in share.items() if 2 * size >= old_sizes[paragraph]]
        most, size = share.most_common(1)[0]
        if len(mostly) >= 2:
            grades[index] = (Grade.MERGED, mostly)
        elif parts[most] >= 2 and 2 * size >= new_sizes[index]:
            grades[index] = (Grade.SPLIT, [most])
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
