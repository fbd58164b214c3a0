"""`l10n draft` with engines behind HTTP: what leaves the machine, what it costs, and a run that is killed."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.engines import services
from tests.engines.services import Answer, chat, chat_well, failing, good_items, serve, texts_of

CATALOG = "catalogs/nb/articles/harbour.po"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def server() -> Iterator[services.Service]:
    with serve(chat_well) as service:
        yield service


@pytest.fixture
def remote(harbour: Path, run: Run, server: services.Service) -> Path:
    """The harbour project, whose Bokmål is drafted by a server of the OpenAI shape."""
    text = (harbour / "l10n.toml").read_text(encoding="utf-8")
    text = text.replace('[locales.nb]\nengine = "pseudo"', '[locales.nb]\nengine = "openai"')
    text += f"""
[engines.openai]
url = "{server.url}/v1"
model = "small-1"
key_env = "HARBOUR_KEY"
retry_wait = 0.01
retries = 1
price = 2.5
"""
    (harbour / "l10n.toml").write_text(text, encoding="utf-8")
    assert run("extract", cwd=harbour).code == 0
    assert run("sync", cwd=harbour).code == 0
    return harbour


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HARBOUR_KEY", "s3cret-key")


def change(root: Path, old: str, new: str) -> None:
    path = root / "l10n.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_drafts_and_says_where_the_words_went(remote: Path, run: Run, server: services.Service) -> None:
    result = run("draft", "nb", cwd=remote)
    assert result.code == 0
    assert result.out == f"{CATALOG}: 1 message drafted (5 words by openai small-1 prompt-1)\n"
    assert f"openai: 5 words went to {server.url}, on this machine, about 0.01 at 2.5 for 1,000 words." in result.err
    text = (remote / CATALOG).read_text(encoding="utf-8")
    assert "# l10n-origin: openai small-1 prompt-1" in text and 'msgstr "Ordføreren takket mannskapene."' in text
    assert server.headers[0]["Authorization"] == "Bearer s3cret-key"


def test_the_key_is_written_nowhere(remote: Path, run: Run, server: services.Service) -> None:
    server.does(failing(500, body='{"error": "s3cret-key"}'), failing(400, body='{"error": "s3cret-key"}'))
    result = run("draft", cwd=remote)
    assert "s3cret" not in result.out + result.err
    for path in remote.rglob("*"):
        assert not path.is_file() or b"s3cret" not in path.read_bytes()


def test_a_dry_run_says_what_would_leave_and_asks_nobody(remote: Path, run: Run, server: services.Service) -> None:
    asked = run("draft", "nb", "--dry-run", "--budget", "100", cwd=remote)
    assert f"openai: 5 words would go to {server.url}, on this machine" in asked.err
    assert "the budget is 100 words" in asked.err
    change(remote, f"{server.url}/v1", "https://api.example.com/v1")
    away = run("draft", "nb", "--dry-run", cwd=remote)
    assert "openai: 5 words would go to https://api.example.com, which leaves this machine" in away.err
    assert server.asked == []


def test_nothing_is_sent_unless_the_engine_is_named(remote: Path, run: Run, server: services.Service) -> None:
    change(remote, 'engine = "openai"', 'engine = "pseudo"')
    assert run("draft", cwd=remote).code == 0
    assert server.asked == []
    assert run("draft", "nb", "--refresh", "--engine", "openai", cwd=remote).code == 0
    assert server.asked != []


def test_an_engine_without_a_table_has_no_address(remote: Path, run: Run) -> None:
    result = run("draft", "nb", "--engine", "libretranslate", cwd=remote)
    assert result.code == 3
    assert "[engines.libretranslate] is missing" in result.err


def test_without_the_key_nothing_is_sent(
    remote: Path, run: Run, server: services.Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HARBOUR_KEY")
    result = run("draft", "nb", cwd=remote)
    assert (result.code, server.asked) == (4, [])
    assert "The engine openai needs its key, and $HARBOUR_KEY is not set." in result.err


def test_the_next_engine_stands_in_and_its_draft_stays(remote: Path, run: Run, server: services.Service) -> None:
    change(remote, 'engine = "openai"', 'engine = ["openai", "pseudo"]')
    server.good = failing(500)
    result = run("draft", "nb", cwd=remote)
    assert result.code == 0
    assert "gives no answer: it answers 500" in result.err
    assert "# l10n-origin: pseudo en_nb 1" in (remote / CATALOG).read_text(encoding="utf-8")
    server.good = chat_well
    once = (remote / CATALOG).read_bytes()
    assert run("draft", "nb", cwd=remote).code == 0
    assert (remote / CATALOG).read_bytes() == once
    assert run("draft", "nb", "--refresh", cwd=remote).code == 0
    assert "# l10n-origin: openai small-1" in (remote / CATALOG).read_text(encoding="utf-8")


def test_a_respelled_name_is_said_and_not_paid_for_again(remote: Path, run: Run, server: services.Service) -> None:
    article = (
        "---\ntitle: Storm\nlang: en\n---\n\nMayor Ingrid Solheim spoke.\n\nSolheim thanked the crews of the ferries.\n"
    )
    (remote / "articles" / "storm.md").write_text(article, encoding="utf-8")
    run("extract", cwd=remote), run("sync", cwd=remote)
    said = {"Mayor Ingrid Solheim spoke.": "Ordfører Ingrid Solheim talte.", "Storm": "Storm",
            "Solheim thanked the crews of the ferries.": "Solhem takket fergenes mannskaper."}  # fmt: skip
    server.good = lambda asked: chat({**item, "text": said[item["source"]]} for item in services.items_of(asked))
    assert run("draft", "nb", "--article", "storm", cwd=remote).code == 0
    text = (remote / "catalogs/nb/articles/storm.po").read_text(encoding="utf-8")
    assert text.count("# l10n-note: draft: name respelled: Solheim is written Solhem") == 1
    assert max(Counter(server.texts()).values()) == 1


def test_with_several_processes_the_words_still_go_from_the_one_that_counts_them(
    remote: Path, run: Run, server: services.Service
) -> None:
    change(remote, 'engine = "openai"', 'engine = ["openai", "pseudo"]')
    result = run("draft", "nb", "--jobs", "2", cwd=remote)
    assert result.code == 0
    assert f"openai: 5 words went to {server.url}" in result.err
    assert "l10n-origin: openai small-1" in (remote / CATALOG).read_text(encoding="utf-8")
    assert run("draft", "nb", "--refresh", "--jobs", "2", "--engine", "pseudo", cwd=remote).code == 0
    assert "l10n-origin: pseudo" in (remote / CATALOG).read_text(encoding="utf-8")
    assert len(server.asked) == 1


def test_a_suggestion_is_of_the_engine_that_stood_in_and_stays(
    remote: Path, run: Run, server: services.Service
) -> None:
    change(remote, 'engine = "openai"', 'engine = ["openai", "pseudo"]')
    assert run("approve", "nb", "harbour", "--message", "To ferger gikk klokken tolv.", cwd=remote).code == 0
    article = remote / "articles" / "harbour.md"
    article.write_text(article.read_text(encoding="utf-8").replace("at noon", "at 14:30"), encoding="utf-8")
    assert run("extract", cwd=remote).code == run("sync", cwd=remote).code == 0
    server.good = failing(500)
    assert "1 of them beside a stale text" in run("draft", "nb", cwd=remote).out
    once = (remote / CATALOG).read_text(encoding="utf-8")
    assert "# l10n-suggestion-from: pseudo en_nb 1" in once
    server.good = chat_well
    assert run("draft", "nb", cwd=remote).code == 0
    assert (remote / CATALOG).read_text(encoding="utf-8") == once
    assert run("draft", "nb", "--refresh", cwd=remote).code == 0
    assert "# l10n-suggestion-from: openai small-1" in (remote / CATALOG).read_text(encoding="utf-8")


def test_engines_by_domain(remote: Path, run: Run, server: services.Service) -> None:
    change(remote, '[locales.nn]\nengine = "pseudo"', '[locales.nn]\nengine = { articles = "openai" }')
    assert run("draft", "nn", cwd=remote).code == 0
    assert not (remote / "catalogs/nn/chrome.po").read_text(encoding="utf-8").count("l10n-origin")
    assert "l10n-origin: openai" in (remote / "catalogs/nn/articles/harbour.po").read_text(encoding="utf-8")
    before = len(server.asked)
    change(remote, '{ articles = "openai" }', '{ chrome = "pseudo", articles = "openai" }')
    assert run("draft", "nn", cwd=remote).code == 0
    assert "⟦" in (remote / "catalogs/nn/chrome.po").read_text(encoding="utf-8")
    assert len(server.asked) == before


def long_project(root: Path, server: services.Service, paragraphs: int = 90) -> Path:
    """Two articles of ferries, to be drafted by the server."""
    (root / "articles").mkdir(parents=True)
    for slug, first in (("east", 0), ("west", 1000)):
        body = "\n\n".join(f"Ferry number {first + n} left at noon." for n in range(paragraphs))
        front = f"---\ntitle: Ferry number {first + 999} left at noon.\nlang: en\n---\n\n"
        (root / "articles" / f"{slug}.md").write_text(f"{front}{body}\n", encoding="utf-8")
    (root / "l10n.toml").write_text(
        f'[locales.nb]\nengine = "openai"\n[engines.openai]\nurl = "{server.url}"\nmodel = "m"\nretry_wait = 0.01\n',
        encoding="utf-8",
    )
    return root


def drafted(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in (root / "catalogs").rglob("*.po")}


def test_the_good_are_kept_and_the_rest_stays_new(tmp_path: Path, run: Run, server: services.Service) -> None:
    root = long_project(tmp_path / "p", server, 30)
    run("extract", cwd=root), run("sync", cwd=root)

    def seven_never_come(asked: dict[str, Any]) -> Answer:
        return chat(item for item in good_items(asked) if "7" not in item["text"])

    server.good = seven_never_come
    result = run("draft", "--json", cwd=root)
    assert result.code == 0
    rows = json.loads(result.out)["catalogs"]
    assert [sum(draft["messages"] for draft in row["drafts"]) for row in rows] == [28, 28]
    assert [len(row["failed"]) for row in rows] == [3, 3]
    assert "and 0 more" not in result.err and "no translation came back" in result.err
    text = (root / "catalogs/nb/articles/east.po").read_text(encoding="utf-8")
    assert 'msgid "Ferry number 7 left at noon."\nmsgstr ""\n' in text
    server.good = chat_well
    before = len(server.texts())
    assert run("draft", cwd=root).code == 0
    assert len(server.texts()) - before == 6


def test_when_nothing_worked_the_exit_code_says_so(remote: Path, run: Run, server: services.Service) -> None:
    for bad in (failing(500), lambda asked: chat([])):
        server.good = bad
        result = run("draft", "nb", cwd=remote)
        assert (result.code, result.err != "") == (4, True)
    assert 'msgid "The mayor thanked the crews."\nmsgstr ""' in (remote / CATALOG).read_text(encoding="utf-8")


def test_the_budget_stops_what_is_paid(tmp_path: Path, run: Run, server: services.Service) -> None:
    root = long_project(tmp_path / "p", server, 30)
    run("extract", cwd=root), run("sync", cwd=root)
    result = run("draft", "--budget", "102", cwd=root)
    assert result.code == 0
    assert len(server.texts()) == 17  # of six words each
    assert "beyond the budget" in result.err and "openai: 102 words went to" in result.err
    run("draft", "--budget", "102", cwd=root)
    assert max(Counter(server.texts()).values()) == 1
    change(root, 'model = "m"', 'model = "m"\nbudget_words = 6')
    run("draft", cwd=root)
    assert len(server.texts()) == 35


def start(root: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, ROOT / "cli.py", "draft"], cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


@pytest.mark.parametrize("delay", [None, 0.0, 0.002, 0.005, 0.02, 0.06])
def test_a_killed_run_ends_with_the_same_bytes_and_pays_nothing_twice(
    delay: float | None, tmp_path: Path, run: Run, server: services.Service
) -> None:
    """Killed while a request is under way (None), or some time after its answer has gone out."""
    whole, killed = (long_project(tmp_path / name, server) for name in ("whole", "killed"))
    for root in (whole, killed):
        run("extract", cwd=root), run("sync", cwd=root)
    assert run("draft", cwd=whole).code == 0
    server.asked.clear()

    for at in (1, 3, 9):
        process = start(killed)
        count = 0

        def kill(asked: dict[str, Any], at: int = at, process: subprocess.Popen[bytes] = process) -> Answer:
            nonlocal count
            count += 1
            if count == at and delay is None:
                process.kill()
                process.wait()
                server.asked.pop()  # the answer never reached anybody
            elif count == at:
                threading.Timer(delay or 0.0, process.kill).start()
            return chat_well(asked)

        server.good = kill
        assert process.wait(timeout=60) in (-signal.SIGKILL, 0)
    server.good = chat_well
    assert run("draft", cwd=killed).code == 0
    assert drafted(killed) == drafted(whole)

    times = Counter(text for asked in server.asked for text in texts_of(asked))
    assert len(times) == 182
    again = sum(count - 1 for count in times.values())
    if delay is None:
        assert again == 0
    else:  # an answer may be on its way to a process that is no more; all the others are on the disk
        assert again <= 3 * 20


def test_a_proxy_never_gets_what_goes_to_this_machine(
    remote: Path, run: Run, server: services.Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve(chat_well) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.delenv("no_proxy", raising=False)
        assert run("draft", "nb", cwd=remote).code == 0
        assert (len(server.asked), len(proxy.asked)) == (1, 0)


def test_answers_that_cannot_be_read_are_unknown(remote: Path, run: Run, server: services.Service) -> None:
    kept = remote / ".l10n" / "answers" / "openai.jsonl"
    kept.parent.mkdir(exist_ok=True)
    kept.write_bytes(b'\xff\xfe\n[]\n{"a": 1}\n["k", 7]\n[["k"], "x"]\n["torn", "ha')
    assert run("draft", "nb", cwd=remote).code == 0
    assert run("draft", "nb", "--refresh", cwd=remote).code == 0
    assert len(server.asked) == 1
