"""One line on a terminal that tells how far a long run is."""

from __future__ import annotations

import time
from types import TracebackType

from l10n.commands.console import say_over


class Meter:
    """Words done, and words a second since the start. Says nothing where stderr is no terminal."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._words = 0

    def __enter__(self) -> Meter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._words:
            say_over()

    def add(self, words: int) -> None:
        self._words += words
        rate = self._words / max(0.001, time.monotonic() - self._began)
        say_over(f"{self._words:,} words drafted, {rate:,.0f} a second")
