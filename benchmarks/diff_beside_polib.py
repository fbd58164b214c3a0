"""Compare two revisions of a newsroom's catalogs, beside what one would write with git and polib, in one run.

    python benchmarks/diff_beside_polib.py [--articles 2000] [--messages 30] [--runs 3]

Makes a repository with three locales in a temporary folder and commits it twice; in between, one article of ten has
a message edited. The peer asks `git diff --name-only` which files differ, reads both versions of each with `git show`
and polib, and prints the messages whose text is another: no classes, no word diff, no findings. Prints the best time
of all runs, the start of the program included.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from l10n.formats import po
from l10n.model.catalog import Catalog
from l10n.model.header import catalog_header
from l10n.model.message import Message
from l10n.model.provenance import HUMAN, Actor
from l10n.model.state import State, judged

LOCALES = ("nb", "nn", "da")
KARI = Actor(name="Kari Nordmann", email="kari@example.org")
ROOT = Path(__file__).parents[1]
PEER = """
import subprocess, polib
asked = ["git", "diff", "--name-only", "HEAD~1", "HEAD", "--", "catalogs/"]
for name in subprocess.run(asked, capture_output=True, text=True).stdout.split():
    sides = []
    for revision in ("HEAD~1", "HEAD"):
        shown = subprocess.run(["git", "show", f"{revision}:{name}"], capture_output=True, text=True).stdout
        sides.append({(e.msgctxt, e.msgid): e.msgstr for e in polib.pofile(shown + "\\n")})
    old, new = sides
    for key in old.keys() | new.keys():
        if old.get(key) != new.get(key):
            print(name, key[1], old.get(key), new.get(key), sep="\\n  ")
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--messages", type=int, default=30)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_repository(root, options.articles, options.messages)
        ours = [sys.executable, str(ROOT / "cli.py"), "diff", "HEAD~1..HEAD"]
        commands = {
            "l10n diff --no-checks": [*ours, "--no-checks"],
            "l10n diff": ours,
            "l10n diff --format html": [*ours, "--format", "html"],
            "git + polib": [sys.executable, "-c", PEER],
        }
        print(f"{options.articles} articles, {len(LOCALES)} locales; load {os.getloadavg()[0]:.1f}")
        for name, command in commands.items():
            print(f"{name:24} {best(command, root, options.runs):6.2f} s")


def make_repository(root: Path, articles: int, messages: int) -> None:
    """Two commits; the second edits a number or a word in one article of ten."""
    (root / "l10n.toml").write_text("".join(f"[locales.{locale}]\n" for locale in LOCALES), encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    for edition in (0, 1):
        for number in range(articles):
            if edition and number % 10:
                continue
            for locale in LOCALES:
                domain = f"articles/a{number:04}"
                path = root / "catalogs" / locale / f"{domain}.po"
                path.parent.mkdir(parents=True, exist_ok=True)
                texts = tuple(message(number, n, edition) for n in range(messages))
                path.write_bytes(po.encode(Catalog(header=catalog_header(domain, "en", locale), messages=texts)))
        git(root, "add", ".")
        git(root, "commit", "-q", "-m", f"edition {edition}")


def message(article: int, number: int, edition: int) -> Message:
    source = (
        f"The county of district {article} pays 70% of what repair {number} costs, and the rest is insured by them."
    )
    text = f"Fylket i distrikt {article} betaler 70 % av det reparasjon {number} koster, og resten er forsikret av dem."
    if edition and number == 3:
        text = (
            text.replace("70", "90")
            if article % 20
            else text.replace("resten er forsikret", "forsikring dekker resten")
        )
    written = Message(msgctxt="paragraph", msgid=source, msgstr=(text,))
    return judged(written, State.REVIEWED, by=KARI, at="2026-01-05T10:11Z", origin=HUMAN)


def git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Kari Nordmann", "-c", "user.email=kari@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True)


def best(command: list[str], root: Path, runs: int) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
