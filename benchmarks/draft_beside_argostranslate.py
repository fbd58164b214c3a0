"""Draft a newsroom, beside argostranslate's own call, and Apertium's pipe beside a process a message, in one run.

    python benchmarks/draft_beside_argostranslate.py [--articles 200]

Two projects: the Tokyo article alone, and a newsroom of generated articles. Whole runs, A B A B: the program starts,
reads the catalogs, loads the model, translates and writes. The peer reads and writes with polib and calls
`argostranslate.translate` for each message. The model is the test fixture with its weights wired by hand and a
vocabulary of some 4,000 words (tests/engines/tiny_model.py), with as many layers as Argos Translate's own models, of
the same hidden width and half the outer one: real loading and decoding.
Needs `pip install onnx`; the part with Apertium needs apertium-nno-nob.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import polib

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from l10n.segmentation.words import count_words  # noqa: E402 - found on the path above

TOKYO = ROOT / "articles" / "tokyo-forum.md"
SYLLABLES = ("ba", "de", "fi", "go", "ha", "je", "ki", "lo", "mu", "ne", "pa", "re", "si", "to", "va", "ys")
MODE = Path("/usr/share/apertium/modes/nob-nno.mode")
BOKMÅL = "Statsministeren sa på mandag at regjeringen ikke vil øke skattene. Hun møtte pressen i Oslo klokka {}."


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--once", nargs=2, metavar=("WHO", "PROJECT"), help="only one run, for the program's own use")
    options = parser.parse_args()
    if options.once:
        {"l10n": _ours, "argostranslate": _theirs}[options.once[0]](Path(options.once[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        _install(scratch)
        _argos(scratch, "the Tokyo article", _seed(scratch / "seed"))
        _argos(scratch, f"{options.articles} articles", _newsroom(scratch / "newsroom", options.articles))
    if MODE.exists():
        _apertium()


def _argos(scratch: Path, name: str, original: Path) -> None:
    words = sum(count_words(entry.msgid) for path in _catalogs(original) for entry in polib.pofile(str(path)))
    print(f"{name}, {words:,} words:")
    for _ in range(2):
        for who in ("l10n", "argostranslate"):
            project = scratch / who
            shutil.rmtree(project, ignore_errors=True)
            shutil.copytree(original, project)
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            seconds = _timed(partial(_run, scratch, who, project))
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            drafted = sum(bool(entry.msgstr) for path in _catalogs(project) for entry in polib.pofile(str(path)))
            print(
                f"  {who:15} {drafted:,} messages in {seconds:6.1f} s, {words / seconds:7,.0f} words a second; "
                f"processors busy {busy:6.1f} s"
            )


def _catalogs(project: Path) -> list[Path]:
    return sorted((project / "catalogs" / "nb" / "articles").glob("*.po"))


def _vocabulary() -> list[str]:
    return [a + b + c for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES]


def _seed(project: Path) -> Path:
    """The Tokyo article, with empty catalogs."""
    (project / "articles").mkdir(parents=True)
    shutil.copy(TOKYO, project / "articles")
    return _with_catalogs(project)


def _newsroom(project: Path, articles: int) -> Path:
    """Articles of eight paragraphs of three sentences, with empty catalogs."""
    chance = random.Random(1)  # noqa: S311 - the same articles each time
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


def _run(scratch: Path, who: str, project: Path) -> None:
    environment = {
        **os.environ, "ARGOS_PACKAGES_DIR": str(scratch / "models"), "ORT_DISABLE_TELEMETRY": "1",
        "XDG_DATA_HOME": str(scratch / "data"), "XDG_CONFIG_HOME": str(scratch / "config"),
        "XDG_CACHE_HOME": str(scratch / "cache"),
    }  # fmt: skip
    command = [sys.executable, __file__, "--once", who, str(project)]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


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


def _apertium() -> None:
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

    rounds = (("apertium pipe", len(texts), one_pipe), ("a process each", len(few), a_process_each))
    for name, count, work in rounds * 2:
        each = 1000 * _timed(work) / count
        print(f"{name:15} {count} messages, {each:6.1f} ms a message, the start included")


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
