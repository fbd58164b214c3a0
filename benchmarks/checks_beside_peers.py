"""All checks beside pofilter, dennis and l10n-lint on the same segments, in one run.

    python -m benchmarks.checks_beside_peers [--prose FILE.po …] [--read] [--misses]

The peers are installed by this program into a folder of its own (--peers). It says for each tool

- how many of the seeded faults it catches: it says something of the wrong text that it does not say of the right one;
- how many correct segments it flags: the right twins of those faults and, with --prose, every translated message of
  the catalogs that is not fuzzy. Debian's debian-edu-doc is good prose: `apt-get source debian-edu-doc`, its *nb*.po;

--read prints every correct segment that we flag, to be judged by eye; --misses the faults that we miss.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import polib

from benchmarks.checking import our_findings
from benchmarks.segments import Segment, faults_as_segments, known_faults, prose_of, write_catalog
from tests.checks.seeded import SeededFault, seeded_faults

Said = dict[int, set[str]]
"""What a tool says of each segment, by the segment's number: names of its rules."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--prose", type=Path, nargs="*", default=[], metavar="PO", help="catalogs of correct prose")
    parser.add_argument("--peers", type=Path, default=Path(tempfile.gettempdir(), "l10n-benchmark-peers"))
    parser.add_argument("--read", action="store_true", help="show each correct segment that we flag")
    parser.add_argument("--misses", action="store_true", help="show the faults that we miss")
    parser.add_argument("--ours", action="store_true", help="leave the peers out")
    options = parser.parse_args()
    tools = {"l10n": our_errors_and_warnings, "l10n with hints": our_findings}
    if not options.ours:
        tools |= peers_in(options.peers)
    faults = seeded_faults()
    caught = {name: catches(tool, faults) for name, tool in tools.items()}
    print_recall(faults, caught)
    print_peers_lead(faults, caught)
    if options.misses:
        print_misses(faults, caught["l10n with hints"])
    correct = [*faults_as_segments(faults, wrong=False), *prose_of(options.prose)]
    print_false_alarms(tools, correct, read=options.read)


Tool = Callable[[Sequence[Segment]], Said]


def our_errors_and_warnings(segments: Sequence[Segment]) -> Said:
    return {number: {rule for rule in rules if not rule.endswith(" (hint)")}
            for number, rules in our_findings(segments).items()}  # fmt: skip


def installed_peers(folder: Path) -> Path:
    """Where the peers' programs are; they are installed into the folder where they are not there yet."""
    if not (folder / "bin/pofilter").exists():
        subprocess.run([sys.executable, "-m", "uv", "venv", "-q", str(folder)], check=True)
        python = str(folder / "bin/python")
        wanted = ["translate-toolkit", "dennis", "l10n-lint"]
        subprocess.run([sys.executable, "-m", "uv", "pip", "install", "-q", "--python", python, *wanted], check=True)
    return folder / "bin"


def peers_in(folder: Path) -> dict[str, Tool]:
    """The peers by name."""
    binaries = installed_peers(folder)
    return {
        "pofilter": lambda segments: by_locale(segments, lambda path, locale: pofilter(binaries, path, locale)),
        "dennis": lambda segments: by_locale(segments, lambda path, locale: dennis(binaries, path)),
        "l10n-lint": lambda segments: by_locale(segments, lambda path, locale: l10n_lint(binaries, path, locale)),
    }


def by_locale(segments: Sequence[Segment], run: Callable[[Path, str], dict[int, set[str]]]) -> Said:
    """One catalog for each locale, and what a tool says of it; `run` answers by the segment's number."""
    said: Said = {}
    with tempfile.TemporaryDirectory() as folder:
        for locale in sorted({segment.locale for segment in segments}):
            path = Path(folder, f"{locale}.po")
            write_catalog(
                path, [(n, segment) for n, segment in enumerate(segments) if segment.locale == locale], locale
            )
            said |= run(path, locale)
    return said


def pofilter(binaries: Path, path: Path, locale: str) -> Said:
    out = path.with_suffix(".out.po")
    command = [str(binaries / "pofilter"), f"--language={locale}", "--progress=none", str(path), str(out)]
    subprocess.run(command, check=True, capture_output=True)
    said: Said = defaultdict(set)
    for entry in polib.pofile(str(out)) if out.exists() else []:
        said[number_of(entry)] |= set(re.findall(r"^\(pofilter\) ([\w-]+):", entry.tcomment, re.MULTILINE))
    return dict(said)


