"""Atoms that no mask carries through: left out, and put back beside the words that the engine aligned them with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from l10n.engines.bare import Bare
from l10n.engines.contract import Draft

NOTE = "placeholder placed by alignment; check where it stands"


def without_atoms(bare: Bare) -> str | None:
    """The text without its atoms, or None where one is no word of its own between blanks (`({n})`, `{a}{b}`)."""
    pieces = bare.between()
    rest = "".join(pieces)
    last = len(pieces) - 1
    for at, piece in enumerate(pieces):
        is_apart_before = at == 0 or piece.startswith(" ") or (at == last and not piece)
        is_apart_after = at == last or piece.endswith(" ") or (at == 0 and not piece)
        if not (is_apart_before and is_apart_after):
            return None
    return " ".join(rest.split()) if rest.split() and "\n" not in rest else None


def projected(bare: Bare, draft: Draft) -> Draft | None:
    """The draft of `without_atoms(bare)` with the atoms in it, or None where it has no alignment.

    An atom follows the last of the words that were made of the word before it.
    """
    if not draft.alignment:
        return None
    plain = "".join(bare.between()).split()
    words = draft.text.split()
    by_word = _by_word(draft, plain)
    behind: list[list[str]] = [[] for _ in range(len(words) + 1)]
    seen = 0
    for before, atom in zip(bare.between(), bare.atoms, strict=False):
        seen += len(before.split())
        place = max((target for source, target in by_word if source == seen), default=seen)
        behind[min(place, len(words))].append(bare.text[atom.start : atom.end])
    out = [*behind[0]]
    for word, atoms in zip(words, behind[1:], strict=True):
        out += [word, *atoms]
    return replace(draft, text=" ".join(out), notes=(*draft.notes, NOTE))


def _by_word(draft: Draft, plain: Sequence[str]) -> list[tuple[int, int]]:
    """The alignment by numbers of words, the first being 1."""
    source, target = " ".join(plain), draft.text
    return [(len(source[:one].split()) + 1, len(target[:other].split()) + 1) for one, other in draft.alignment]
