"""Work in copies of this process: what is answered, and what becomes of a copy that comes to grief."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from l10n.workspace.forked import share_out


def test_each_share_is_answered_in_order_however_long_it_is() -> None:
    assert share_out(3, lambda number: bytes([number]) * 200_000) == [bytes([at]) * 200_000 for at in range(3)]


def test_a_copy_that_comes_to_grief_has_no_answer_and_the_others_have_theirs() -> None:
    here = os.getpid()

    def work(number: int) -> bytes:
        if number == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        if number == 2:
            raise ValueError
        return b"done"

    assert share_out(4, work) == [b"done", b"done"]
    assert os.getpid() == here


def test_where_our_own_share_fails_no_copy_goes_on() -> None:
    def work(number: int) -> bytes:
        if number == 0:
            raise KeyboardInterrupt
        time.sleep(60)
        return b""

    before = _children()
    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        share_out(3, work)
    assert time.monotonic() - start < 30
    assert _children() == before


def _children() -> set[str]:
    """The processes that this one has begun; other tests of the same run may have left some."""
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split())
