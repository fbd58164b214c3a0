"""What holds units so that they can be found: a file of this machine, or a team's server."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Protocol

from l10n.model.memory_unit import Languages, MemoryUnit


class MemoryStore(Protocol):
    """Units by the file that they stand in."""

    def writing(self) -> AbstractContextManager[None]:
        """All that is written inside is there afterwards, or nothing of it; other writers wait."""

    def places(self) -> dict[str, str]:
        """Name → digest of every file that was read in."""

    def forget(self, names: Iterable[str]) -> None:
        """Take out files with their units, and more if that is cheaper: `places` tells what is left."""

    def add(self, name: str, digest: str, units: Iterable[MemoryUnit]) -> None:
        """Read a file in, however large it is."""

    def exact(self, languages: Languages, text: str) -> list[MemoryUnit]:
        """The units of this very text, by file."""

    def alike(self, languages: Languages, text: str, *, least: float) -> list[MemoryUnit]:
        """The units of the texts that are at least `least` alike, 0 to 1, the closest first; of very many, the most
        alike."""

    def close(self) -> None: ...
