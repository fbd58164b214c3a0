"""All checks beside pofilter over many messages: both as their users run them, on the same catalogs.

    python benchmarks/checks_speed.py [--prose FILE.po …] [--messages 100000] [--jobs 2] [--rounds 1] [--json FILE]

The messages are the right texts of the seeded faults and, with --prose, those of the catalogs, each with a number
of its own, so that no two are the same. Every catalog has 2,500 of them. pofilter runs with its own default filters.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from functools import partial
from pathlib import Path

import peers
from measure import ROOT, Result, in_turn, parser, publish, run
from segments import faults_as_segments, many, prose_of, write_catalog

from l10n import plugins
from tests.checks.seeded import seeded_faults

_PER_CATALOG = 2500
_ARTICLE = "---\ntitle: News\n---\nNews.\n"


def main() -> None:
    options = parser(__doc__)
    options.set_defaults(rounds=1)
    options.add_argument("--prose", type=Path, nargs="*", default=[], metavar="PO")
    options.add_argument("--messages", type=int, default=100_000)
    options.add_argument("--jobs", type=int, default=2)
    chosen = options.parse_args()
    program = "from l10n.commands import main; main()"
    ours = [sys.executable, "-c", program, "check", "nb", "--json", f"--jobs={chosen.jobs}"]
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        make_project(project, chosen)
        where = [project / "catalogs/nb/articles", project / "out"]
        theirs = [peers.program("pofilter"), "--language=nb", "--progress=none", *where]
        jobs = {
            "l10n": partial(run, ours, cwd=project, more={"PYTHONPATH": str(ROOT)}, ok=1),  # 1: it found something
            "pofilter": partial(run, theirs, cwd=project),
        }
        costs = in_turn(jobs, chosen.rounds)
    result = Result(job="check", peer="pofilter", ours=costs["l10n"], theirs=costs["pofilter"])
    figures = {name: {"messages a second": chosen.messages / cost.seconds} for name, cost in costs.items()}
    conditions = {"messages": chosen.messages, "checks": len(plugins.names("checks")), "processes": chosen.jobs}
    publish("checks", [result], chosen.json, figures=figures, conditions={**conditions, "rounds": chosen.rounds})


def make_project(project: Path, options: argparse.Namespace) -> None:
    (project / "l10n.toml").write_text("[locales.nb]\n", encoding="utf-8")
    catalogs = project / "catalogs/nb/articles"
    for folder in (catalogs, project / "articles"):
        folder.mkdir(parents=True)
    segments = many([*faults_as_segments(seeded_faults(), wrong=False), *prose_of(options.prose)], options.messages)
    for start in range(0, len(segments), _PER_CATALOG):
        numbered = list(enumerate(segments[start : start + _PER_CATALOG], start))
        write_catalog(catalogs / f"a{start}.po", numbered, "nb")
        (project / f"articles/a{start}.md").write_text(_ARTICLE, encoding="utf-8")


if __name__ == "__main__":
    main()
