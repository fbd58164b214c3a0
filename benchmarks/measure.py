"""What all benchmarks share: runs in turn, what each cost, and the figures as JSON.

    costs = in_turn({"l10n": ours, "msgcat": theirs}, rounds=3)       A B A B A B, the median of each
    results = [Result(job="read and write", peer="msgcat", ours=costs["l10n"], theirs=costs["msgcat"])]
    publish("po", results, options.json, conditions={"messages": 100_000})

A cost has the time by the clock, the time that processors were busy (which hardly depends on what else the machine
does), and the memory of the largest process. Ratios say how many times as long the peer takes.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(1, str(ROOT))  # what is measured is the checkout that the benchmark stands in
CLI = [sys.executable, str(ROOT / "cli.py")]


_WATCH = """
import os, sys, time
start = time.perf_counter()
nowhere = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0), (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
pid = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=nowhere)
_, status, used = os.wait4(pid, 0)
seconds = time.perf_counter() - start
print([os.waitstatus_to_exitcode(status), seconds, used.ru_utime + used.ru_stime, used.ru_maxrss])
"""
# Between us and what is measured: a new process begins with the peak of the one it comes from, so that must be small.


@dataclass(frozen=True)
class Cost:
    """What a command took, from the start of its program to its end."""

    seconds: float
    busy: float
    megabytes: float


@dataclass(frozen=True, kw_only=True)
class Result:
    """One job, done by us and by a peer in the same run."""

    job: str
    peer: str
    ours: Cost
    theirs: Cost

    @property
    def ratio(self) -> float:
        """How many times as long the peer takes, by the clock."""
        return self.theirs.seconds / self.ours.seconds

    @property
    def busy_ratio(self) -> float | None:
        """The same by the time that processors were busy; None where that is too short to be measured."""
        return self.theirs.busy / self.ours.busy if min(self.ours.busy, self.theirs.busy) >= 0.01 else None


def parser(doc: str | None) -> argparse.ArgumentParser:
    """The options that every benchmark has."""
    made = argparse.ArgumentParser(description=(doc or "").partition("\n")[0])
    made.add_argument("--seed", type=int, default=1, help="another number makes another set")
    made.add_argument("--rounds", type=int, default=3, help="how often each job is run, in turn with the others")
    made.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    return made


def run(
    command: Sequence[str | Path], *, cwd: Path | None = None, more: Mapping[str, str] | None = None, ok: int = 0
) -> Cost:
    """Run a command, its output thrown away. `more` is added to its environment; exit codes above `ok` end the run."""
    words = [str(part) for part in command]
    watch = [sys.executable, "-S", "-E", "-c", _WATCH, *words]
    environment = {**os.environ, **(more or {})}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody compiles his programs anew at each start
    done = subprocess.run(watch, cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    code, seconds, busy, kilobytes = json.loads(done.stdout)
    assert 0 <= code <= ok, f"{' '.join(words)[:300]} ended with {code}: {done.stderr[-2000:]}"
    return Cost(seconds, busy, kilobytes / 1024)


def in_turn(jobs: Mapping[str, Callable[[], Cost]], rounds: int) -> dict[str, Cost]:
    """Each job once, then each again: what slows the machine for a while slows them all. Medians by name."""
    taken: dict[str, list[Cost]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            taken[name].append(job())
    return {name: median(costs) for name, costs in taken.items()}


def median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        statistics.median(cost.seconds for cost in costs),
        statistics.median(cost.busy for cost in costs),
        statistics.median(cost.megabytes for cost in costs),
    )


def publish(
    benchmark: str,
    results: Sequence[Result],
    path: Path | None,
    *,
    figures: Mapping[str, Mapping[str, float]] | None = None,
    conditions: Mapping[str, Any],
) -> None:
    """Print the results, and write them as JSON where a path is given.

    `figures` are those that have no peer: what they are of, and each by its name.
    """
    for one in results:
        busy = f"{one.busy_ratio:9.2f}" if one.busy_ratio else " " * 9
        print(
            f"{one.job:34} {one.ours.seconds:9.3f} s {one.ours.megabytes:6.0f} MB   "
            f"{one.peer:22} {one.theirs.seconds:9.3f} s {one.theirs.megabytes:6.0f} MB   {one.ratio:8.2f} {busy}"
        )
    for subject, values in (figures or {}).items():
        print(f"{subject:34} {', '.join(f'{name} {_short(value):g}' for name, value in values.items())}")
    if path:
        said = {
            "benchmark": benchmark,
            "results": [_as_json(one) for one in results],
            "figures": {
                subject: {name: _short(value) for name, value in values.items()}
                for subject, values in (figures or {}).items()
            },
            "conditions": {**conditions, "load": round(os.getloadavg()[0], 1)},
        }
        path.write_text(json.dumps(said, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _as_json(one: Result) -> dict[str, Any]:
    return {
        "job": one.job,
        "peer": one.peer,
        "ours": _short(one.ours.seconds),
        "theirs": _short(one.theirs.seconds),
        "ratio": _short(one.ratio),
        "ours_busy": _short(one.ours.busy),
        "theirs_busy": _short(one.theirs.busy),
        "ours_mb": round(one.ours.megabytes),
        "theirs_mb": round(one.theirs.megabytes),
    }


def _short(value: float) -> float:
    """Four digits that count: a measurement has no more."""
    return float(f"{value:.4g}")
