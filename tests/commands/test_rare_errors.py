"""Errors that no other test meets: each is said with its id, and with the exit code that its kind has."""

from __future__ import annotations

import http.server
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from l10n.model.state import State
from tests import bundles
from tests.conftest import Run
from tests.engines import tiny_model

OPENAI = '\n[engines.openai]\nurl = "http://127.0.0.1:9/v1"\n'


@pytest.fixture
def newsroom(project: Path) -> Path:
    bundles.fill(project, "en", State.REVIEWED)
    bundles.fill(project, "nb", State.TRANSLATED)
    return project


def failed(run: Run, newsroom: Path, *arguments: object) -> tuple[int, str]:
    """Exit code and id of a command that has to fail."""
    done = run(*map(str, arguments), cwd=newsroom)
    first = done.err.split("]")[0] if "]" in done.err else done.err
    return done.code, first.rpartition("[")[2]


@pytest.mark.parametrize(
    ("command", "wanted"),
    [
        ("pull nb --from ftp://example.org/site --to there", (2, "address-unfit")),
        ("pull nb --from empty --to there --at HEAD", (2, "not-a-project")),
        ("pull nb --from . --what catalogs --to there --frozen --lock nowhere.lock", (2, "no-lock-file")),
        ("diff empty other", (2, "no-catalogs-here")),
        ("-C nowhere status", (2, "no-such-folder")),
        ("-C " + "x" * 5000 + " status", (3, "system-refused")),
        ("approve nb ferries --as draft", (2, "no-such-level")),
        ("tm share", (2, "no-team-memory")),
        ("tm import units.tmx --name ../units", (2, "memory-name")),
        ("export nb ferries --format xlsx", (2, "not-for-a-terminal")),
        ("export nb --output all.xlf", (2, "one-file-for-one-article")),
        ("import ferries.xlf units.tmx", (2, "not-together")),
    ],
)  # fmt: skip
def test_usage(run: Run, newsroom: Path, command: str, wanted: tuple[int, str]) -> None:
    (newsroom / "empty").mkdir()
    (newsroom / "other").mkdir()
    second = "---\ntitle: Ferries again\n---\n\nTwo left.\n"
    (newsroom / "articles/again.md").write_text(second, encoding="utf-8")
    assert run("extract", cwd=newsroom).code == 0 and run("sync", cwd=newsroom).code == 0
    assert run("export", "nb", "ferries", "--output", "ferries.xlf", cwd=newsroom).code == 0
    assert run("tm", "export", "nb", "--output", "units.tmx", cwd=newsroom).code == 0
    assert failed(run, newsroom, *command.split()) == wanted


def test_settings_that_are_no_toml(run: Run, newsroom: Path) -> None:
    (newsroom / "l10n.toml").write_text("article_language = en\n", encoding="utf-8")
    assert failed(run, newsroom, "status") == (3, "settings-not-toml")


def test_captured_strings_that_cannot_be_read(run: Run, newsroom: Path) -> None:
    (newsroom / "catalogs/captured.jsonl").write_text('{"text": 3}\n', encoding="utf-8")
    assert failed(run, newsroom, "extract") == (3, "not-captured-strings")


def test_a_baseline_of_half_the_catalogs(run: Run, newsroom: Path) -> None:
    (newsroom / "catalogs/nb/articles/ferries.po").write_text('msgid "a\n', encoding="utf-8")
    done = run("check", "--write-baseline", "known.jsonl", cwd=newsroom)
    assert done.code == 3 and "[baseline-of-half]" in done.err
    assert not (newsroom / "known.jsonl").exists()


def test_an_engine_without_a_model(run: Run, newsroom: Path) -> None:
    with (newsroom / "l10n.toml").open("a", encoding="utf-8") as settings:
        settings.write(OPENAI)
    bundles.fill(newsroom, "nb", State.NEW)
    done = run("draft", "nb", "--engine", "openai", cwd=newsroom)
    assert done.code == 4 and 'model = "…"' in done.err


