"""One direction of Apertium as a pipe that stays open: a sentence in, its translation out."""

from __future__ import annotations

import contextlib
import os
import select
import shlex
import subprocess
import time
from pathlib import Path

from l10n.engines.apertium_stream import END
from l10n.errors import EngineError

_TRIES = 2


class Pipe:
    """The programs of a mode file, joined, in null-flush mode: a NUL ends a packet and brings its answer at once.

    A process a sentence would take some 300 ms; the open pipe takes 10. A pipe that hangs, dies or answers out of
    step is started anew once for each sentence.
    """

    def __init__(self, mode_file: Path, *, timeout: float = 20.0) -> None:
        self._mode = mode_file.stem
        self._timeout = timeout
        self._commands = [_null_flush(command) for command in mode_file.read_text(encoding="utf-8").split("|")]
        self._processes: list[subprocess.Popen[bytes]] = []

    def ask(self, packet: str) -> str | None:
        """The answer to one packet (see apertium_stream.py), or None where the pipe failed on it twice."""
        for _ in range(_TRIES):
            try:
                return self._ask(packet + END).replace(END, "")
            except (OSError, TimeoutError, UnicodeDecodeError):
                self.close()
        return None

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
                    f"Apertium's {self._mode} needs the program {command[0]}, which is not installed.",
                    hint="Install the pair's Debian package again: it brings the programs along.",
                ) from None
            if before and before.stdout:
                before.stdout.close()
            self._processes.append(process)
            before = process

    def _ask(self, packet: str) -> str:
        if not self._processes or any(process.poll() is not None for process in self._processes):
            self._start()
        into, out = self._processes[0].stdin, self._processes[-1].stdout
        assert into is not None and out is not None  # noqa: S101 - both are pipes, see _start
        into.write(packet.encode() + b"\0")
        into.flush()
        answer, end = bytearray(), time.monotonic() + self._timeout
        while not answer.endswith(b"\0"):
            left = end - time.monotonic()
            if left <= 0 or not select.select([out], [], [], left)[0]:
                raise TimeoutError
            chunk = os.read(out.fileno(), 1 << 16)
            if not chunk:
                raise BrokenPipeError
            answer += chunk
        text = answer[:-1].decode()
        if "\0" in text or END not in text:
            raise BrokenPipeError("out of step, or cut off by a stage that died")
        return text


def _null_flush(command: str) -> list[str]:
    """A stage of a mode file as the `apertium -z` script would run it: $1 is -g (generate, mark unknown words)."""
    program, *arguments = shlex.split(command.replace("$1", "-g").replace("$2", ""))
    return [program, "-z", *arguments]
