"""One direction of Apertium as a pipe that stays open: sentences in, their translations out."""

from __future__ import annotations

import contextlib
import os
import select
import shlex
import subprocess
import time
from collections import deque
from collections.abc import Sequence
from pathlib import Path

from l10n.engines.apertium_stream import END
from l10n.errors import EngineError

_IN_FLIGHT = 8000
"""Bytes sent ahead of their answers: enough to keep all stages busy, too few to fill a pipe (64 KB) and block."""
_FIRST = f"Gratulerer{END}\0".encode()
"""Sent ahead of all else. After some words the tagger judges a few ambiguous ones otherwise for as long as it runs
("Uttrykket 日本語" became "Uttrykt" after "Gratulerer"); from here on it does so always, so a sentence has one draft,
whatever was asked before it. Measured on nob-nno and nob-dan: of 700 sentences in three orders 1 and 2 differed, and
none after this word.
"""
_PATIENCE = 3
_REINSTALL = "Install the pair's Debian package again: it brings the programs along."
_FAULTS = (OSError, TimeoutError, UnicodeDecodeError)


class Pipe:
    """The programs of a mode file, joined, in null-flush mode: a NUL ends a packet and brings its answer at once.

    A process a sentence would take some 300 ms; the open pipe takes 10. A pipe that hangs, dies or answers out of
    step is started anew, and the sentence it failed on gets one more try alone.
    """

    def __init__(self, mode_file: Path, *, timeout: float = 20.0) -> None:
        self._mode = mode_file.stem
        self._timeout = timeout
        self._commands = [_null_flush(command) for command in mode_file.read_text(encoding="utf-8").split("|")]
        self._processes: list[subprocess.Popen[bytes]] = []
        self._received = bytearray()

    def ask(self, packets: Sequence[str]) -> list[str | None]:
        """An answer to each packet (see apertium_stream.py), in order; None where the pipe failed on it twice.

        Raises EngineError after _PATIENCE failures in a row: then it is not the packets' fault.
        """
        answers: list[str | None] = []
        while len(answers) < len(packets):
            answers += self._stream(packets[len(answers) :])
            if len(answers) < len(packets):
                alone = self._stream(packets[len(answers) : len(answers) + 1])
                answers.append(alone[0] if alone else None)
            if answers[-_PATIENCE:] == [None] * _PATIENCE:
                raise EngineError(
                    "apertium-silent", "Apertium's {mode} gives no answers.", mode=self._mode, hint=_REINSTALL
                )
        return answers

    def close(self) -> None:
        """End every process. The next `ask` starts them again."""
        for process in self._processes:
            with contextlib.suppress(OSError):
                process.kill()
        for process in self._processes:
            process.wait()
            for stream in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    if stream:
                        stream.close()
        self._processes = []
        self._received.clear()

    @property
    def pids(self) -> list[int]:
        """Process ids, first to last; empty while nothing runs."""
        return [process.pid for process in self._processes]

    def _start(self) -> None:
        self.close()
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        before: subprocess.Popen[bytes] | None = None
        for command in self._commands:
            try:
                process = subprocess.Popen(  # noqa: S603 - the installed mode file's own programs, no shell
                    command,
                    stdin=before.stdout if before else subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=environment,
                )
            except FileNotFoundError:
                self.close()
                raise EngineError(
                    "apertium-no-program",
                    "Apertium's {mode} needs the program {command}, which is not installed.",
                    mode=self._mode,
                    command=command[0],
                    hint=_REINSTALL,
                ) from None
            if before and before.stdout:
                before.stdout.close()
            self._processes.append(process)
            before = process

    def _stream(self, packets: Sequence[str]) -> list[str]:
        """The answers up to the first packet that the pipe fails on."""
        answers: list[str] = []
        ahead: deque[bytes] = deque()
        rest = deque(packet.encode() + END.encode() + b"\0" for packet in packets)
        in_flight = 0
        try:
            if not self._processes or any(process.poll() is not None for process in self._processes):
                self._start()
                self._send(_FIRST)
                self._receive()
            while ahead or rest:
                while rest and (not ahead or in_flight + len(rest[0]) <= _IN_FLIGHT):
                    self._send(rest[0])
                    in_flight += len(rest[0])
                    ahead.append(rest.popleft())
                answers.append(self._receive())
                in_flight -= len(ahead.popleft())
        except _FAULTS:
            self.close()
        return answers

    def _send(self, packet: bytes) -> None:
        into = self._processes[0].stdin
        assert into is not None  # noqa: S101 - a pipe, see _start
        into.write(packet)
        into.flush()

    def _receive(self) -> str:
        """The next answer, without its END."""
        out = self._processes[-1].stdout
        assert out is not None  # noqa: S101 - a pipe, see _start
        deadline = time.monotonic() + self._timeout
        while b"\0" not in self._received:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([out], [], [], left)[0]:
                raise TimeoutError
            chunk = os.read(out.fileno(), 1 << 16)
            if not chunk:
                raise BrokenPipeError
            self._received += chunk
        answer, _, rest = self._received.partition(b"\0")
        self._received = rest
        text = answer.decode()
        if END not in text:
            raise BrokenPipeError("out of step, or cut off by a stage that died")
        return text.replace(END, "")


def _null_flush(command: str) -> list[str]:
    """A stage of a mode file as the `apertium -z` script would run it: $1 is -g (generate, mark unknown words)."""
    program, *arguments = shlex.split(command.replace("$1", "-g").replace("$2", ""))
    return [program, "-z", *arguments]
