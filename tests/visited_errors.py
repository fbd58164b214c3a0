"""Which errors the tests have met, over all processes of a run; `--every-error` fails where one was met by no test."""

from __future__ import annotations

from typing import Any

import pytest

from l10n.commands.explain import explanations
from l10n.errors import L10nError

MET: set[str] = set()


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
    unmet = sorted(explanations().keys() - MET)
    if session.config.getoption("--every-error") and unmet:
        reporter = session.config.pluginmanager.getplugin("terminalreporter")
        reporter.write_line(f"\nNo test met these errors: {', '.join(unmet)}")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