def test_no_name_to_sign_with(run: Run, newsroom: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.useConfigOnly")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "true")
    assert failed(run, newsroom, "approve", "nb", "ferries") == (2, "who-are-you")


def test_git_that_does_not_take_a_setting(run: Run, newsroom: Path) -> None:
    os.system(f"git -C {newsroom} init -q")  # noqa: S605 - a path of pytest's
    (newsroom / ".git/config.lock").touch()
    assert failed(run, newsroom, "git-setup") == (4, "git-refused")


def test_signatures_without_their_program(run: Run, newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (newsroom / "key").touch()
    git = Path(shutil.which("git") or "git")
    (newsroom / "bin").mkdir()
    (newsroom / "bin/git").symlink_to(git)
    monkeypatch.setenv("PATH", str(newsroom / "bin"))
    assert failed(run, newsroom, "build", "--sign", "key") == (4, "ssh-keygen-missing")


def test_a_folder_of_models_that_cannot_be_made(run: Run, newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tiny_model.build(newsroom / "tiny.argosmodel", "en", "nb", {"ferry": "ferje"})
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(newsroom / "l10n.toml/models"))
    assert failed(run, newsroom, "models", "install", package) == (3, "cannot-install")


def test_an_archive_that_was_damaged(run: Run, newsroom: Path) -> None:
    assert run("build", "--locale", "nb", "--gate", "translated=50", "--archive", "site.zip", cwd=newsroom).code == 0
    with zipfile.ZipFile(newsroom / "site.zip") as whole, zipfile.ZipFile(newsroom / "odd.zip", "w") as odd:
        for name in whole.namelist():
            odd.writestr(zipfile.ZipInfo(name), whole.read(name), zipfile.ZIP_STORED)
        page = next(one for one in odd.infolist() if one.filename == "ferries/nb/index.html")
    damaged = bytearray((newsroom / "odd.zip").read_bytes())
    damaged[page.header_offset + 300] ^= 0xFF
    (newsroom / "odd.zip").write_bytes(damaged)
    assert failed(run, newsroom, "pull", "nb", "--from", "odd.zip", "--to", "there") == (3, "archive-damaged")
    assert not (newsroom / "there").exists()


def test_catalogs_that_were_delivered_as_mo_stay_so(run: Run, newsroom: Path) -> None:
    first = (
        "pull",
        "nb",
        "--from",
        ".",
        "--what",
        "catalogs",
        "--format",
        "mo",
        "--gate",
        "translated=50",
        "--to",
        "mo",
    )
    assert run(*first, cwd=newsroom).code == 0
    again = ("pull", "nb", "--from", "mo", "--what", "catalogs", "--format", "json", "--to", "there")
    assert failed(run, newsroom, *again) == (2, "only-as-delivered")


def test_a_catalog_that_holds_less_than_its_manifest_says(run: Run, newsroom: Path) -> None:
    first = ("pull", "nb", "--from", ".", "--what", "catalogs", "--gate", "translated=90", "--to", "first")
    assert run(*first, cwd=newsroom).code == 0
    path = newsroom / "first/nb/articles/ferries.po"
    before = path.read_bytes()
    lines = before.decode().split("\n")
    emptied = "\n".join('msgstr ""' if line.startswith('msgstr "nb: ') else line for line in lines).encode()
    path.write_bytes(emptied)
    manifest = (newsroom / "first/manifest.json").read_text(encoding="utf-8")
    manifest = manifest.replace(sha256(before).hexdigest(), sha256(emptied).hexdigest())
    rows = json.loads(manifest)
    for file in rows["files"]:
        if file["path"] == "nb/articles/ferries.po":
            file["size"] = len(emptied)
    (newsroom / "first/manifest.json").write_text(json.dumps(rows), encoding="utf-8")
    done = run(
        "pull", "nb", "--from", "first", "--what", "catalogs", "--gate", "translated=90", "--to", "x", cwd=newsroom
    )
    assert done.code in (1, 3), done.err
    assert not (newsroom / "x/nb/articles/ferries.po").exists()


def test_a_model_that_cannot_be_removed(run: Run, newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(newsroom / "models"))
    package = tiny_model.build(newsroom / "tiny.argosmodel", "en", "nb", {"ferry": "ferje"})
    assert run("models", "install", package, cwd=newsroom).code == 0
    place = next(path for path in (newsroom / "models").iterdir() if path.is_dir())
    place.rename(newsroom / "elsewhere")
    place.symlink_to(newsroom / "elsewhere")
    assert failed(run, newsroom, "models", "remove", "en", "nb") == (3, "cannot-remove")


def test_argos_without_its_library(run: Run, newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from l10n.engines.argos_library import package_module

    package_module.cache_clear()
    monkeypatch.setitem(sys.modules, "argostranslate", None)
    assert failed(run, newsroom, "models", "install", "en", "nb") == (4, "argos-missing")
    monkeypatch.undo()
    package_module.cache_clear()


def test_a_cluster_without_its_client(run: Run, newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundles.fill(newsroom, "nb", State.NEW)
    monkeypatch.setitem(sys.modules, "distributed", None)
    command = ("draft", "nb", "--engine", "pseudo", "--executor", "dask://127.0.0.1:8786")
    assert failed(run, newsroom, *command) == (4, "dask-missing")


@pytest.mark.parametrize(("is_there", "wanted"), [(False, "no-scheduler"), (True, "no-workers")])
def test_a_cluster_that_is_not_there(
    run: Run, newsroom: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool, wanted: str
) -> None:
    bundles.fill(newsroom, "nb", State.NEW)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    scheduler = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port)]
    own = (
        subprocess.Popen([*scheduler, "--no-dashboard"], cwd=newsroom, stderr=subprocess.DEVNULL) if is_there else None
    )
    monkeypatch.setattr("l10n.commands.draft.executors._PATIENCE", 6 if is_there else 1)
    try:
        drafting = ("draft", "nb", "--engine", "pseudo", "--executor", f"dask://127.0.0.1:{port}")
        assert failed(run, newsroom, *drafting) == (4, wanted)
    finally:
        if own:
            own.kill()
            own.wait()


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[str], None]]:
    """Says what the index of Argos answers."""
    from l10n.engines.argos_library import package_module

    settings = package_module().settings

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(said.encode())

        def log_message(self, *_: object) -> None: ...

    said = "[]"
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(settings, "local_package_index", tmp_path / "index.json")

    def answer(kind: str) -> None:
        port = server.server_port if kind == "empty" else 9
        monkeypatch.setattr(settings, "remote_package_index", f"http://127.0.0.1:{port}/index.json")

    yield answer
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(("kind", "wanted"), [("empty", "argos-index-no-model"), ("gone", "argos-index-unreachable")])
def test_the_index_of_models(run: Run, newsroom: Path, index: Callable[[str], None], kind: str, wanted: str) -> None:
    index(kind)
    assert failed(run, newsroom, "models", "install", "en", "nb") == (4, wanted)
