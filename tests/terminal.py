"""The program on a terminal of its own: keys go in, screens come out."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path

from tests.program import CLI, WHO

CLEAR = "\x1b[H\x1b[2J"
READY = "q quit"
"""Stands at the end of every screen that waits for a key."""
_STYLE = re.compile(r"\x1b\[\d*m")
_PATIENCE = 8


class Terminal:
    """`l10n ARGS` on a pseudo-terminal. Use as a context manager: whatever still runs then is killed."""

    def __init__(
        self, *args: str, cwd: Path, env: Mapping[str, str] | None = None, rows: int = 24, columns: int = 80
    ) -> None:
        self._leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.modes = termios.tcgetattr(follower)
        self._follower = follower
        environment = {**os.environ, **WHO, "TERM": "xterm-256color", **(env or {})}
        environment = {name: value for name, value in environment.items() if name not in ("COLUMNS", "LINES")}
        self.process = subprocess.Popen(
            [sys.executable, CLI, *args], cwd=cwd, env=environment, stdin=follower, stdout=follower, stderr=follower,
            start_new_session=True, preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip
        self.raw = ""
        """All that was written so far."""
        self._bytes = b""
        self._seen = 0

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._leader)
        os.close(self._follower)

    @property
    def plain(self) -> str:
        """The same without styles."""
        return _STYLE.sub("", self.raw).replace("\r\n", "\n")

    def until(self, text: str = READY) -> str:
        """What came since the last call, up to this text, without styles."""
        deadline = time.monotonic() + _PATIENCE
        while text not in self.plain[self._seen :]:
            assert time.monotonic() < deadline, f"{text!r} never came; this did:\n{self.plain[self._seen :]}"
            self._read(0.2)
        end = self.plain.index(text, self._seen) + len(text)
        found, self._seen = self.plain[self._seen : end], end
        return found

    def press(self, keys: str, until: str = READY) -> str:
        """Send keys, as fast as a cable does; what came of it."""
        os.write(self._leader, keys.encode())
        return self.until(until)

    def end(self, keys: str = "") -> tuple[int, str]:
        """The exit code, and all that was still said."""
        os.write(self._leader, keys.encode())
        deadline = time.monotonic() + _PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"it does not end; this came:\n{self.plain[self._seen :]}"
            self._read(0.05)
        while self._read(0.05):
            pass
        return self.process.returncode, self.plain[self._seen :]

    def modes_now(self) -> list[object]:
        """How the terminal is set: echo, whole lines."""
        return termios.tcgetattr(self._follower)

    def as_a_shell_leaves_it(self) -> None:
        """Whole lines and echo, as when the program began."""
        termios.tcsetattr(self._follower, termios.TCSANOW, self.modes)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._leader], [], [], seconds)[0]:
            return False
        self._bytes += os.read(self._leader, 65536)
        self.raw = self._bytes.decode("utf-8", "replace")
        return True
