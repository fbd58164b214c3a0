"""Files that only save time: each may be deleted at any moment, and one that cannot be trusted knows nothing.

A cache begins with the sha256 of the rest, so that a torn or damaged one is told from a whole one, and with the program
that wrote it. It is not flushed to the disk: what a crash takes away is found out anew.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from l10n import __version__
from l10n.errors import StorageError
from l10n.workspace.locks import private

PRIVATE = ".l10n"
"""The folder of a project that is this machine's own business."""
_LIBRARIES = ("babel-", "jinja2-", "markdown_it_py-", "markupsafe-", "nh3-", "pyyaml-")
"""What is read and built depends on their data and their habits."""
Kept = TypeVar("Kept")


def load(root: Path, name: Path, kind: type[Kept]) -> Kept | None:
    """What this very program kept under that name; None for anything else."""
    try:
        data = (root / PRIVATE / name).read_bytes()
    except OSError:
        return None
    head, _, rest = data.partition(b"\n")
    return _decoded(rest, kind) if head == _head(rest) else None


def _decoded(data: bytes, kind: type[Kept]) -> Kept | None:
    """Without looking for cycles meanwhile: among so many new objects that takes as long as reading them."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    finally:
        if was_enabled:
            gc.enable()


def save(root: Path, name: Path, kept: object) -> None:
    """Keep it for the next run of a project; a disk that has no room for it costs only that run's time."""
    path = root / PRIVATE / name
    rest = msgspec.json.encode(kept)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")  # two processes never write into one
    with contextlib.suppress(OSError, StorageError):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            private(root / PRIVATE)
            temporary.write_bytes(_head(rest) + b"\n" + rest)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


def _head(rest: bytes) -> bytes:
    return hashlib.sha256(program().encode() + b"\0" + rest).hexdigest().encode()


@cache
def program() -> str:
    """This program to the last file, and the libraries that its output depends on."""
    root = Path(__file__).parents[1]
    digest = hashlib.sha256(f"{__version__} {sys.version}".encode())
    digest.update("\0".join(_libraries()).encode())
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            found = os.stat(f"{folder}/{name}")  # noqa: PTH116 - hundreds of files at every start
            digest.update(f"{folder}/{name} {found.st_size} {found.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _libraries() -> Iterator[str]:
    """Where they are and which version; importlib.metadata would say it, and takes as long to import as all of this."""
    for folder in filter(os.path.isdir, sys.path):
        for name in sorted(os.listdir(folder)):  # noqa: PTH208 - plain names are enough
            if name.lower().startswith(_LIBRARIES) and name.endswith("-info"):
                yield f"{folder}/{name}"
