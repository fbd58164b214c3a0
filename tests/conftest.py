"""What all tests share: a project in a temporary folder, the program itself, and honest skips."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from l10n.commands import main
from tests import visited_errors

FIXTURES = Path(__file__).parent / "fixtures"
CAPTURE = FIXTURES / "tokyo-forum.capture.txt"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-skips", action="store_true", help="Fail where a system program is missing (for CI).")
    parser.addoption("--every-error", action="store_true", help="Fail where an error was met by no test (for CI).")


def pytest_configure() -> None:
    visited_errors.watch()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """What a worker of pytest-xdist has met, handed to the process that started it."""
    visited_errors.MET.update(getattr(node, "workeroutput", {}).get("errors", ()))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """`@pytest.mark.needs("msgfmt")` skips by name where the program is missing; in CI it fails instead."""
    for marker in item.iter_markers("needs"):
        for tool in marker.args:
            missing = not Path(tool).exists() if tool.startswith("/") else shutil.which(tool) is None
            if missing and item.config.getoption("--no-skips"):
                pytest.fail(f"{tool} is missing, and CI must not skip", pytrace=False)
            elif missing:
                pytest.skip(f"needs {tool}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """With `--no-skips`, a test that was skipped for any other reason fails the run as well."""
    reporter = session.config.pluginmanager.getplugin("terminalreporter")
    if session.config.getoption("--no-skips") and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    visited_errors.hand_in(session)


@dataclass(frozen=True)
class Result:
    """What a run of the program left: exit code, stdout, stderr."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `l10n ARGS` in this process, as the console script does; `cwd=` says where."""
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Ola Nordmann")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "ola@example.org")

    def run(*args: str | Path, cwd: Path | None = None) -> Result:
        here = Path.cwd()
        capfd.readouterr()
        try:
            os.chdir(cwd or here)
            main([str(arg) for arg in args])
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        finally:
            os.chdir(here)
        captured = capfd.readouterr()
        return Result(code, captured.out, captured.err)

    return run


SETTINGS = """\
article_language = "en"
chrome_language = "nb"

[locales.en]

[locales.nb]
engine = "pseudo"

[locales.nn]
engine = "pseudo"
pivot = "nb"
pivot_state = "translated"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty project with the locales en, nb and nn (drafted by the pseudo engine)."""
    root = tmp_path / "project"
    (root / "articles").mkdir(parents=True)
    (root / "l10n.toml").write_text(SETTINGS, encoding="utf-8")
    return root
