"""The peers: Python ones in a virtual environment of their own, the system's as they are installed.

`prepare()` installs what benchmarks/peers.txt pins into .peers, and l10n with it: drafts are measured in one Python.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable

from measure import ROOT

FOLDER = ROOT / ".peers"
WANTED = ROOT / "benchmarks" / "peers.txt"
SYSTEM = {"msgcat": "gettext", "msgfmt": "gettext", "msgmerge": "gettext", "po4a": "po4a", "git": "git"}
"""Program → Debian package."""


def python() -> str:
    """The Python that has the peers; installed at the first use, and again when peers.txt is another."""
    prepare()
    return str(FOLDER / "bin" / "python")


def program(name: str) -> str:
    """A program that a Python peer brings: pofilter, pybabel …"""
    prepare()
    return str(FOLDER / "bin" / name)


def prepare() -> None:
    installed = FOLDER / "peers.txt"
    if installed.exists() and installed.read_bytes() == WANTED.read_bytes():
        return
    print(f"Installing the Python peers of {WANTED.name} into {FOLDER.name} …", flush=True)
    uv = [sys.executable, "-m", "uv"]
    subprocess.run([*uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(FOLDER)], check=True)
    into = ["--python", str(FOLDER / "bin" / "python")]
    subprocess.run([*uv, "pip", "install", "--quiet", *into, "-r", str(WANTED), "-e", str(ROOT)], check=True)
    shutil.copy(WANTED, installed)


def missing(programs: Iterable[str]) -> list[str]:
    """The Debian packages to install for those of the programs that are not there."""
    return sorted({SYSTEM[name] for name in programs if shutil.which(name) is None})


def versions() -> dict[str, str]:
    """What the peers say that they are."""
    found = {}
    for name in ("msgcat", "po4a", "git"):
        if shutil.which(name):
            said = subprocess.run([name, "--version"], capture_output=True, text=True, check=True).stdout
            found[SYSTEM[name]] = said.split("\n")[0].split()[-1].rstrip(".")
    pins = (line.partition("#")[0].strip().partition("==") for line in WANTED.read_text(encoding="utf-8").splitlines())
    return found | {name: version for name, _, version in pins if name}


def required(*programs: str) -> None:
    """Ends the run with one sentence where a system's peer is missing."""
    if packages := missing(programs):
        raise SystemExit(f"Peers are missing; install them: apt-get install {' '.join(packages)}")
