"""The package as strangers get it: a source archive, a wheel from it, and that wheel alone, far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n import __version__
from tests.conftest import CAPTURE

ROOT = Path(__file__).parents[1]
Installed = Callable[..., subprocess.CompletedProcess[str]]
CLIENT = """\
from l10n.checks.contract import Subject

def words(subject: Subject) -> int:
    return len(subject.source.split())

wrong: int = words("not a subject")
"""


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command that knows nothing of the checkout: no path to it, and a language that is asked for."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "LANGUAGE", "LC_ALL")}
    environment = {**kept, "LANG": "C.UTF-8", "PIP_DISABLE_PIP_VERSION_CHECK": "1", **environment}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as pip and pipx build it, from the archive and not from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    packed = run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", folder, cwd=ROOT)
    assert packed.returncode == 0, packed.stderr
    (archive,) = folder.glob("*.tar.gz")
    pip = (sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", folder, archive)
    built = run(*pip, cwd=folder)
    assert built.returncode == 0, built.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the wheel; what it depends on is lent by the environment of the tests."""
    venv = tmp_path_factory.mktemp("elsewhere") / "venv"
    assert run(sys.executable, "-m", "venv", "--without-pip", venv, cwd=venv.parent).returncode == 0
    executable = venv / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", executable, "install", "-q", "--no-deps", "--no-index", wheel)
    installed = run(*pip, cwd=venv.parent)
    assert installed.returncode == 0, installed.stderr
    (site,) = venv.glob("lib/python*/site-packages")
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return executable


@pytest.fixture
def l10n(python: Path, tmp_path: Path) -> Installed:
    """The console script, in a folder of its own."""

    def l10n(*args: str | Path, cwd: Path = tmp_path, **environment: str) -> subprocess.CompletedProcess[str]:
        return run(python.with_name("l10n"), *args, cwd=cwd, **environment)

    return l10n


def test_the_archive_has_what_a_packager_needs(wheel: Path) -> None:
    (archive,) = wheel.parent.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
    assert {"LICENSE", "README.md", "CHANGELOG.md", "Makefile", "requirements/test.txt", "tests/conftest.py"} <= names
    assert not [name for name in names if name.startswith((".venv", ".l10n", "dist/", "site/"))]


@pytest.mark.needs("git")
def test_the_wheel_has_every_file_of_the_package_and_nothing_else(wheel: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "l10n"], cwd=ROOT, capture_output=True, check=True
    )
    with zipfile.ZipFile(wheel) as packed:
        names = {name for name in packed.namelist() if ".dist-info/" not in name}
    assert names == {name for name in listed.stdout.decode().splitlines() if (ROOT / name).exists()}


def test_the_version_is_said_once_and_known_everywhere(l10n: Installed, python: Path, wheel: Path) -> None:
    assert l10n("--version").stdout == f"l10n {__version__}\n"
    code = "import importlib.metadata, l10n; print(importlib.metadata.version('l10n'), l10n.__file__)"
    version, file = run(python, "-c", code, cwd=wheel.parent).stdout.split()
    assert version == __version__
    assert Path(file).is_relative_to(python.parents[1])
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert ("version" in project, project["dynamic"]) == (False, ["version"])


def test_an_article_goes_all_its_way_far_from_the_checkout(l10n: Installed, tmp_path: Path) -> None:
    for command in (
        ("--help",), ("doctor",), ("init", "news", "--locale", "nb"), ("explain", "no-project"), ("completion", "bash"),
    ):  # fmt: skip
        done = l10n(*command)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), (command, done.stderr)
    news = tmp_path / "news"
    for command in (("ingest", CAPTURE), ("extract",), ("sync",), ("check",), ("status",)):
        done = l10n(*command, cwd=news)
        assert done.returncode == 0, (command, done.stderr)
    built = l10n("build", "--gate", "draft=0", cwd=news)
    assert built.returncode == 0, built.stderr
    (page,) = (news / "dist").glob("*/nb/index.html")
    assert "Relaterte artikler" in page.read_text(encoding="utf-8")


def test_it_brings_its_own_norwegian(l10n: Installed) -> None:
    assert "Det er ingen l10n.toml i" in l10n("status", LANG="nb_NO.UTF-8").stderr


def test_it_is_typed(python: Path, tmp_path: Path) -> None:
    (tmp_path / "client.py").write_text(CLIENT, encoding="utf-8")
    mypy = (sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path / "cache", "--python-executable", python)
    said = run(*mypy, "client.py", cwd=tmp_path).stdout
    assert said.splitlines()[0].startswith('client.py:6: error: Argument 1 to "words" has incompatible type "str"')
    assert "Found 1 error in 1 file" in said
