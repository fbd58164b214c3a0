"""One key press at a time, as any terminal gives it, over ssh too; or one line, where there are no single keys."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import termios
import tty
from collections.abc import Iterator
from types import TracebackType

from l10n.commands.console import is_dumb

END = ""
"""What is read when nobody is there any more."""
_ESCAPE = "\x1b"
_REST = 0.2
"""Seconds in which the rest of an arrow key comes; a slow line must not make an Up arrow the key A."""


class Keyboard:
    """Reads standard input unbuffered. Use as a context manager: it gives the terminal back as it was."""

    def __init__(self) -> None:
        self._fd = sys.stdin.fileno()
        self._lines_only = is_dumb()
        self._before: list[object] | None = None
        self._is_single = False
        """A shell that stopped us (Ctrl-Z) and goes on with us (`fg`) leaves the terminal to whole lines."""

    def __enter__(self) -> Keyboard:
        if not self._lines_only:
            try:
                self._before = termios.tcgetattr(self._fd)
            except termios.error:
                self._lines_only = True
        self._resumed = signal.signal(signal.SIGCONT, lambda *_: self._single_keys() if self._is_single else None)
        self._single_keys()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._whole_lines()
        signal.signal(signal.SIGCONT, self._resumed)

    def key(self) -> str:
        """The next key: a character, `\\x1b[C` and the like for an arrow, or END.

        Where there are no single keys, the first character of a line: `a` and `approve` are the same.
        """
        if self._lines_only:
            line = self.line("> ")
            return END if line is None else line.strip()[:1] or "\n"
        char = self._char()
        if char != _ESCAPE:
            return char
        while len(char) < 8 and select.select([self._fd], [], [], _REST)[0]:
            char += self._char()
            if (char[-1].isalpha() and char[1:] != "O") or char.endswith("~"):
                break
        return char

    def line(self, prompt: str) -> str | None:
        """What a person writes after the prompt, up to Enter; None where nobody is there any more.

        A line in which Esc was pressed is a line taken back: empty.
        """
        print(prompt, end="", flush=True)
        with self.lent():
            read = b""
            while not read.endswith(b"\n"):
                byte = self._byte()
                if not byte:
                    return None if not read else read.decode("utf-8", "replace")
                read += byte
        written = read.decode("utf-8", "replace").rstrip("\r\n")
        return "" if _ESCAPE in written else written

    @contextlib.contextmanager
    def lent(self) -> Iterator[None]:
        """The terminal as other programs want it, for a while."""
        self._whole_lines()
        try:
            yield
        finally:
            self._single_keys()

    def _char(self) -> str:
        read = self._byte()
        more = {0b110: 1, 0b1110: 2, 0b11110: 3}
        length = next((n for lead, n in more.items() if read and read[0] >> (6 - n) == lead), 0)
        for _ in range(length):
            read += self._byte()
        return read.decode("utf-8", "replace")

    def _byte(self) -> bytes:
        try:
            return os.read(self._fd, 1)
        except OSError:  # the line is cut
            return b""

    def _single_keys(self) -> None:
        if not self._lines_only:
            tty.setcbreak(self._fd, termios.TCSADRAIN)
            self._is_single = True

    def _whole_lines(self) -> None:
        self._is_single = False
        if self._before is not None:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self._fd, termios.TCSADRAIN, self._before)  # type: ignore[arg-type]
