"""Long runs: killed and taken up again, in processes, on a cluster that loses a worker. Always the same bytes."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from l10n.workspace.journal import Journal
from tests.conftest import Run
from tests.engines.tiny_model import build

ARTICLES = 40
WORDS = [
    "the",
    "harbour",
    "opened",
    "after",
    "a",
    "long",
    "storm",
    "and",
    "two",
    "ferries",
    "left",
    "at",
    "noon",
    "with",
    "cars",
    "people",
    "mail",
]
SLOW_ENGINE = """
import os, time
from pathlib import Path
from l10n.engines.argos import ArgosEngine

class SlowEngine(ArgosEngine):
    name = "slow"
    def translate(self, texts, source, target, *, keep=()):
        with open(os.environ["ASKED"], "a") as asked:
            asked.write("".join(text + chr(10) for text in texts))
        time.sleep(0.15)
        return super().translate(texts, source, target, keep=keep)

class DeafEngine(SlowEngine):
    name = "deaf"
    def translate(self, texts, source, target, *, keep=()):
        from l10n.errors import EngineError
        raise EngineError("engine-failed", "The deaf engine heard nothing.", hint="Speak up.")
"""


@pytest.fixture
def newsroom(project: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Forty articles, a model, and an engine that takes its time and notes down what it is asked."""
    chance = random.Random(7)  # noqa: S311 - the same articles each time
    for number in range(ARTICLES):
        paragraphs = [" ".join(chance.choices(" ".join(WORDS).split(), k=12)).capitalize() + "." for _ in range(4)]
        front = f"---\ntitle: Article {number} from the harbour\nlang: en\nlead: It is number {number}.\n---\n\n"
        text = front + "\n\n".join(paragraphs) + "\n"
        (project / "articles" / f"a{number:03}.md").write_text(text, encoding="utf-8")
    (project / "l10n.toml").write_text('[locales.nb]\nengine = "slow"\n', encoding="utf-8")
    plugin = tmp_path / "plugin"
    (plugin / "slow-1.dist-info").mkdir(parents=True)
    (plugin / "slow_engine.py").write_text(SLOW_ENGINE, encoding="utf-8")
    (plugin / "slow-1.dist-info" / "METADATA").write_text("Name: slow\nVersion: 1\n", encoding="utf-8")
    (plugin / "slow-1.dist-info" / "entry_points.txt").write_text(
        "[l10n.engines]\nslow = slow_engine:SlowEngine\ndeaf = slow_engine:DeafEngine\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(plugin)
    monkeypatch.setenv("PYTHONPATH", f"{plugin}{os.pathsep}{Path(__file__).parents[2]}")
    monkeypatch.setenv("ASKED", str(tmp_path / "asked"))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "models"))
    assert run("extract", cwd=project).code == run("sync", cwd=project).code == 0
    table = {"the": "den", "harbour": "havna", "opened": "åpnet", "storm": "storm", "and": "og", "ferries": "ferger"}
    assert run("models", "install", build(tmp_path / "en_nb.argosmodel", "en", "nb", table)).code == 0
    return project


