"""How the cost of each command grows with the number of articles. No peer: l10n beside itself.

    python benchmarks/growth.py [--sizes 200 2000] [--full] [--seed 1] [--json FILE]

A newsroom in one locale, in several sizes (--full adds 20,000 articles). The slope is that of the processor time over
the number of articles, both as logarithms: 1 is linear, 2 is the square. What the command costs on a project of one
article is taken off first, or its start would make every slope look better. Memory is that of the largest process.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from math import log
from pathlib import Path

from measure import CLI, Cost, parser, publish, run
from newsroom import Newsroom, write_project

LOCALE = "nb"


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[200, 2000])
    options.add_argument("--full", action="store_true", help="20,000 articles, too")
    chosen = options.parse_args()
    sizes = [*chosen.sizes, *([20_000] if chosen.full else [])]
    smallest = costs_of(1, chosen.seed)
    costs = {size: costs_of(size, chosen.seed) for size in sizes}
    figures = {}
    for job, least in smallest.items():
        spent = [max(costs[size][job].busy - least.busy, 1e-3) for size in sizes]
        figures[job] = {
            "slope": slope(sizes, spent),
            **{f"s at {size:,}": costs[size][job].busy for size in sizes},
            **{f"MB at {size:,}": round(costs[size][job].megabytes) for size in sizes},
        }
    publish("growth", [], chosen.json, figures=figures, conditions={"articles": sizes, "seed": chosen.seed})


def costs_of(articles: int, seed: int) -> dict[str, Cost]:
    """What each job costs in a newsroom of that size."""
    with tempfile.TemporaryDirectory() as folder:
        return dict(_jobs(Path(folder), Newsroom(seed), articles))


def _jobs(root: Path, room: Newsroom, articles: int) -> Iterator[tuple[str, Cost]]:
    stories = [room.story(number) for number in range(articles)]
    write_project(root, stories, (LOCALE,))

    def l10n(*arguments: str) -> Cost:
        return run([*CLI, "-C", root, *arguments], ok=1)

    l10n("extract")
    l10n("sync")
    yield "sync, nothing new", l10n("sync")
    for story in (room.edited(story) for story in room.chosen(stories, 0.1)):
        (root / "articles" / f"{story.slug}.md").write_text(story.text, encoding="utf-8")
    yield "extract, a tenth edited", l10n("extract")
    yield "sync, a tenth edited", l10n("sync")
    yield "status", l10n("status")
    yield "check", l10n("check")
    yield "build", l10n("build")
    yield "build, nothing new", l10n("build")


def slope(sizes: list[int], seconds: list[float]) -> float:
    return statistics.linear_regression([log(size) for size in sizes], [log(spent) for spent in seconds]).slope


if __name__ == "__main__":
    main()
