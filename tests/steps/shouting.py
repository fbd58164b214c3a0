"""A machine for the tests of drafts: what it wrote is seen at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.engines.contract import Draft
from l10n.model.provenance import Origin


class Shouting:
    """Translates by shouting, says how sure it is, and remembers what it was asked."""

    name = "shouting"

    def __init__(self, confidence: float | None = None) -> None:
        self.asked: list[str] = []
        self._confidence = confidence

    def origin(self, source: str, target: str) -> Origin:
        return Origin(engine=self.name, model=f"{source}_{target}", version="1")

    def translate(self, texts: Sequence[str], source: str, target: str, *, keep: Sequence[str] = ()) -> list[Draft]:
        self.asked += texts
        return [Draft(text=text.upper(), confidence=self._confidence) for text in texts]

    def close(self) -> None: ...
