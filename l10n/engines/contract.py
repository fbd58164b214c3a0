"""What every translation engine promises: texts in, as many drafts out, in the same order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from l10n.model.provenance import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a machine made of one text."""

    text: str
    """Empty where the engine could not translate this one; the reason is in `notes`."""
    confidence: float | None = None
    """Mean log-probability a token (≤ 0, natural logarithm), where the engine has one."""
    unknown: tuple[str, ...] = ()
    """Words the engine does not know and passed through."""
    alignment: tuple[tuple[int, int], ...] = ()
    """(place in the source, place in `text`) of words that stand for each other, by their first characters, where
    the engine knows. It serves to put markup back, and is empty in what `translate` returns."""
    notes: tuple[str, ...] = ()
    """What a reviewer should know: what was lost, masked or put back by guess."""
    origin: Origin | None = None
    """Who made it, where it was not the engine that was asked but one that stood in for it."""


class Engine(Protocol):
    """A translator for whole passages. It splits them into sentences itself, if it needs to."""

    name: str

    def origin(self, source: str, target: str) -> Origin:
        """Who a draft in this direction comes from: engine, model, version.

        Raises EngineError, saying what to install, where the direction cannot be translated here.
        """
        ...

    def translate(self, texts: Sequence[str], source: str, target: str, *, keep: Sequence[str] = ()) -> list[Draft]:
        """One draft for each text, in order. Line breaks, blanks at the ends and empty texts survive.

        Terms in `keep` are not to be translated. What protection cost a text stands in its draft's notes.

        Raises EngineError only where nothing can be translated; one bad text yields an empty draft.
        """
        ...

    def close(self) -> None:
        """Let go of processes and memory."""
        ...
