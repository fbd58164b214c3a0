"""The benchmarks that `make bench` runs, in small sizes for every night and in those that the goals speak of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Benchmark:
    """One program of this folder; it takes --seed and --json besides what stands here."""

    title: str
    script: str
    quick: tuple[str, ...] | None
    """None where there is no small size of it."""
    full: tuple[str, ...]
    needs: tuple[str, ...] = ()
    """Programs of the system that are its peers."""
    is_guarded: bool = True
    """`make bench-check` compares its ratios with the recorded ones."""
    note: str = ""
    """What a reader of its table must know."""


SUITE: dict[str, Benchmark] = {
    "start-up": Benchmark(title="Start-up", script="start_up.py", quick=("--rounds=7",), full=("--rounds=21",)),
    "po": Benchmark(
        title="One very large catalog",
        script="po_beside_peers.py",
        quick=("--messages=10000",),
        full=("--messages=100000",),
        needs=("msgcat", "msgfmt"),
    ),
    "sync": Benchmark(
        title="Sync, and the status of very many catalogs",
        script="sync_newsroom.py",
        quick=("--articles=40", "--rounds=2"),
        full=("--articles=2000", "--rounds=1"),
        needs=("msgmerge",),
    ),
    "build": Benchmark(
        title="Builds, po4a spared its square",
        script="build_beside_po4a.py",
        quick=("--articles=40", "--rounds=1"),
        full=("--articles=2000", "--share=40", "--rounds=1"),
        needs=("po4a",),
    ),
    "build-one-cfg": Benchmark(
        title="Builds, one po4a.cfg as po4a's manual has it",
        script="build_beside_po4a.py",
        quick=("--articles=60", "--share=60", "--rounds=1"),
        full=("--articles=600", "--share=600", "--rounds=1"),
        needs=("po4a",),
        is_guarded=False,
        note="For each article po4a runs msggrep over the template of all articles in its po4a.cfg: its time grows "
        "faster than their number, towards its square. Compare its seconds for one article here and in the table "
        "above. One file for 2,000 articles was not measured.",
    ),
    "checks": Benchmark(
        title="Checks", script="checks_speed.py", quick=("--messages=10000", "--rounds=2"), full=("--messages=100000",)
    ),
    "diff": Benchmark(
        title="What changed between two revisions",
        script="diff_beside_polib.py",
        quick=("--articles=200",),
        full=("--articles=2000",),
        needs=("git",),
    ),
    "draft": Benchmark(
        title="Machine drafts",
        script="draft_beside_argostranslate.py",
        quick=("--articles=10",),
        full=("--articles=200", "--rounds=1"),
    ),
    "growth": Benchmark(
        title="Growth with the number of articles",
        script="growth.py",
        quick=("--sizes", "50", "400"),
        full=("--sizes", "200", "2000"),
        is_guarded=False,
    ),
    "growth-to-20000": Benchmark(
        title="Growth to 20,000 articles", script="growth.py", quick=None, full=("--full",), is_guarded=False
    ),
}
