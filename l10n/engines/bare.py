"""A text taken apart: plain words with atoms in them, and the markup that stood around some of the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from l10n.segmentation.placeholders import Kind, Protected, find


@dataclass(frozen=True, slots=True)
class Bare:
    """A text without its markup; its atoms are still in it."""

    text: str
    atoms: tuple[Protected, ...] = ()

    def part(self, start: int, end: int) -> Bare:
        inside = (atom for atom in self.atoms if start <= atom.start and atom.end <= end)
        return Bare(
            self.text[start:end],
            tuple(replace(atom, start=atom.start - start, end=atom.end - start) for atom in inside),
        )

    @property
    def has_words(self) -> bool:
        """False for a number, a lone link, an emoji: what no machine need see."""
        return any(map(str.isalpha, "".join(self.between())))

    def between(self) -> list[str]:
        """The plain text before, between and after the atoms."""
        starts = [0, *(atom.end for atom in self.atoms)]
        ends = [*(atom.start for atom in self.atoms), len(self.text)]
        return [self.text[start:end] for start, end in zip(starts, ends, strict=True)]

    def pieces(self) -> list[Bare]:
        """The same as a row of plain texts and lone atoms."""
        row: list[Bare] = []
        for plain, atom in zip(self.between(), [*self.atoms, None], strict=True):
            row.append(Bare(plain))
            if atom is not None:
                row.append(self.part(atom.start, atom.end))
        return [piece for piece in row if piece.text]


@dataclass(frozen=True, slots=True)
class Mark:
    """Markup around `bare.text[start:end]`."""

    opening: str
    closing: str
    start: int
    end: int


def take_apart(text: str, keep: Sequence[str]) -> tuple[Bare, list[Mark]]:
    """The text without its markup, and its markup. Terms in `keep` are atoms."""
    spans = find(text, keep)
    atoms: list[Protected] = []
    places: dict[int, int] = {}
    plain: list[str] = []
    cursor = length = 0
    for index, span in enumerate(spans):
        plain.append(text[cursor : span.start])
        length += span.start - cursor
        places[index] = length
        if span.kind is Kind.ATOM:
            atoms.append(replace(span, start=length, end=length + span.end - span.start))
            plain.append(text[span.start : span.end])
            length += span.end - span.start
        cursor = span.end
    marks = [
        Mark(text[span.start : span.end], text[spans[span.partner].start : spans[span.partner].end],
              places[index], places[span.partner])
        for index, span in enumerate(spans) if span.kind is Kind.OPEN
    ]  # fmt: skip
    return Bare("".join([*plain, text[cursor:]]), tuple(atoms)), marks
