"""Build the pages of a seeded newsroom, beside po4a making its documents from the same articles, in one run.

    python benchmarks/build_beside_po4a.py [--articles 200] [--seed 1] [--rounds 1] [--without-po4a] [--json FILE]

Three locales, everything translated. Each job is timed with the start of its programs: a build from nothing (in one
process and in two), one after a tenth of the articles was edited (templates and catalogs brought up to date first),
one after nothing changed. po4a updates its catalogs and writes its documents in one go; after the edits its catalogs
alone are measured, too, beside our extract and sync. It makes one Markdown file a page, l10n a page, its data in five
formats, feeds, a sitemap and a manifest. Printed are the time by the clock, which depends on what else the machine
does, and the time that processors were busy, which hardly does; of 2,000 articles po4a's part takes half an hour,
though it is spared its worst: its time grows towards the square of the articles of one po4a.cfg, so that here each has
--share of them.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import peers
import polib
from measure import CLI, Cost, Result, median, parser, publish
from measure import run as run_one
from newsroom import Newsroom, Story, translation, write_project

LOCALES = ("nb", "de", "fr")


def main() -> None:
    options = parser(__doc__)
    options.set_defaults(rounds=1)
    options.add_argument("--articles", type=int, default=200)
    options.add_argument("--text", type=Path, nargs="*", default=(), help="English texts to take sentences from")
    options.add_argument("--share", type=int, default=40, metavar="N", help="articles in one po4a.cfg")
    options.add_argument("--without-po4a", action="store_true", help="only the ratios of l10n with itself")
    chosen = options.parse_args()
    if not chosen.without_po4a:
        peers.required("po4a")
    room = Newsroom(chosen.seed, chosen.text)
    stories = [room.story(number) for number in range(chosen.articles)]
    edited = [room.edited(story) for story in room.chosen(stories, 0.1)]
    print(f"{len(stories)} articles x {len(LOCALES)} locales, {len(edited)} edited; load {os.getloadavg()[0]:.1f}")
    rounds: list[tuple[dict[str, Cost], dict[str, Cost]]] = []
    for _ in range(chosen.rounds):
        with tempfile.TemporaryDirectory() as folder:
            mine = l10n(Path(folder, "l10n"), stories, edited)
            peer = {} if chosen.without_po4a else po4a(Path(folder, "po4a"), stories, edited, chosen.share)
            rounds.append((mine, peer))
    ours, theirs = (medians([one[side] for one in rounds]) for side in (0, 1))
    results = [Result(job=f"build, {job}", peer="po4a", ours=ours[job], theirs=cost) for job, cost in theirs.items()]
    one, two = ours["from nothing, 1 process"], ours["from nothing, 2 processes"]
    figures = {
        "build, 2 processes": {"times as fast as 1": one.seconds / two.seconds},
        **{f"build, {job}": {"s": cost.seconds, "MB": cost.megabytes} for job, cost in ours.items()},
    }
    figures["build, nothing changed"] |= {"% of a whole one": 100 * ours["nothing changed"].busy / one.busy}
    conditions = {"articles": chosen.articles, "locales": len(LOCALES), "articles in one po4a.cfg": chosen.share}
    publish(
        "build",
        results,
        chosen.json,
        figures=figures,
        conditions={**conditions, "seed": chosen.seed, "rounds": chosen.rounds},
    )


def medians(rounds: Sequence[dict[str, Cost]]) -> dict[str, Cost]:
    return {job: median([costs[job] for costs in rounds]) for job in rounds[0]}


def l10n(root: Path, stories: Sequence[Story], edited: Sequence[Story]) -> dict[str, Cost]:
    write_project(root, stories, LOCALES)
    program = [*CLI, "-C", str(root)]
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
    costs["a tenth edited: catalogs"] = run([*program, "--no-translations"], folders=projects)
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
    costs = [run_one(command, cwd=folder) for command, folder in product(commands, folders)]
    cost = Cost(sum(one.seconds for one in costs), sum(one.busy for one in costs), max(one.megabytes for one in costs))
    what = f"{Path(commands[0][0]).name:8} {' '.join(commands[-1][-3:]):40}"
    print(f"{what} {cost.seconds:9.2f} s, processors {cost.busy:9.2f} s", flush=True)
    return cost


if __name__ == "__main__":
    main()