def draft(root: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", "from l10n.commands import main; main()", "draft", *options]
    return subprocess.Popen(command, cwd=root, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finished(process: subprocess.Popen[str]) -> str:
    """What a run wrote, when it has ended well."""
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, out + err
    return out + err


def content(root: Path) -> dict[str, str]:
    """Every file of the catalogs, and the ledger without its times."""
    files = {
        str(path.relative_to(root)): path.read_text(encoding="utf-8")
        for path in sorted((root / "catalogs" / "nb").rglob("*")) if path.is_file()
    }  # fmt: skip
    return {name: re.sub(r'"at":"[^"]*",', "", text) for name, text in files.items()}


@pytest.fixture
def expected(newsroom: Path, tmp_path: Path) -> dict[str, str]:
    """What a run in one go makes of a copy of the newsroom."""
    copy = tmp_path / "copy"
    subprocess.run(["cp", "-r", newsroom, copy], check=True)
    finished(draft(copy))
    (tmp_path / "asked").unlink()
    made = content(copy)
    assert "Havna" not in made["catalogs/nb/articles/a000.po"] or "den" in made["catalogs/nb/articles/a000.po"]
    assert len(made["catalogs/nb/reviews.jsonl"].splitlines()) == ARTICLES * 6
    return made


@pytest.mark.parametrize("options", [(), ("--jobs", "2")])
def test_a_killed_run_is_taken_up_where_it_stood(
    newsroom: Path, expected: dict[str, str], tmp_path: Path, options: tuple[str, ...]
) -> None:
    asked = tmp_path / "asked"
    first = draft(newsroom, *options)
    deadline = time.monotonic() + 30
    journal = newsroom / ".l10n" / "answers.jsonl"
    while not (journal.exists() and journal.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.01)  # until something is in it, not only until it is there
    first.send_signal(signal.SIGKILL)
    first.communicate(timeout=20)  # its workers notice that it is gone, and close their ends of the pipes
    assert journal.exists() and content(newsroom) != expected, "it was killed on the way"
    done = {json.loads(line)["draft"]["text"] for line in journal.read_text(encoding="utf-8").splitlines()}
    before = asked.read_text(encoding="utf-8").splitlines()
    finished(draft(newsroom, *options))
    assert content(newsroom) == expected
    again = asked.read_text(encoding="utf-8").splitlines()[len(before) :]
    assert len(done) > 0 and len(again) < len(set(before) | set(again)), "what was answered is not asked again"
    assert not journal.exists()


def test_processes_make_the_same_bytes(newsroom: Path, expected: dict[str, str]) -> None:
    finished(draft(newsroom, "--jobs", "2"))
    assert content(newsroom) == expected


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_why_another_engine_stood_in_is_said_wherever_it_happened(newsroom: Path, jobs: str) -> None:
    (newsroom / "l10n.toml").write_text('[locales.nb]\nengine = ["deaf", "pseudo"]\n', encoding="utf-8")
    said = finished(draft(newsroom, "--jobs", jobs, "--article", "a001"))
    assert "by pseudo en_nb 1)" in said
    assert said.count("The deaf engine heard nothing.") == 1 and "Speak up." in said


def test_a_killed_worker_process_is_a_sentence_and_costs_nothing(
    newsroom: Path, expected: dict[str, str], tmp_path: Path
) -> None:
    first = draft(newsroom, "--jobs", "2")
    _wait((tmp_path / "asked").exists)
    victim = next(_children(first.pid))
    os.kill(victim, signal.SIGKILL)
    _, err = first.communicate(timeout=60)
    assert first.returncode in (0, 4), err
    assert "A worker gave no answer: BrokenProcessPool" in err and "Traceback" not in err
    finished(draft(newsroom))
    assert content(newsroom) == expected


def _children(pid: int) -> Iterator[int]:
    """Processes of a pool that are past their start: multiprocessing's own helper is not among them."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            if "spawn_main" in Path(f"/proc/{child}/cmdline").read_text():
                yield int(child)
        time.sleep(0.01)


def test_a_cluster_that_loses_a_worker_makes_the_same_bytes(
    newsroom: Path, expected: dict[str, str], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if not request.config.getoption("--no-skips"):
        pytest.importorskip("distributed", reason="needs distributed (pip install l10n[dask])")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]]
        log = (tmp_path / f"{arguments[0]}.log").open("ab")
        return subprocess.Popen(command, cwd=tmp_path, stdout=log, stderr=log)

    own = [start("dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")]
    try:
        worker = ("dask_worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny", "--host", "127.0.0.1")
        workers = [start(*worker), start(*worker)]
        own += workers
        run = draft(newsroom, "--executor", f"dask://127.0.0.1:{port}")
        _wait((tmp_path / "asked").exists)
        workers[0].kill()
        finished(run)
    finally:
        for process in own:
            process.kill()
            process.wait()
    assert content(newsroom) == expected


def _wait(until: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not until():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_an_executor_that_is_none_is_a_sentence(newsroom: Path, run: Run) -> None:
    result = run("draft", "--executor", "ray://somewhere", cwd=newsroom)
    assert (result.code, "'ray://somewhere' is no executor" in result.err) == (2, True)


@pytest.mark.parametrize("address", ["dask://127.0.0.1:foo", "dask://127.0.0.1", "dask:///"])
def test_an_address_that_is_none_is_said_at_once(newsroom: Path, run: Run, address: str) -> None:
    result = run("draft", "--executor", address, cwd=newsroom)
    assert (result.code, f"'{address}' is no executor" in result.err) == (2, True)


def test_answers_survive_a_torn_line(tmp_path: Path) -> None:
    from l10n.engines.contract import Draft

    journal = Journal(tmp_path / "answers.jsonl", "answers.jsonl")
    journal.add({"a": Draft(text="én", confidence=-0.5, unknown=("x",), notes=("n",))})
    with (tmp_path / "answers.jsonl").open("ab") as torn:
        torn.write(b'{"key":"b","draft":{"text":"hal')
    journal.add({"c": Draft(text="tre")})
    assert journal.read() == {
        "a": Draft(text="én", confidence=-0.5, unknown=("x",), notes=("n",)), "c": Draft(text="tre")
    }  # fmt: skip
    journal.clear()
    assert journal.read() == {}
    journal.clear()
