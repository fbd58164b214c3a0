"""The pipeline recipes in docs/ci: what they may do, and their shell steps against a server on this machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from l10n.formats.diff.markdown import MARK
from tests.formats.diff import newsroom

ROOT = Path(__file__).parents[2]
GITHUB = yaml.safe_load((ROOT / "docs/ci/github-diff.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / "docs/ci/gitlab-diff.yml").read_text(encoding="utf-8"))
BOT, STRANGER = "github-actions[bot]", "mallory"
TOKEN = "not-a-secret"  # noqa: S105


def steps(job: str) -> list[dict[str, Any]]:
    return list(GITHUB["jobs"][job]["steps"])


def script_of(job: str, name: str) -> str:
    return str(next(step["run"] for step in steps(job) if step.get("name") == name))


def test_no_text_of_a_pull_request_becomes_a_part_of_a_script() -> None:
    scripts = [step["run"] for job in GITHUB["jobs"] for step in steps(job) if "run" in step]
    assert len(scripts) == 3
    assert not [script for script in scripts if "${{" in script]
    filled = [value for job in GITHUB["jobs"] for step in steps(job) for value in step.get("env", {}).values()]
    assert not [value for value in filled if "title" in value or "ref" in value or "body" in value or "login" in value]


def test_each_job_has_the_least_rights() -> None:
    assert GITHUB["permissions"] == {}
    assert {name: job["permissions"] for name, job in GITHUB["jobs"].items()} == {
        "diff": {"contents": "read"},
        "comment": {"pull-requests": "write"},
    }
    assert "pull_request_target" not in GITHUB[True]  # YAML 1.1 reads the key `on` as true
    assert not [step for step in steps("comment") if "checkout" in step.get("uses", "")]
    assert steps("diff")[0]["with"]["persist-credentials"] is False
    assert GITLAB["l10n-comment"]["variables"]["GIT_STRATEGY"] == "none"
    assert "TOKEN" not in str(GITLAB["l10n-diff"])


class Forge(ThreadingHTTPServer):
    """As much of a forge's API as a comment needs: two pages of comments, one user, and what was asked of it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Desk)
        self.comments: list[dict[str, Any]] = []
        self.asked: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def add(self, body: str, user: str) -> dict[str, Any]:
        number = len(self.comments) + 1
        self.comments.append(
            {
                "id": number,
                "url": f"{self.url}/comments/{number}",
                "html_url": f"{self.url}/seen/{number}",
                "body": body,
                "user": {"login": user},
                "author": {"id": 7 if user == BOT else 8},
            }
        )
        return self.comments[-1]


class Desk(BaseHTTPRequestHandler):
    server: Forge

    def _answer(self) -> None:
        self.server.asked.append(f"{self.command} {self.path.partition('?')[0]}")
        given = self.headers["Authorization"] or self.headers["PRIVATE-TOKEN"] or ""
        length = int(self.headers["Content-Length"] or 0)
        body = json.loads(self.rfile.read(length))["body"] if length else ""
        if TOKEN not in given:
            self.send_error(401)
            return
        answer: Any
        if self.path.endswith("/user"):
            answer = {"id": 7}
        elif self.command == "GET":
            page = int(self.path.rpartition("page=")[2])
            answer = self.server.comments[100 * (page - 1) : 100 * page]
        elif self.command == "POST":
            answer = self.server.add(body, BOT)
        else:
            answer = self.server.comments[int(self.path.rpartition("/")[2]) - 1]
            answer["body"] = body
        data = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PATCH = do_PUT = _answer  # noqa: N815

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def forge() -> Iterator[Forge]:
    server = Forge()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def run_script(shell: str, script: str, folder: Path, **variables: str) -> str:
    program = folder / "bin" / "l10n"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ROOT / "cli.py"}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environment = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", **variables}
    done = subprocess.run([shell, "-c", script], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert TOKEN not in done.stdout + done.stderr
    return done.stdout


@pytest.mark.needs("curl", "jq")
@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_one_comment_is_written_and_then_renewed(forge: Forge, tmp_path: Path, kind: str) -> None:
    for number in range(120):
        forge.add(f"comment {number}", STRANGER)
    forge.add(f"{MARK} of somebody else", STRANGER)

    def post(text: str) -> None:
        (tmp_path / "diff.md").write_text(f"{MARK}\n{text}\n", encoding="utf-8")
        if kind == "github":
            script = script_of("comment", "Write or renew the comment")
            run_script("bash", script, tmp_path, TOKEN=TOKEN, COMMENTS=f"{forge.url}/repos/o/r/issues/3/comments")
        else:
            (script,) = GITLAB["l10n-comment"]["script"]
            run_script(
                "sh", script, tmp_path, L10N_COMMENT_TOKEN=TOKEN, CI_API_V4_URL=forge.url, CI_PROJECT_ID="5",
                CI_MERGE_REQUEST_IID="3",
            )  # fmt: skip

    hostile = 'første «dag» $(touch pwned) `touch pwned` "; touch pwned; \\n'
    post(hostile)
    post("andre dag")
    written = [asked for asked in forge.asked if not asked.startswith("GET")]
    assert [asked.partition(" ")[0] for asked in written] == ["POST", "PATCH" if kind == "github" else "PUT"]
    assert len(forge.comments) == 122
    assert forge.comments[121]["body"] == f"{MARK}\nandre dag\n"
    assert forge.comments[120]["body"] == f"{MARK} of somebody else"
    assert not (tmp_path / "pwned").exists()
    post(hostile)
    assert forge.comments[121]["body"] == f"{MARK}\n{hostile}\n"


@pytest.mark.needs("git")
@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_the_comparison_is_made_from_two_commits(tmp_path: Path, kind: str) -> None:
    before, after = newsroom.write(tmp_path / "sides")
    root = tmp_path / "checkout"
    root.mkdir()
    (root / "l10n.toml").write_text("[locales.nb]\n[locales.nn]\n", encoding="utf-8")

    def git(*arguments: str) -> str:
        identity = ["-c", "user.name=Kari", "-c", "user.email=kari@example.org"]
        done = subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    git("init", "-q")
    commits = []
    for side in (before, after):
        subprocess.run(["cp", "-r", str(side / "catalogs"), str(root)], check=True)
        git("add", "l10n.toml", "catalogs")
        git("commit", "-qm", "an edition")
        commits.append(git("rev-parse", "HEAD"))
    base, head = commits
    if kind == "github":
        summary = root / "summary.md"
        run_script("bash", script_of("diff", "Compare"), root, BASE=base, HEAD=head, GITHUB_STEP_SUMMARY=str(summary))
        assert summary.read_text(encoding="utf-8").startswith(MARK)
    else:
        script = "\n".join(line for line in GITLAB["l10n-diff"]["script"] if line.startswith("l10n"))
        run_script("sh", f"set -e\n{script}", root, CI_MERGE_REQUEST_DIFF_BASE_SHA=base, CI_COMMIT_SHA=head)
    comment = (root / "diff.md").read_text(encoding="utf-8")
    assert comment.startswith(MARK)
    assert "<del>70</del> <ins><b>90</b></ins>" in comment
    assert (root / "diff.html").stat().st_size < 500_000
