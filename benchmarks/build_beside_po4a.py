"""Build the pages of a seeded newsroom, beside po4a making its documents from the same articles, in one run.

    python benchmarks/build_beside_po4a.py [--articles 200] [--seed 1] [--without-po4a]

Three locales, everything translated. Each job is timed with the start of its programs: a build from nothing (in one
process and in two), one after a tenth of the articles was edited (templates and catalogs brought up to date first),
one after nothing changed. po4a updates its catalogs and writes its documents in one go; it makes one Markdown file a
page, l10n a page, its data in five formats, feeds, a sitemap and a manifest. Printed are the time by the clock, which
depends on what else the machine does, and the time that processors were busy, which hardly does; of 2,000 articles
po4a's part takes half an hour, though it is spared its worst: its time grows with the square of the articles of one
po4a.cfg, so that here each has --share of them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import polib
from newsroom import Newsroom, Story, translation, write_project

CLI = Path(__file__).parents[1] / "cli.py"
LOCALES = ("nb", "de", "fr")


@dataclass(frozen=True)
class Cost:
    """What some commands took, one after the other."""

    seconds: float
    busy: float
    megabytes: float

    def __str__(self) -> str:
        return f"{self.seconds:9.2f} s, processors {self.busy:9.2f} s {self.megabytes:7.0f} MB"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--text", type=Path, nargs="*", default=(), help="English texts to take sentences from")
    parser.add_argument("--share", type=int, default=40, metavar="N", help="articles in one po4a.cfg")
    parser.add_argument("--without-po4a", action="store_true", help="only the ratios of l10n with itself")
    options = parser.parse_args()
    room = Newsroom(options.seed, options.text)
    stories = [room.story(number) for number in range(options.articles)]
    edited = [room.edited(story) for story in room.chosen(stories, 0.1)]
    print(f"{len(stories)} articles x {len(LOCALES)} locales, {len(edited)} edited; load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        ours = l10n(Path(folder, "l10n"), stories, edited)
        theirs = {} if options.without_po4a else po4a(Path(folder, "po4a"), stories, edited, options.share)
    print(f"load {os.getloadavg()[0]:.1f}")
    whole, one = ours["from nothing"].seconds, ours["from nothing, 1 process"].seconds
    print(f"\n1 process / 2 processes      {one / ours['from nothing, 2 processes'].seconds:8.2f}")
    print(f"nothing changed / whole      {100 * ours['nothing changed'].seconds / whole:8.2f} %")
    for job, cost in theirs.items():
        clock, busy = cost.seconds / ours[job].seconds, cost.busy / ours[job].busy
        print(f"po4a / l10n, {job:15} {clock:8.1f}, processors {busy:8.1f}")


def l10n(root: Path, stories: Sequence[Story], edited: Sequence[Story]) -> dict[str, Cost]:
    write_project(root, stories, LOCALES)
    program = [sys.executable, str(CLI), "-C", str(root)]
    run(*[[*program, verb] for verb in ("extract", "sync")])
    costs = {}
    for job, more in (
        ("from nothing, 1 process", ["--jobs", "1"]),
        ("from nothing, 2 processes", ["--jobs", "2"]),
        ("from nothing", []),
    ):
        shutil.rmtree(root / "dist", ignore_errors=True)
        shutil.rmtree(root / ".l10n" / "built", ignore_errors=True)
        costs[job] = run([*program, "build", *more])
    costs["nothing changed"] = run([*program, "build"])
    for story in edited:
        (root / "articles" / f"{story.slug}.md").write_text(story.text, encoding="utf-8")
    costs["a tenth edited: catalogs"] = run([*program, "extract"], [*program, "sync"])
    costs["a tenth edited: build"] = run([*program, "build"])
    both = (costs["a tenth edited: catalogs"], costs["a tenth edited: build"])
    costs["a tenth edited"] = Cost(
        sum(one.seconds for one in both), sum(one.busy for one in both), max(one.megabytes for one in both)
    )
    return costs


def po4a(root: Path, stories: Sequence[Story], edited: Sequence[Story], share: int) -> dict[str, Cost]:
    projects = [root / str(first) for first in range(0, len(stories), share)]
    for project in projects:
        first = int(project.name)
        write_po4a(project, stories[first : first + share])
    program = ["po4a", "--quiet", "--keep", "0", "po4a.cfg"]
    run([*program, "--no-translations"], folders=projects)
    for path in root.glob("*/po/*/*.po"):
        catalog = polib.pofile(str(path))
        for entry in catalog:
            entry.msgstr = translation(entry.msgid, path.parent.name)
        catalog.save()
    costs = {
        "from nothing": run([*program, "--force"], folders=projects),
        "nothing changed": run(program, folders=projects),
    }
    where = {story.slug: projects[number // share] for number, story in enumerate(stories)}
    for story in edited:
        (where[story.slug] / "articles" / f"{story.slug}.md").write_text(story.text, encoding="utf-8")
    costs["a tenth edited"] = run(program, folders=projects)
    made = len(list(root.glob("*/out/*/*.md")))
    assert made == len(stories) * len(LOCALES), f"po4a made {made} documents"
    return costs


def write_po4a(root: Path, stories: Sequence[Story]) -> None:
    for folder in ("articles", "pot", *(f"{kind}/{tag}" for kind in ("po", "out") for tag in LOCALES)):
        (root / folder).mkdir(parents=True)
    for story in stories:
        (root / "articles" / f"{story.slug}.md").write_text(story.text, encoding="utf-8")
    form = 'opt:"-o markdown -o yfm_keys=title,lead -o neverwrap"'
    places = " ".join(f"{tag}:out/{tag}/{{0}}.md" for tag in LOCALES)
    masters = (f"[type: text] articles/{story.slug}.md {places.format(story.slug)} {form}" for story in stories)
    head = f"[po4a_langs] {' '.join(LOCALES)}\n[po4a_paths] pot/$master.pot $lang:po/$lang/$master.po\n"
    (root / "po4a.cfg").write_text(head + "\n".join(masters) + "\n", encoding="utf-8")


def run(*commands: list[str], folders: Sequence[Path | None] = (None,)) -> Cost:
    """Run them in turn, in each folder; the memory is that of the largest process."""
    start, busy, most = time.perf_counter(), 0.0, 0
    for command, folder in product(commands, folders):
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        assert os.waitstatus_to_exitcode(status) == 0, f"{command} failed"
        most = max(most, used.ru_maxrss)
        busy += used.ru_utime + used.ru_stime
    cost = Cost(time.perf_counter() - start, busy, most / 1024)
    print(f"{Path(commands[0][0]).name:8} {' '.join(commands[-1][-3:]):40} {cost}", flush=True)
    return cost


if __name__ == "__main__":
    main()
