"""The project's lock, taken in turns; and what waits for a turn is done together."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Generic, TypeVar

from l10n.errors import ConflictError
from l10n.workspace import Workspace

_TURN = threading.Lock()
"""People on one server take turns here; `l10n` commands and other servers hold the project's own lock."""
_PATIENCE = 5.0
_PAUSE = 0.02

Job = TypeVar("Job")


@contextmanager
def held(workspace: Workspace) -> Iterator[None]:
    """The project, for this writer alone."""
    with _TURN, locked(workspace):
        yield


class Together(Generic[Job]):
    """Jobs that come while another is being done wait, and are then done in one go by the first that gets its turn.

    So a crowd pays for one write and one flush to the disk, and not each for their own (group commit).
    """

    def __init__(self, do: Callable[[list[Job]], None]) -> None:
        self._do = do
        self._waiting = queue.SimpleQueue[Job]()

    def join(self, job: Job, is_done: Callable[[], bool]) -> None:
        """Have the job done, by this thread or by another; it is done when this returns."""
        self._waiting.put(job)
        with _TURN:
            if not is_done():
                self._do([self._waiting.get() for _ in range(self._waiting.qsize())])


@contextmanager
def locked(workspace: Workspace) -> Iterator[None]:
    """Wait for a running command a while, then give up with its sentence."""
    deadline = time.monotonic() + _PATIENCE
    with ExitStack() as stack:
        while True:
            try:
                stack.enter_context(workspace.lock())
                break
            except ConflictError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE)
        yield
