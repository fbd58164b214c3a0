"""The program in a process of its own, for what happens at the edges of a process: streams, signals, limits."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

CLI = Path(__file__).parents[1] / "cli.py"
WHO = {"GIT_AUTHOR_NAME": "Ola Nordmann", "GIT_AUTHOR_EMAIL": "ola@example.org"}


def start(*args: str, cwd: Path, env: Mapping[str, str] | None = None, **more: Any) -> subprocess.Popen[bytes]:
    """Start `l10n ARGS` in a folder, with stdout and stderr as bytes to be read."""
    streams: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
    environment = {**os.environ, **WHO, **(env or {})}
    return subprocess.Popen([sys.executable, CLI, *args], cwd=cwd, env=environment, **{**streams, **more})


def run(*args: str, cwd: Path, env: Mapping[str, str] | None = None, **more: Any) -> tuple[int, bytes, bytes]:
    """Exit code, stdout and stderr of `l10n ARGS`."""
    process = start(*args, cwd=cwd, env=env, **more)
    out, err = process.communicate(timeout=60)
    return process.returncode, out or b"", err or b""
