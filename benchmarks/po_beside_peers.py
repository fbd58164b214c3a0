"""One very large catalog, read and written, changed in one place and compiled, beside gettext, polib, Babel, tt.

    python benchmarks/po_beside_peers.py [--messages 100000] [--seed 1] [--rounds 3] [--json FILE]

Two catalogs of the same texts: one as l10n writes it (unwrapped, each message with its record in comments), and one as
gettext's tools write it (wrapped, with references, without records). Every job is a program from its start to its end;
"change one" is held against a program that only copies the file, started the same way. Whoever reads and writes must
have understood every message; ours hands on what it read, byte for byte. .mo files are made of all that is translated
and not fuzzy, and both hold the same messages. polib's and Babel's .mo writers are measured on a tenth of the messages:
their time grows with the square.
"""

from __future__ import annotations

import gettext
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import peers
from measure import ROOT, Cost, Result, in_turn, parser, publish, run
from newsroom import Newsroom, reviewed

from l10n.formats import po
from l10n.model.catalog import Catalog
from l10n.model.header import catalog_header
from l10n.model.message import Message

OURS = {
    "rewrite": "d = po.decode(data); new = po.encode(d.catalog, d)",
    "change": "new = po.change_message(data, MessageKey(*sys.argv[3:5]), lambda m: replace(m, msgstr=('Endret',)))",
    "compile": "new = mo.compile_po(data, Policy().publishes)",
}
HEADS = {
    "rewrite": "from l10n.formats import po",
    "change": "from dataclasses import replace; from l10n.formats import po; from l10n.model.message import MessageKey",
    "compile": "from l10n.formats.writers import mo; from l10n.model.publishing import Policy",
}
STAGES = """
import json, sys, time
start = time.perf_counter()
from l10n.formats.po.pairs import clear_pairs
from l10n.formats.writers import mo
from l10n.model.publishing import Policy
stages = {}
def stage(name, work):
    start = time.perf_counter()
    done = work()
    stages[f"s to {name}"] = time.perf_counter() - start
    return done
stages["s to import"] = time.perf_counter() - start
data = stage("read the file", lambda: open(sys.argv[1], "rb").read())
new = stage("compile", lambda: mo.compile_po(data, Policy().publishes))
stage("find the texts, a part of that", lambda: clear_pairs(data))
stage("write the .mo", lambda: open(sys.argv[2], "wb").write(new))
print(json.dumps(stages))
"""
COPY = "import sys; open(sys.argv[2], 'wb').write(open(sys.argv[1], 'rb').read())"
THEIRS = {
    ("polib", "rewrite"): "import polib; polib.pofile(sys.argv[1]).save(sys.argv[2])",
    ("polib", "compile"): "import polib; polib.pofile(sys.argv[1]).save_as_mofile(sys.argv[2])",
    ("Babel", "rewrite"): "from babel.messages import pofile; c = pofile.read_po(open(sys.argv[1], 'rb')); "
    "pofile.write_po(open(sys.argv[2], 'wb'), c)",
    ("Babel", "compile"): "from babel.messages import mofile, pofile; c = pofile.read_po(open(sys.argv[1], 'rb')); "
    "mofile.write_mo(open(sys.argv[2], 'wb'), c)",
    ("translate-toolkit", "rewrite"): "from translate.storage import po; po.pofile.parsefile(sys.argv[1])"
    ".savefile(sys.argv[2])",
}


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--messages", type=int, default=100_000)
    chosen = options.parse_args()
    peers.required("msgcat", "msgfmt")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        texts = distinct_texts(Newsroom(chosen.seed), chosen.messages)
        write_catalogs(root, texts)
        results = [
            *rewriting(root, "own.po", "as l10n writes", chosen.rounds),
            *rewriting(root, "gettext.po", "as gettext wraps", chosen.rounds),
            changing(root, texts[len(texts) // 2], chosen.rounds),
            *compiling(root, chosen.rounds),
        ]
        size = round((root / "own.po").stat().st_size / 1e6, 1)
        conditions = {"messages": chosen.messages, "megabytes": size, "seed": chosen.seed, "rounds": chosen.rounds}
        figures = {"compile to .mo, by stages": stages(root / "own.po", root / "out.mo")}
        publish("po", results, chosen.json, figures=figures, conditions=conditions)


def distinct_texts(room: Newsroom, count: int) -> list[str]:
    """Headings, sentences and whole paragraphs, as articles have them; no two the same."""
    found: dict[str, None] = {}
    while len(found) < count:
        story = room.story(len(found))
        found |= dict.fromkeys((story.title, story.lead, *story.passages))
    return list(found)[:count]


def write_catalogs(root: Path, texts: Sequence[str]) -> None:
    """own.po and gettext.po with all texts; small.po with a tenth of them."""
    header = catalog_header("articles/all", "en", "nb")
    messages = [reviewed(Message(msgid=text, msgctxt="paragraph"), "nb") for text in texts]
    (root / "own.po").write_bytes(po.encode(Catalog(header=header, messages=tuple(messages))))
    (root / "small.po").write_bytes(po.encode(Catalog(header=header, messages=tuple(messages[: len(messages) // 10]))))
    bare = tuple(
        replace(message, comments=(), references=(f"articles/story-{at // 16:05}.md:{at % 16 * 2 + 7}",))
        for at, message in enumerate(messages)
    )
    flat = root / "flat.po"
    flat.write_bytes(po.encode(Catalog(header=header, messages=bare)))
    subprocess.run(["msgcat", "-o", str(root / "gettext.po"), str(flat)], check=True)
    flat.unlink()


def rewriting(root: Path, name: str, kind: str, rounds: int) -> list[Result]:
    source, out = root / name, root / "out.po"
    jobs = {
        "l10n": partial(ours, "rewrite", source, out),
        "msgcat": partial(run, ["msgcat", "-o", out, source]),
        **{peer: partial(theirs, peer, job, source, out) for peer, job in THEIRS if job == "rewrite"},
    }
    costs = in_turn(jobs, rounds)
    ours("rewrite", source, out)
    assert out.read_bytes() == source.read_bytes(), "a catalog that nobody changed is not the same"
    return against_ours(f"read and write, {kind}", costs)


def changing(root: Path, text: str, rounds: int) -> Result:
    source, out = root / "own.po", root / "out.po"
    change = partial(ours, "change", source, out, "paragraph", text)
    copy = partial(run, [sys.executable, "-c", COPY, source, out])
    costs = in_turn({"l10n": change, "copy": copy}, 3 * rounds)
    change()
    assert out.read_bytes().count(b'msgstr "Endret"\n') == 1
    return Result(job="change one message", peer="copying the file", ours=costs["l10n"], theirs=costs["copy"])


def compiling(root: Path, rounds: int) -> list[Result]:
    source, small, out = root / "own.po", root / "small.po", root / "out.mo"
    whole = in_turn(
        {"l10n": partial(ours, "compile", source, out), "msgfmt": partial(run, ["msgfmt", "-o", out, source])}, rounds
    )
    found = []
    for make in (partial(ours, "compile", source, out), partial(run, ["msgfmt", "-o", out, source])):
        make()
        with out.open("rb") as file:
            found.append(gettext.GNUTranslations(file)._catalog)  # type: ignore[attr-defined]
    assert found[0] == found[1], "the two .mo files do not say the same"
    part = in_turn(
        {
            "l10n": partial(ours, "compile", small, out),
            **{peer: partial(theirs, peer, job, small, out) for peer, job in THEIRS if job == "compile"},
        },
        rounds,
    )
    return [*against_ours("compile to .mo", whole), *against_ours("compile a tenth of it", part)]


def stages(source: Path, out: Path) -> dict[str, float]:
    """Where the time of compiling goes, in one run."""
    command = [sys.executable, "-c", STAGES, str(source), str(out)]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=True)
    return dict(json.loads(done.stdout))


def ours(job: str, source: Path, out: Path, *more: str) -> Cost:
    work = f"data = open(sys.argv[1], 'rb').read(); {OURS[job]}; open(sys.argv[2], 'wb').write(new)"
    code = f"import sys; {HEADS[job]}; {work}"
    return run([sys.executable, "-c", code, source, out, *more], more={"PYTHONPATH": str(ROOT)})


def theirs(peer: str, job: str, source: Path, out: Path) -> Cost:
    return run([peers.python(), "-c", f"import sys; {THEIRS[peer, job]}", source, out])


def against_ours(job: str, costs: dict[str, Cost]) -> list[Result]:
    peers_costs = [(peer, cost) for peer, cost in costs.items() if peer != "l10n"]
    return [Result(job=job, peer=peer, ours=costs["l10n"], theirs=cost) for peer, cost in peers_costs]


if __name__ == "__main__":
    main()
