"""One line on a terminal that tells how far a long run is."""

from __future__ import annotations

import time
from types import TracebackType

from l10n.commands.console import say_over


class Meter:
    """What is done, and how much a second since the start. Says nothing where stderr is no terminal."""

    def __init__(self, what: str = "words drafted") -> None:
        self._what = what
        self._began = time.monotonic()
        self._done = 0

    def __enter__(self) -> Meter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._done:
            say_over()

    def add(self, count: int) -> None:
        self._done += count
        rate = self._done / max(0.001, time.monotonic() - self._began)
        say_over(f"{self._done:,} {self._what}, {rate:,.0f} a second")
