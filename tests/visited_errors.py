"""Which errors the tests have met, over all processes of a run; `--every-error` fails where one was met by no test."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any

import pytest

from l10n.commands.explain import explanations
from l10n.errors import L10nError

MET: set[str] = set()
_OWN_WORDS = Path(__file__).parents[1] / "docs" / "own_words.py"


UNSTAGED = frozenset(
    {
        "disk-mounted",  # takes a mount, which only root can make
        "put-back-failed",  # takes a disk that dies between two renames
        "model-changed",  # takes another process within the microseconds after an installation
        "process-ended",  # takes the kernel to end a worker for want of memory
        "revision-unreadable",  # takes a git that ends well and writes nonsense
        "form-late",  # takes half a minute of waiting
        "plural-lines-changed",  # met in the tests of the terminal, which break the sentence at its width
    }
)
"""What no test can bring about in reasonable time, and why."""


def quoted() -> set[str]:
    """Errors that tests of other processes look for: by `[id]`, or by a sentence that only this error has."""
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.rglob("test_*.py"))
    found = set()
    for name, raised in runpy.run_path(str(_OWN_WORDS))["errors"]().items():
        pieces = (piece for _, sentence in raised for piece in re.split(r"\{[^}]*\}", sentence))
        if f"[{name}]" in tests or any(len(piece) > 17 and piece.strip(" .:;") in tests for piece in pieces):
            found.add(name)
    return found


def watch() -> None:
    """Note the id of each error that is made from now on."""
    made = L10nError.__init__

    def noted(self: L10nError, id: str, template: str, **rest: Any) -> None:
        MET.add(id)
        made(self, id, template, **rest)

    L10nError.__init__ = noted  # type: ignore[method-assign]


def hand_in(session: pytest.Session) -> None:
    """A worker tells what it has met; the one that collects judges."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["errors"] = sorted(MET)
        return
    unmet = sorted(explanations().keys() - MET - quoted() - UNSTAGED)
    if session.config.getoption("--every-error") and unmet:
        reporter = session.config.pluginmanager.getplugin("terminalreporter")
        reporter.write_line(f"\nNo test met these errors: {', '.join(unmet)}")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
