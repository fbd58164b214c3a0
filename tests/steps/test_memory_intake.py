"""What a project takes from a foreign memory."""

from __future__ import annotations

from collections import Counter

from l10n.model.memory_unit import Languages, MemoryUnit
from l10n.steps.memory_intake import FOREIGN, TAKEN, UNFIT, take_in


def unit(source: str, target: str, text: str = "Close", translation: str = "Lukk") -> MemoryUnit:
    return MemoryUnit(languages=Languages(source, target), source=text, target=translation)


def test_regions_fit_where_the_project_names_none_and_others_are_counted() -> None:
    wanted = {Languages("en", "nb"), Languages("en", "pt-BR")}
    counts: Counter[str] = Counter()
    offered = [
        unit("en-US", "nb"), unit("en-GB", "pt-BR"), unit("en", "pt-PT"), unit("nb", "en"),
        unit("en", "nb", "Bell\x07", "Bjelle"), unit("en", "nb", "Open", "  "),
    ]  # fmt: skip
    taken = list(take_in(offered, wanted, counts))
    assert [one.languages for one in taken] == [("en", "nb"), ("en", "pt-BR")]
    assert counts == {TAKEN: 2, FOREIGN: 2, UNFIT: 2}
