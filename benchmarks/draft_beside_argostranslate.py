"""Draft a newsroom, beside argostranslate's own call, and Apertium's pipe beside a process a message, in one run.

    python benchmarks/draft_beside_argostranslate.py [--articles 200] [--rounds 2] [--json FILE]

Two projects: the Tokyo article alone, and a newsroom of generated articles. Whole runs, A B A B: the program starts,
reads the catalogs, loads the model, translates and writes. The peer reads and writes with polib and calls
`argostranslate.translate` for each message. The model is the test fixture with its weights wired by hand and a
vocabulary of some 4,000 words (tests/engines/tiny_model.py), with as many layers as Argos Translate's own models, of
the same hidden width and half the outer one: real loading and decoding.
Runs in the Python that has the peers; the part with Apertium needs apertium-nno-nob.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import peers
import polib
from measure import ROOT, Cost, Result, in_turn, parser, publish, run

from l10n.segmentation.words import count_words

TOKYO = ROOT / "articles" / "tokyo-forum.md"
SYLLABLES = ("ba", "de", "fi", "go", "ha", "je", "ki", "lo", "mu", "ne", "pa", "re", "si", "to", "va", "ys")
MODE = Path("/usr/share/apertium/modes/nob-nno.mode")
BOKMÅL = "Statsministeren sa på mandag at regjeringen ikke vil øke skattene. Hun møtte pressen i Oslo klokka {}."


def main() -> None:
    if not find_spec("onnx"):
        os.execv(peers.python(), [peers.python(), *sys.argv])  # noqa: S606 - a program of ours, without a shell
    options = parser(__doc__)
    options.set_defaults(rounds=2)
    options.add_argument("--articles", type=int, default=200)
    options.add_argument("--once", nargs=2, metavar=("WHO", "PROJECT"), help="only one run, for the program's own use")
    chosen = options.parse_args()
    if chosen.once:
        {"l10n": _ours, "argostranslate": _theirs}[chosen.once[0]](Path(chosen.once[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        _install(scratch)
        newsroom = _newsroom(scratch / "newsroom", chosen.articles, chosen.seed)
        results = [
            _argos(scratch, "draft the Tokyo article", _seed(scratch / "seed"), chosen.rounds),
            _argos(scratch, f"draft {chosen.articles} articles", newsroom, chosen.rounds),
        ]
        words = sum(count_words(entry.msgid) for path in _catalogs(newsroom) for entry in polib.pofile(str(path)))
    conditions = {"articles": chosen.articles, "words": words, "seed": chosen.seed, "rounds": chosen.rounds}
    publish("draft", results, chosen.json, figures=_apertium() if MODE.exists() else {}, conditions=conditions)


def _argos(scratch: Path, job: str, original: Path, rounds: int) -> Result:
    costs = in_turn({who: partial(_run, scratch, who, original) for who in ("l10n", "argostranslate")}, rounds)
    return Result(job=job, peer="argostranslate", ours=costs["l10n"], theirs=costs["argostranslate"])


def _catalogs(project: Path) -> list[Path]:
    return sorted((project / "catalogs" / "nb" / "articles").glob("*.po"))


def _vocabulary() -> list[str]:
    return [a + b + c for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES]


def _seed(project: Path) -> Path:
    """The Tokyo article, with empty catalogs."""
    (project / "articles").mkdir(parents=True)
    shutil.copy(TOKYO, project / "articles")
    return _with_catalogs(project)


def _newsroom(project: Path, articles: int, seed: int) -> Path:
    """Articles of eight paragraphs of three sentences, with empty catalogs."""
    chance = random.Random(seed)  # noqa: S311 - the same articles each time
    vocabulary = _vocabulary()
    (project / "articles").mkdir(parents=True)
    for number in range(articles):
        paragraphs = []
        for _ in range(8):
            sentences = [" ".join(chance.choices(vocabulary, k=chance.randint(8, 20))) + "." for _ in range(3)]
            paragraphs.append(" ".join(sentence.capitalize() for sentence in sentences))
        text = f"---\ntitle: Number {number}\nlang: en\n---\n\n" + "\n\n".join(paragraphs) + "\n"
        (project / "articles" / f"a{number:03}.md").write_text(text, encoding="utf-8")
    return _with_catalogs(project)


def _with_catalogs(project: Path) -> Path:
    (project / "l10n.toml").write_text('[locales.nb]\nengine = "argos"\n', encoding="utf-8")
    for verb in ("extract", "sync"):
        subprocess.run([sys.executable, ROOT / "cli.py", "-C", project, verb], check=True, capture_output=True)
    return project


def _install(scratch: Path) -> None:
    import minisbd_model

    from tests.engines.tiny_model import build

    words = [
        *_vocabulary(),
        *re.findall(r"\b[a-z]+\b", TOKYO.read_text(encoding="utf-8")),
    ]  # names are copied, as models do
    table = {word: word[::-1] for word in words}
    archive = build(scratch / "en_nb.argosmodel", "en", "nb", table, layers=6, hidden=2048)
    environment = {**os.environ, "ARGOS_PACKAGES_DIR": str(scratch / "models")}
    command = [sys.executable, ROOT / "cli.py", "models", "install", archive]
    subprocess.run(command, check=True, capture_output=True, env=environment, cwd=ROOT)
    (package,) = (path for path in (scratch / "models").iterdir() if path.is_dir())
    minisbd_model.write(package / "minisbd" / "en.onnx", "en")


def _run(scratch: Path, who: str, original: Path) -> Cost:
    project = scratch / who
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(original, project)
    environment = {
        "ARGOS_PACKAGES_DIR": str(scratch / "models"), "ORT_DISABLE_TELEMETRY": "1",
        "XDG_DATA_HOME": str(scratch / "data"), "XDG_CONFIG_HOME": str(scratch / "config"),
        "XDG_CACHE_HOME": str(scratch / "cache"),
    }  # fmt: skip
    cost = run([sys.executable, __file__, "--once", who, project], more=environment)
    missing = sum(not entry.msgstr for path in _catalogs(project) for entry in polib.pofile(str(path)))
    assert not missing, f"{who} left {missing} messages without a draft"
    return cost


def _ours(project: Path) -> None:
    from l10n.commands import main as l10n

    l10n(["-C", str(project), "draft"])


def _theirs(project: Path) -> None:
    from argostranslate.translate import get_translation_from_codes

    translation = get_translation_from_codes("en", "nb")
    for path in _catalogs(project):
        catalog = polib.pofile(str(path))
        for entry in catalog.untranslated_entries():
            entry.msgstr = translation.translate(entry.msgid)
            entry.flags.append("fuzzy")
        catalog.save()


def _apertium() -> dict[str, dict[str, float]]:
    from l10n.engines.apertium import ApertiumEngine

    texts = [BOKMÅL.format(number) for number in range(300)]
    few = texts[:20]

    def a_process_each() -> None:
        for text in few:
            subprocess.run(["apertium", "nob-nno"], input=text, text=True, check=True, capture_output=True)

    def one_pipe() -> None:
        engine = ApertiumEngine()
        engine.translate(texts, "nb", "nn")
        engine.close()

    return {
        "draft with Apertium": {
            "ms a message, one pipe": 1000 * _timed(one_pipe) / len(texts),
            "ms a message, a process each": 1000 * _timed(a_process_each) / len(few),
        }
    }


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