def dennis(binaries: Path, path: Path) -> Said:
    command = [str(binaries / "dennis-cmd"), "lint", "--reporter=line", str(path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    found = re.findall(rf"^{re.escape(str(path))}: ?(\d+): ?\d+: ?(\w+):", done.stdout, re.MULTILINE)
    return by_line(path, ((int(line), rule) for line, rule in found))


def l10n_lint(binaries: Path, path: Path, locale: str) -> Said:
    command = [
        str(binaries / "l10n-lint"),
        "--format",
        "json",
        "--language",
        locale,
        "--max-errors",
        "1000000",
        str(path),
    ]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return by_line(path, ((issue["line"], issue["rule"]) for issue in json.loads(done.stdout)["issues"]))


def by_line(path: Path, found: Iterable[tuple[int, str]]) -> Said:
    """Rules by segment, from the lines of a catalog; a tool may name any line of a message, or the one after it."""
    entries = sorted((entry.linenum, number_of(entry)) for entry in polib.pofile(str(path)))
    said: Said = defaultdict(set)
    for line, rule in found:
        before = [number for start, number in entries if start <= line + 1]
        if before:
            said[before[-1]].add(rule)
    return dict(said)


def number_of(entry: polib.POEntry) -> int:
    return int(entry.occurrences[0][0].removeprefix("segment-"))


def catches(tool: Tool, faults: list[SeededFault]) -> list[bool]:
    of_wrong, of_right = (tool(faults_as_segments(faults, wrong=wrong)) for wrong in (True, False))
    return [bool(of_wrong.get(n, set()) - of_right.get(n, set())) for n in range(len(faults))]


def print_recall(faults: list[SeededFault], caught: dict[str, list[bool]]) -> None:
    names = list(caught)
    print("Seeded faults caught".ljust(24) + "".join(name.rjust(17) for name in names))
    kinds = list(dict.fromkeys(fault.kind for fault in faults))
    groups: list[tuple[str, Callable[[SeededFault], bool]]] = [
        *((kind, lambda fault, kind=kind: fault.kind == kind) for kind in kinds),  # type: ignore[misc]
        ("written by", lambda fault: not fault.held_out),
        ("held out", lambda fault: fault.held_out),
        ("all", lambda fault: True),
    ]
    for name, belongs in groups:
        chosen = [n for n, fault in enumerate(faults) if belongs(fault)]
        cells = [f"{sum(caught[tool][n] for n in chosen)} of {len(chosen)}" for tool in names]
        print(f"  {name}".ljust(24) + "".join(cell.rjust(17) for cell in cells))


def print_peers_lead(faults: list[SeededFault], caught: dict[str, list[bool]]) -> None:
    for name in caught:
        if not name.startswith("l10n") or name == "l10n-lint":
            lead = [n for n in range(len(faults)) if caught[name][n] and not caught["l10n with hints"][n]]
            print(f"\n{name} catches and we miss: {len(lead)}")
            for n in lead:
                print(f"  {faults[n].kind}: {'(held out)' if faults[n].held_out else faults[n].wrong}")


def print_misses(faults: list[SeededFault], caught: list[bool]) -> None:
    missed = [fault for fault, is_caught in zip(faults, caught, strict=True) if not (is_caught or fault.held_out)]
    print(f"\nMissed, the held-out ones aside: {len(missed)}")
    for fault in missed:
        print(f"  {fault.kind}: {fault.source}\n    {fault.wrong}")


def print_false_alarms(tools: dict[str, Tool], segments: list[Segment], *, read: bool) -> None:
    faulty = known_faults()
    wrong = {number for number, segment in enumerate(segments) if segment.digest in faulty}
    correct = len(segments) - len(wrong)
    print(f"\nCorrect segments flagged, of {correct}; and of {len(wrong)} reviewed ones that were read and found wrong")
    for name, tool in tools.items():
        said = {number: rules for number, rules in tool(segments).items() if rules}
        alarms = {number: rules for number, rules in said.items() if number not in wrong}
        found = len(said) - len(alarms)
        print(f"  {name.ljust(18)} {len(alarms):6}  {len(alarms) / correct:6.2%}  {found:6}")
        if read and name == "l10n with hints":
            for number, rules in sorted(alarms.items()):
                segment = segments[number]
                print(f"    {', '.join(sorted(rules))}\n      {segment.source}\n      {segment.target}")


if __name__ == "__main__":
    main()
