"""Which numbers and dates of a text changed places: the same facts, said of other things."""

from __future__ import annotations

from collections import Counter

from l10n.segmentation.meaning import WORD, words_and_figures
from l10n.segmentation.same_facts import value


def swapped_facts(before: str, after: str, kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What went and what came between the same two words: “fra 30 til 36” → “fra 36 til 30”.

    Nothing unless all that went somewhere came elsewhere; and nothing where the words moved along with their facts,
    as in “til 36 fra 30”. A fact that stands twice between the same words has no place of its own.
    """
    ours, theirs = _by_place(before, kind), _by_place(after, kind)
    moved = [
        (fact, theirs[place])
        for place, fact in ours.items()
        if place in theirs and value(kind, fact) != value(kind, theirs[place])
    ]
    gone, came = zip(*moved, strict=True) if moved else ((), ())
    same = Counter(value(kind, fact) for fact in gone) == Counter(value(kind, fact) for fact in came)
    return (gone, came) if same else ((), ())


def _by_place(text: str, kind: str) -> dict[tuple[str, str], str]:
    """Each figure of this kind by the word before and the one after it, where that place is the only one."""
    tokens = [(WORD, ""), *words_and_figures(text), (WORD, "")]
    places: dict[tuple[str, str], str] = {}
    twice: set[tuple[str, str]] = set()
    for (_, left), (its_kind, fact), (_, right) in zip(tokens, tokens[1:], tokens[2:], strict=False):
        place = left.casefold(), right.casefold()
        if its_kind == kind:
            twice.update({place} & places.keys())
            places[place] = fact
    return {place: fact for place, fact in places.items() if place not in twice}
