"""Run the benchmarks, record their figures and write docs/benchmarks.md; or hold a run against the record.

    python benchmarks/bench.py [--full] [--only sync,po] [--seed 2]      what `make bench` does
    python benchmarks/bench.py --check [--only sync]                     what `make bench-check` does
    python benchmarks/bench.py --page                                    only the page, from the record

Small sizes take some minutes; --full takes those that the goals speak of, and hours. With another --seed than the
record's nothing is recorded: the figures are only shown.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import guard
import page
import peers
import record
from measure import ROOT
from record import Record
from suite import SUITE, Benchmark

SEED = 1
TRIES = 3
"""So often may a benchmark run before a regression is believed."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", default="", metavar="NAMES", help=f"of {', '.join(SUITE)}; with commas between")
    parser.add_argument("--seed", type=int, default=SEED, help="another number makes another set")
    parser.add_argument("--full", action="store_true", help="the sizes that the goals speak of")
    parser.add_argument("--check", action="store_true", help="compare with the record, and exit with 1 if slower")
    parser.add_argument("--page", action="store_true", help="only write the page anew")
    parser.add_argument("--results", type=Path, default=record.FOLDER, help=argparse.SUPPRESS)
    options = parser.parse_args()
    names = options.only.split(",") if options.only else list(SUITE)
    if unknown := sorted(set(names) - set(SUITE)):
        parser.error(f"there is no benchmark {', '.join(unknown)}; there are {', '.join(SUITE)}")
    if options.check:
        sys.exit(1 if check(names, options.results) else 0)
    if not options.page:
        lacking = measure(names, "full" if options.full else "quick", options.seed, options.results)
    page.write(record.load_all(options.results))
    print(f"Written: {page.PAGE.relative_to(ROOT)}, {page.PICTURE.relative_to(ROOT)}")
    if not options.page and lacking:
        sys.exit(f"Not measured: {', '.join(lacking)}.")


def measure(names: Sequence[str], size: str, seed: int, folder: Path) -> list[str]:
    """Run each, and record it; the names of those whose peers are missing."""
    lacking = []
    for name in names:
        if size == "quick" and SUITE[name].quick is None:
            continue
        if packages := peers.missing(SUITE[name].needs):
            print(f"{name}: a peer is missing; install it: apt-get install {' '.join(packages)}")
            lacking.append(name)
            continue
        found = run(name, size, seed)
        if seed == SEED:
            record.save(found, size, name, folder)
    return lacking


def check(names: Sequence[str], folder: Path) -> list[str]:
    """Regressions, each in one line, printed; benchmarks that have no record are named, and no regression."""
    recorded = record.load_all(folder)["quick"]
    slower: list[str] = []
    for name in names:
        if not SUITE[name].is_guarded:
            continue
        if name not in recorded or peers.missing(SUITE[name].needs):
            print(f"{name}: not compared: {'its peers are missing' if name in recorded else 'nothing is recorded'}")
            continue
        runs: list[Record] = []
        lines = [""]
        while lines and len(runs) < TRIES:
            runs.append(run(name, "quick", SEED))
            lines = list(guard.regressions(recorded[name], runs))
        slower += lines
    print("\n".join(slower) or "Nothing is slower than recorded by more than a quarter.")
    return slower


def run(name: str, size: str, seed: int) -> Record:
    """The record of one run, its circumstances among the conditions."""
    benchmark = SUITE[name]
    arguments = _arguments(benchmark, size, seed)
    command = f"python benchmarks/{benchmark.script} {' '.join(arguments)}"
    print(f"\n{command}    load {os.getloadavg()[0]:.1f}", flush=True)
    before = round(os.getloadavg()[0], 1)
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch, "figures.json")
        program = [sys.executable, str(ROOT / "benchmarks" / benchmark.script), *arguments, "--json", str(out)]
        subprocess.run(program, cwd=ROOT, check=True)
        found: Record = json.loads(out.read_text(encoding="utf-8"))
    found["benchmark"] = name
    found["conditions"] |= {"load before": before, **record.circumstances(command)}
    return found


def _arguments(benchmark: Benchmark, size: str, seed: int) -> list[str]:
    return [*((benchmark.full if size == "full" else benchmark.quick) or ()), f"--seed={seed}"]


if __name__ == "__main__":
    main()
