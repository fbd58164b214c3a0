"""Interrupts (Ctrl-C), held back while half of something is done."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold an interrupt (Ctrl-C) back until the block is done, so that it ends between two writes."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread hears of interrupts
        return
    held: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: held.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if held:
        signal.raise_signal(signal.SIGINT)
