"""The tutorial, played: its commands run one after another on a terminal, in an empty folder.

python -m tests.docs.tutorial        writes the page anew, with the outputs of today
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import tempfile
import termios
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.docs.typed import ROOT, l10n_on_path

PAGE = ROOT / "docs" / "tutorial.md"
_CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\dZ")
_COMMIT = re.compile(r"(?<=committed   )[0-9a-f]{7}")
_ERASED = re.compile(r"[^\n]*\r\x1b\[K")
"""What a terminal has written over: the line that counts while a command works."""


def played(page: str, folder: Path, path: str) -> str:
    """The page with what its commands show now; `path` is where programs are looked for."""
    home = folder / "home"
    home.mkdir()
    start = folder / "empty"
    start.mkdir()
    environment = {
        "PATH": path,
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TERM": "xterm",
        "NO_COLOR": "1",
        "GIT_CONFIG_NOSYSTEM": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    here = [start]

    def play(block: re.Match[str]) -> str:
        commands = [line.removeprefix("$ ") for line in block[0].split("\n") if line.startswith("$ ")]
        return "".join(f"$ {command}\n{_shown(command, here, environment)}" for command in commands)

    return _CONSOLE.sub(play, page)


def comparable(page: str) -> str:
    """The page without what is another at each time: the time itself, and the commit's name that git makes of it."""
    return _COMMIT.sub("1a2b3c4", _TIME.sub("2026-11-24T12:00Z", page))


def _shown(command: str, here: list[Path], environment: Mapping[str, str]) -> str:
    """What a terminal shows of a command, which may go to another folder. Raises AssertionError where it fails."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    told, tell = os.pipe()
    script = f"{command}\ncode=$?; pwd >&{tell}; exit $code"
    process = subprocess.Popen(
        ["bash", "-c", script],
        cwd=here[-1],
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        pass_fds=(tell,),
    )
    os.close(theirs)
    os.close(tell)
    text = _ERASED.sub("", b"".join(_all_of(ours)).decode().replace("\r\n", "\n"))
    with os.fdopen(told) as folder:
        here.append(Path(folder.read().strip()))
    assert process.wait() == 0, f"$ {command}\n{text}"
    return text


def _all_of(terminal: int) -> Iterator[bytes]:
    try:
        while data := os.read(terminal, 65536):
            yield data
    except OSError:
        pass  # Linux's way to say that nobody holds the other side any more
    finally:
        os.close(terminal)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        text = played(PAGE.read_text(encoding="utf-8"), Path(folder), l10n_on_path(Path(folder)))
    PAGE.write_text(comparable(text), encoding="utf-8")


if __name__ == "__main__":
    main()
