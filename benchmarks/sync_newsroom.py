"""A newsroom after its day's edits: extract, sync and status, beside msgmerge and polib, from start to end.

    python benchmarks/sync_newsroom.py [--articles 200] [--seed 1] [--rounds 3] [--json FILE]

All texts of the newsroom are translated and reviewed in three locales. A tenth of its articles are edited: a few words
changed, one paragraph moved, one inserted, one deleted. msgmerge runs once for each catalog, as gettext's own recipes
have it, and writes beside what it read; l10n runs once. Our runs begin with the start of Python, theirs with that of
a shell. "known" is a project that was synced before the edits; "nothing known" is one without .l10n, as a fresh clone.

polib's loop reads each catalog and counts what is translated, in one process; `l10n status`, in as many as there are
processors, also believes no state without its seal, counts words, and compares each article with its template.
"""

from __future__ import annotations

import shlex
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import peers
from measure import CLI, Cost, Result, in_turn, parser, publish, run
from newsroom import Newsroom, write_project

from l10n.formats import po
from l10n.formats.readers.markdown import article as markdown
from l10n.steps.extract import extract

LOCALES = ("nb", "de", "fr")
CACHED = {"PYTHONDONTWRITEBYTECODE": ""}
"""Python's own compiled files are kept, as they are where a program is installed."""
POLIB = """
import glob, polib
done = 0
for path in glob.glob("catalogs/*/articles/*.po"):
    done += polib.pofile(path).percent_translated()
"""


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--articles", type=int, default=200)
    options.add_argument("--only-ours", action="store_true", help="leave the peers out, to see how cost grows")
    chosen = options.parse_args()
    peers.required("msgmerge")
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder), chosen.articles, chosen.seed)
        jobs = project.jobs()
        if chosen.only_ours:
            jobs = {name: (ours, ours) for name, (ours, _) in jobs.items()}
        results = [result(name, ours, theirs, chosen.rounds) for name, (ours, theirs) in jobs.items()]
        conditions = {"articles": chosen.articles, "locales": len(LOCALES), "seed": chosen.seed}
        publish("sync", results, chosen.json, conditions={**conditions, "rounds": chosen.rounds})


def result(name: str, ours: Callable[[], Cost], theirs: Callable[[], Cost], rounds: int) -> Result:
    peer = "polib, a loop" if name.startswith("status") else "msgmerge, a process a file"
    costs = in_turn({"l10n": ours, peer: theirs}, rounds)
    return Result(job=name, peer=peer, ours=costs["l10n"], theirs=costs[peer])


def l10n(verb: str, project: Path) -> Cost:
    return run([*CLI, verb], cwd=project, more=CACHED)


class Project:
    """The newsroom, as it was before the edits and as it is after them."""

    def __init__(self, folder: Path, articles: int, seed: int) -> None:
        self.before, self.work, self.out = folder / "before", folder / "work", folder / "out"
        self.out.mkdir()
        room = Newsroom(seed)
        stories = [room.story(number) for number in range(articles)]
        write_project(self.before, stories, LOCALES)
        for verb in ("extract", "sync", "status"):
            l10n(verb, self.before)
        self.edited = [room.edited(story) for story in room.chosen(stories, 0.1)]
        self.theirs = folder / "theirs"
        shutil.copytree(self.before, self.theirs)
        for story in self.edited:
            template = extract(markdown.parse(story.text, slug=story.slug))
            (self.theirs / f"catalogs/templates/articles/{story.slug}.pot").write_bytes(po.encode(template))

    def jobs(self) -> dict[str, tuple[Callable[[], Cost], Callable[[], Cost]]]:
        return {
            "sync, a tenth edited": (lambda: self.sync(known=True), self.msgmerge),
            "sync, a tenth edited, nothing known": (lambda: self.sync(known=False), self.msgmerge),
            "sync, nothing changed": (self.again("sync"), self.msgmerge),
            "status, nothing changed": (self.again("status"), self.polib),
            "status, nothing known": (self.status_of_a_clone, self.polib),
        }

    def sync(self, *, known: bool) -> Cost:
        """After `extract` of the edits; the edits themselves are not timed."""
        self.renew()
        for story in self.edited:
            (self.work / f"articles/{story.slug}.md").write_text(story.text, encoding="utf-8")
        l10n("extract", self.work)
        if not known:
            shutil.rmtree(self.work / ".l10n")
        return l10n("sync", self.work)

    def again(self, verb: str) -> Callable[[], Cost]:
        """The second run of two after which nothing is new: what was written last is then old enough to be known."""

        def job() -> Cost:
            l10n(verb, self.before)
            return l10n(verb, self.before)

        return job

    def status_of_a_clone(self) -> Cost:
        shutil.rmtree(self.before / ".l10n", ignore_errors=True)
        return l10n("status", self.before)

    def msgmerge(self) -> Cost:
        """Each catalog beside its template, whether that changed or not: msgmerge has no other way to know."""
        merge = ["msgmerge", "--quiet", "--previous"]
        lines = []
        for path in self.catalogs():
            template = f"catalogs/templates/articles/{Path(path).name}t"
            lines.append(shlex.join([*merge, path, template, "-o", str(self.out / path.replace("/", "-"))]))
        script = self.out / "all.sh"
        script.write_text("set -e\n" + "\n".join(lines) + "\n", encoding="utf-8")
        return run(["sh", script], cwd=self.theirs)

    def polib(self) -> Cost:
        return run([peers.python(), "-c", POLIB], cwd=self.before, more=CACHED)

    def catalogs(self) -> list[str]:
        found = self.theirs.glob("catalogs/*/articles/*.po")
        return sorted(path.relative_to(self.theirs).as_posix() for path in found)

    def renew(self) -> None:
        """The project before the edits, with what is known of it: copied files have other stamps, so it looks once."""
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.before, self.work)
        l10n("sync", self.work)


if __name__ == "__main__":
    sys.exit(main())
