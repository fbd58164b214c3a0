"""All checks beside pofilter over many messages: both as their users run them, on the same catalogs.

    python -m benchmarks.checks_speed [--prose FILE.po …] [--messages 100000] [--jobs 2] [--peers FOLDER]

The messages are the right texts of the seeded faults and, with --prose, those of the catalogs, each with a number
of its own, so that no two are the same. Every catalog has 2,500 of them. pofilter runs with its own default filters.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.checks_beside_peers import installed_peers
from benchmarks.segments import faults_as_segments, many, prose_of, write_catalog
from l10n import plugins
from tests.checks.seeded import seeded_faults

_PER_CATALOG = 2500
_ARTICLE = "---\ntitle: News\n---\nNews.\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--prose", type=Path, nargs="*", default=[], metavar="PO")
    parser.add_argument("--peers", type=Path, default=Path(tempfile.gettempdir(), "l10n-benchmark-peers"))
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    binaries = installed_peers(options.peers)
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        make_project(project, options)
        catalogs = project / "catalogs/nb/articles"
        ours = [
            sys.executable,
            "-c",
            "from l10n.commands import main; main()",
            "check",
            "nb",
            "--json",
            f"--jobs={options.jobs}",
        ]
        theirs = [str(binaries / "pofilter"), "--language=nb", "--progress=none", str(catalogs), str(project / "out")]
        seconds = {"l10n check": run(ours, project), "pofilter": run(theirs, project)}
    print(f"{options.messages} messages, {len(plugins.names('checks'))} checks, {options.jobs} processes of ours")
    print(f"load when we began: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for name, (spent, worked) in seconds.items():
        rate = options.messages / spent
        print(f"  {name.ljust(12)} {spent:7.1f} s   {rate:8.0f} messages a second   {worked:7.1f} s of processor time")
    ratios = [theirs / ours for ours, theirs in zip(seconds["l10n check"], seconds["pofilter"], strict=True)]
    print(f"  ratio        {ratios[0]:7.1f}   {ratios[1]:43.1f}")


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


def run(command: list[str], where: Path) -> tuple[float, float]:
    """Seconds on the wall's clock, and of processor time in all its processes. Findings make it exit with 1."""
    start, before = time.perf_counter(), os.times()
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    done = subprocess.run(command, cwd=where, check=False, capture_output=True, env=environment)
    assert done.returncode in (0, 1), done.stderr.decode()
    after = os.times()
    worked = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - start, worked


if __name__ == "__main__":
    main()
