"""How long l10n takes to say something, beside other localization tools and Python itself; and what imports cost.

    python benchmarks/start_up.py [--rounds 11] [--json FILE]

`l10n --help` and `l10n status` on the project that comes with it. Each program is started in turn with the others; the
first round warms the disk and is not counted. What is imported is asked of `python -X importtime`: in each of two
programs the packages that cost a millisecond or more.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from functools import partial

import peers
from measure import CLI, ROOT, Result, in_turn, parser, publish, run

IMPORT = re.compile(r"import time:\s+(\d+) \|\s+\d+ \| +([\w.]+)")
JOBS = {"l10n --help": [*CLI, "--help"], "l10n status": [*CLI, "status"]}


def main() -> None:
    options = parser(__doc__)
    options.set_defaults(rounds=11)
    chosen = options.parse_args()
    theirs = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "pybabel --help": [peers.program("pybabel"), "--help"],
        "pofilter --help": [peers.program("pofilter"), "--help"],
    }
    jobs = {name: partial(run, command, cwd=ROOT) for name, command in {**JOBS, **theirs}.items()}
    in_turn(jobs, 1)
    costs = in_turn(jobs, chosen.rounds)
    results = [Result(job=job, peer=peer, ours=costs[job], theirs=costs[peer]) for job in JOBS for peer in theirs]
    figures = {f"{job}, imports in ms": dict(dearest(command)) for job, command in JOBS.items()}
    publish("start-up", results, chosen.json, figures=figures, conditions={"rounds": chosen.rounds})


def dearest(command: list[str]) -> list[tuple[str, float]]:
    """What the packages that cost most take to import, in milliseconds; Python's own count as one."""
    asked = [command[0], "-X", "importtime", *command[1:]]
    said = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stderr
    spent: Counter[str] = Counter()
    for microseconds, module in IMPORT.findall(said):
        package = module.partition(".")[0]
        spent["Python's own" if package in sys.stdlib_module_names else package] += int(microseconds)
    return [(name, microseconds / 1000) for name, microseconds in spent.most_common() if microseconds >= 1000]


if __name__ == "__main__":
    main()
