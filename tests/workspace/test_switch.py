"""A folder changes in one step: who reads it sees the old one or the new one, and a kill leaves either."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from l10n.workspace import switch as module
from l10n.workspace.switch import recover, switch

ROOT = Path(__file__).parents[2]


def fill(folder: Path, text: str) -> dict[str, Path]:
    """Two files in a folder beside the one they are for, which say the same."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("one", "two"):
        (folder / name).write_text(text, encoding="utf-8")
    return {"one": folder / "one", "deep/two": folder / "two"}


def seen(folder: Path) -> set[str]:
    """What both files of the folder say, of the folder as it is at one moment."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        found = set()
        for name in ("one", "deep/two"):
            with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=descriptor), encoding="utf-8") as file:
                found.add(file.read())
        return found
    finally:
        os.close(descriptor)


def test_a_reader_never_sees_a_mixture(tmp_path: Path) -> None:
    target = tmp_path / "site"
    switch(target, fill(tmp_path / "0", "0"))
    mixtures: list[set[str]] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                found = seen(target)
            except FileNotFoundError:
                continue  # the folder that was open is being removed: the reader would open it again
            if len(found) != 1:
                mixtures.append(found)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(1, 60):
            switch(target, fill(tmp_path / str(number), str(number)))
            assert target.is_dir()
    finally:
        stop.set()
        reader.join()
    assert not mixtures
    assert seen(target) == {"59"}
    assert not list(tmp_path.glob(".*"))


def test_where_the_system_cannot_exchange_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_renameat2", lambda one, other: False)
    target = tmp_path / "site"
    for number in range(3):
        switch(target, fill(tmp_path / str(number), str(number)))
        assert seen(target) == {str(number)}
    assert not list(tmp_path.glob(".*"))
    target.rename(tmp_path / ".site.old")  # as a kill between the two would leave it
    recover(target)
    assert seen(target) == {"2"}


def test_a_kill_at_any_moment_leaves_one_or_the_other(tmp_path: Path) -> None:
    target = tmp_path / "site"
    switch(target, fill(tmp_path / "0", "0"))
    script = (
        "import sys; from pathlib import Path; from l10n.workspace.switch import switch\n"
        "print('ready', flush=True)\n"
        "n = 1\n"
        "while True:\n"
        "    source = Path(sys.argv[1])\n"
        "    for name in ('one', 'two'): (source / name).unlink(missing_ok=True); (source / name).write_text(str(n))\n"
        "    switch(Path(sys.argv[2]), {'one': source / 'one', 'deep/two': source / 'two'}); n += 1\n"
    )
    for moment in range(8):
        source = tmp_path / f"k{moment}"
        source.mkdir()
        process = subprocess.Popen(
            [sys.executable, "-c", script, str(source), str(target)], cwd=ROOT, stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(0.005 + 0.011 * moment)
        process.kill()
        process.wait()
        recover(target)
        assert len(seen(target)) == 1
    switch(target, fill(tmp_path / "last", "last"))
    assert seen(target) == {"last"}
    assert not list(tmp_path.glob(".*"))
