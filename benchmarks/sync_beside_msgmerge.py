"""Sync a real catalog to a newer template, beside `msgmerge --previous`, in one run.

    python benchmarks/sync_beside_msgmerge.py OLD.po NEW.pot [--read 50]

Prints for both what `msgfmt --statistics` counts and the best time of three runs, the start of the program included;
with --read, that many carried translations, to be judged by eye. Debian's debian-edu-doc is a good pair: the nb
catalog of one release's source package and the template of the next.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from l10n.formats import po
from l10n.steps.sync import sync


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("old", type=Path)
    parser.add_argument("template", type=Path)
    parser.add_argument("--read", type=int, default=0, metavar="N", help="show N carried translations")
    parser.add_argument("--once", type=Path, metavar="OUT", help="only sync, once, and write OUT")
    options = parser.parse_args()
    if options.once:
        synced_file(options.old, options.template, options.once)
        return
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder, "ours.po"), Path(folder, "theirs.po")
        us = [sys.executable, __file__, str(options.old), str(options.template), "--once", str(ours)]
        them = ["msgmerge", "--quiet", "--previous", str(options.old), str(options.template), "-o", str(theirs)]
        for name, command, result in (("l10n", us, ours), ("msgmerge", them, theirs)):
            print(f"{name:9} {best_of_three(command):6.2f} s   {statistics(result)}")
    show_carried(options.old, options.template, options.read)


def synced_file(old: Path, template: Path, out: Path) -> None:
    document = po.decode(old.read_bytes())
    wanted = po.decode(template.read_bytes()).catalog
    result = sync(wanted, document.catalog, source_language="en", locale="nb")
    out.write_bytes(po.encode(result.catalog, document))


def best_of_three(command: list[str]) -> float:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(command, check=True)
        times.append(time.perf_counter() - start)
    return min(times)


def statistics(path: Path) -> str:
    done = subprocess.run(["msgfmt", "--statistics", "-o", "/dev/null", str(path)], capture_output=True, text=True)
    return done.stderr.strip()


def show_carried(old: Path, template: Path, count: int) -> None:
    wanted = po.decode(template.read_bytes()).catalog
    result = sync(wanted, po.decode(old.read_bytes()).catalog, source_language="en", locale="nb")
    carried = [change for change in result.changes if change.previous]
    for change in random.Random(1).sample(carried, min(count, len(carried))):  # noqa: S311 - a sample to read
        text = result.catalog.by_key[change.key].text
        print(
            f"\n{change.grade}: {change.why}\n  was {change.previous[0].msgid}\n  now {change.key.msgid}\n  has {text}"
        )


if __name__ == "__main__":
    main()
