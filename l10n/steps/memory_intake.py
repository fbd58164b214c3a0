"""Which units of a foreign memory a project takes in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from l10n.formats.tmx import is_writable
from l10n.model.memory_unit import Languages, MemoryUnit

TAKEN, FOREIGN, UNFIT = "taken", "of other languages", "empty, or with characters that XML cannot hold"


def take_in(units: Iterable[MemoryUnit], wanted: Collection[Languages], counts: Counter[str]) -> Iterator[MemoryUnit]:
    """The units that translate one of the `wanted` ways, in their order; `counts` is told what became of each.

    A language of a region counts as the project's own where the project names none: `en-US` is `en`.
    """
    for unit in units:
        languages = _fitting(unit.languages, wanted)
        if languages is None:
            counts[FOREIGN] += 1
        elif not is_writable(unit):
            counts[UNFIT] += 1
        else:
            counts[TAKEN] += 1
            yield unit if languages == unit.languages else replace(unit, languages=languages)


def _fitting(languages: Languages, wanted: Collection[Languages]) -> Languages | None:
    if languages in wanted:
        return languages
    bare = Languages(*(tag.partition("-")[0] for tag in languages))
    ways = (bare, Languages(languages.source, bare.target), Languages(bare.source, languages.target))
    return next((way for way in ways if way in wanted), None)
