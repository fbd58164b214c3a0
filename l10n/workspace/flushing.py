"""Bringing many files onto the disk at once, so that a power cut finds them whole."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

_FEW = 16
"""From here on one call for the whole file system costs less than one for each file."""


def flush(paths: Sequence[str]) -> None:
    """Files and folders are on the disk when this returns. Raises OSError."""
    if len(paths) <= _FEW:
        for path in paths:
            _flushed(path, os.fsync)
        return
    devices: dict[int, list[str]] = defaultdict(list)
    for path in paths:
        devices[os.stat(path).st_dev].append(path)  # noqa: PTH116 - paths are plain text here: there are very many
    for on_it in devices.values():
        _flushed(on_it[0], _flush_all)


def _flushed(path: str, call: Callable[[int], None]) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        call(descriptor)
    finally:
        os.close(descriptor)


def _flush_all(descriptor: int) -> None:
    """syncfs(2), which Python does not offer; where the system has none, all file systems."""
    import ctypes

    if not (call := _syncfs()):
        os.sync()
    elif call(descriptor):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


@cache
def _syncfs() -> Any:
    import ctypes

    return getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
