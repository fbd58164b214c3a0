"""`l10n serve`: where it listens, for whom, and what it says when it will not."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import Run

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])  # noqa: S104 - that it is refused is the point
def test_beyond_loopback_it_wants_to_know_people(harbour: Path, run: Run, host: str) -> None:
    result = run("serve", "--host", host, cwd=harbour)
    assert result.code == 2
    assert "must know who they are" in result.err
    assert "--token-file" in result.err


def test_a_header_is_nothing_without_a_proxy(harbour: Path, run: Run) -> None:
    result = run("serve", "--user-header", "X-User", cwd=harbour)
    assert result.code == 2
    assert "--trusted-proxy" in result.err


@pytest.mark.parametrize(
    ("tokens", "said"),
    [
        ("short Ola", "can be guessed"),
        ("a-token-that-is-long-enough", "has no name"),
        ("# nothing\n", "no token"),
        ("a-token-that-is-long-enough Ola\na-token-that-is-long-enough Kari", "already"),
    ],
)
def test_a_token_file_that_says_too_little(harbour: Path, run: Run, tokens: str, said: str) -> None:
    (harbour / "tokens").write_text(tokens, encoding="utf-8")
    result = run("serve", "--token-file", "tokens", cwd=harbour)
    assert result.code == 3
    assert said in result.err
    assert "tokens" in result.err


def test_a_token_file_that_others_can_read_is_pointed_out(harbour: Path, run: Run) -> None:
    file = harbour / "tokens"
    file.write_text("a-token-that-is-long-enough Ola Nordmann <ola@example.org>\n", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as taken:  # so that it ends by itself
        for mode in (0o644, 0o600):
            file.chmod(mode)
            result = run("serve", "--token-file", "tokens", "--port", str(taken.getsockname()[1]), cwd=harbour)
            assert ("chmod 600 tokens" in result.err) is (mode == 0o644), result.err


def test_a_taken_port_is_a_sentence(harbour: Path, run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run("serve", "--port", str(taken.getsockname()[1]), cwd=harbour)
    assert result.code == 2
    assert "--port 0" in result.err


def test_without_its_libraries_it_says_what_to_install(
    harbour: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("l10n.commands.serve.find_spec", lambda name: None)
    result = run("serve", cwd=harbour)
    assert result.code == 4
    assert "pip install 'l10n[serve]'" in result.err


def test_it_serves_until_it_is_stopped(harbour: Path) -> None:
    environment = os.environ | {"GIT_AUTHOR_NAME": "Ola Nordmann", "GIT_AUTHOR_EMAIL": "ola@example.org"}
    command = [sys.executable, str(ROOT / "cli.py"), "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=harbour, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        url = server.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", url)
        with urllib.request.urlopen(url + "nb/harbour") as answer:
            page = answer.read().decode()
        server.send_signal(signal.SIGINT)
        assert server.wait(10) == 0
    assert "Havnen åpner etter uværet" in page
    assert "Ola Nordmann" in page
