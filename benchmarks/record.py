"""What was measured, as it is kept: benchmarks/results/{quick,full}/NAME.json."""

from __future__ import annotations

import datetime
import json
import os
import platform
import subprocess
from pathlib import Path
from typing import Any

import peers
from measure import ROOT
from suite import SUITE

FOLDER = ROOT / "benchmarks" / "results"
SIZES = ("full", "quick")

Record = dict[str, Any]
"""`benchmark`, `results`, `figures`, `conditions`, as measure.publish writes them; the machine among the conditions."""


def load_all(folder: Path = FOLDER) -> dict[str, dict[str, Record]]:
    """Size → benchmark → record, in the suite's order; what was never measured is not there."""
    return {
        size: {
            name: json.loads(path.read_text(encoding="utf-8"))
            for name in SUITE
            if (path := folder / size / f"{name}.json").exists()
        }
        for size in SIZES
    }


def save(record: Record, size: str, name: str, folder: Path = FOLDER) -> None:
    path = folder / size / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def circumstances(command: str) -> dict[str, Any]:
    """When, where and of what the figures are."""
    return {
        "command": command,
        "date": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "commit": _commit(),
        "machine": _machine(),
        "peers": peers.versions(),
    }


def _machine() -> dict[str, Any]:
    said = Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").exists() else ""
    models = [line.partition(":")[2].strip() for line in said.splitlines() if line.startswith("model name")]
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return {
        "processor": models[0] if models else platform.processor() or platform.machine(),
        "cores": os.cpu_count(),
        "memory_gb": round(pages * size / 1e9),
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "python": platform.python_version(),
    }


def _commit() -> str:
    """The commit that was measured; "and changes" where the code was another."""
    name = subprocess.run(["git", "rev-parse", "--short=10", "HEAD"], cwd=ROOT, capture_output=True, text=True)
    if name.returncode:
        return "an unknown commit"
    asked = ["git", "diff", "--quiet", "HEAD", "--", "l10n", "benchmarks/*.py"]
    return name.stdout.strip() + (" and changes" if subprocess.run(asked, cwd=ROOT).returncode else "")
