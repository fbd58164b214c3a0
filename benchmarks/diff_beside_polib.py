"""Compare two revisions of a newsroom's catalogs, beside what one would write with git and polib, in one run.

    python benchmarks/diff_beside_polib.py [--articles 2000] [--messages 30] [--rounds 3] [--json FILE]

Makes a repository with three locales in a temporary folder and commits it twice; in between, one article of ten has
a message edited. The peer asks `git diff --name-only` which files differ, reads both versions of each with `git show`
and polib, and prints the messages whose text is another: no classes, no word diff, no findings. The start of each
program is included.
"""

from __future__ import annotations

import subprocess
import tempfile
from functools import partial
from pathlib import Path

import peers
from measure import CLI, Result, in_turn, parser, publish, run

from l10n.formats import po
from l10n.model.catalog import Catalog
from l10n.model.header import catalog_header
from l10n.model.message import Message
from l10n.model.provenance import HUMAN, Actor
from l10n.model.state import State, judged

LOCALES = ("nb", "nn", "da")
KARI = Actor(name="Kari Nordmann", email="kari@example.org")
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
    options = parser(__doc__)
    options.add_argument("--articles", type=int, default=2000)
    options.add_argument("--messages", type=int, default=30)
    chosen = options.parse_args()
    peers.required("git")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_repository(root, chosen.articles, chosen.messages)
        ours = [*CLI, "diff", "HEAD~1..HEAD"]
        commands = {
            "diff, no checks": [*ours, "--no-checks"],
            "diff": ours,
            "diff as HTML": [*ours, "--format", "html"],
            "git + polib": [peers.python(), "-c", PEER],
        }
        costs = in_turn({job: partial(run, command, cwd=root) for job, command in commands.items()}, chosen.rounds)
    theirs = costs.pop("git + polib")
    results = [Result(job=job, peer="git + polib", ours=cost, theirs=theirs) for job, cost in costs.items()]
    conditions = {"articles": chosen.articles, "locales": len(LOCALES), "messages in each": chosen.messages}
    publish("diff", results, chosen.json, conditions={**conditions, "rounds": chosen.rounds})


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


if __name__ == "__main__":
    main()
