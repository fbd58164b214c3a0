"""Work shared out to copies of this process."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable


def may_fork() -> bool:
    """False where another thread could hold a lock that a copy would wait for for ever, and on systems whose own
    libraries do not bear a fork."""
    threading = sys.modules.get("threading")
    return sys.platform == "linux" and (threading is None or threading.active_count() == 1)


def share_out(jobs: int, work: Callable[[int], bytes]) -> list[bytes]:
    """Have `work(1)` … `work(jobs - 1)` done by copies of this process, while `work(0)` is done here; all answers.

    A copy that came to grief has none: its work is not done.
    """
    copies: list[tuple[int, int]] = []
    try:
        for number in range(1, jobs):
            copies.append(_begin(work, number))
        answers = [work(0), *(_read_all(pipe) for _, pipe in copies)]
    except BaseException:
        for process, _ in copies:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        raise
    finally:
        codes = [_end(process, pipe) for process, pipe in copies]
    return [answer for answer, code in zip(answers, [0, *codes], strict=True) if code == 0]


def _begin(work: Callable[[int], bytes], number: int) -> tuple[int, int]:
    """The number of the process, and where its answer comes from."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    os.close(reading)  # or it would wait for ever to be read, were its parent killed
    code = 1
    try:
        with open(writing, "wb") as pipe:  # noqa: PTH123 - a descriptor has no path
            pipe.write(work(number))
        code = 0
    finally:
        os._exit(code)  # not a word of it: what this process would say at its end is its parent's to say


def _read_all(pipe: int) -> bytes:
    with open(pipe, "rb", closefd=False) as answer:
        return answer.read()


def _end(process: int, pipe: int) -> int:
    os.close(pipe)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
