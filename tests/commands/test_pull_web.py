"""`l10n pull` over HTTP: whatever the server does, a pipeline has the last good delivery or the new one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from l10n.model.state import State
from tests import bundles, program
from tests.commands.bad_host import Handler, Host, corrupts, drips, hangs_up, hosting, refuses, stalls, truncates
from tests.commands.test_build import tree
from tests.conftest import Run

PAGE = "ferries/nb/index.html"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def newsroom(project: Path, run: Run) -> Path:
    bundles.fill(project, "en", State.REVIEWED)
    bundles.fill(project, "nb", State.TRANSLATED)
    run("build", "--locale", "nb", "--locale", "en", cwd=project)
    return project


@pytest.fixture
def host(newsroom: Path) -> Iterator[Host]:
    with hosting(newsroom / "dist") as host:
        yield host


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "site"


def pull(run: Run, host: Host, to: Path, *more: str) -> tuple[int, str]:
    result = run("pull", "nb", "--from", host.url, "--to", to, "--timeout", "0.5", "--retries", "1", *more)
    return result.code, result.out + result.err


def reworded(newsroom: Path, run: Run) -> None:
    catalog = newsroom / "catalogs/nb/articles/ferries.po"
    catalog.write_text(catalog.read_text(encoding="utf-8").replace("nb: ", "nb2: "), encoding="utf-8")
    assert run("build", "--locale", "nb", cwd=newsroom).code == 0


def test_any_web_server_will_do_and_only_what_changed_is_asked_for(
    newsroom: Path, run: Run, host: Host, to: Path
) -> None:
    code, said = pull(run, host, to)
    assert code == 0, said
    assert tree(to / "ferries/nb") == tree(newsroom / "dist/ferries/nb")
    host.asked.clear()
    code, said = pull(run, host, to)
    assert (code, "0 files changed" in said) == (0, True)
    assert [path for path, _ in host.asked] == ["manifest.json"]
    reworded(newsroom, run)
    host.asked.clear()
    assert pull(run, host, to)[0] == 0
    assert "nb2: " in (to / PAGE).read_text(encoding="utf-8")
    assert {path for path, _ in host.asked} < {"manifest.json", *tree(newsroom / "dist")}


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [
        (corrupts, 3, "is not the file that the manifest promises"),
        (stalls, 4, "it does not answer in time"),
        (drips, 4, "[server-slow]"),
        (refuses(503), 4, "503"),
        (refuses(404), 3, "is not there"),
        (refuses(500), 4, "500"),
        (hangs_up, 4, "breaks off"),
    ],
    ids=["corrupts", "stalls", "drips", "overloaded", "gone", "fails", "hangs up"],
)
def test_a_file_that_does_not_come_leaves_the_last_good_delivery(
    newsroom: Path, run: Run, host: Host, to: Path, fault: object, code: int, said: str
) -> None:
    assert pull(run, host, to)[0] == 0
    before = tree(to)
    reworded(newsroom, run)
    host.fails(PAGE, *[fault] * 8)  # type: ignore[list-item]
    found, told = pull(run, host, to)
    assert found == code, told
    assert said in told
    assert tree(to) == before
    host.faults.clear()
    assert pull(run, host, to)[0] == 0
    assert "nb2: " in (to / PAGE).read_text(encoding="utf-8")


@pytest.mark.parametrize("fault", [truncates(5), truncates(0), corrupts, refuses(503), hangs_up, stalls])
def test_a_fault_that_passes_is_not_even_noticed(run: Run, host: Host, to: Path, fault: object) -> None:
    host.fails(PAGE, fault)  # type: ignore[arg-type]
    code, said = pull(run, host, to)
    assert code == 0, said


def test_a_file_is_taken_up_where_it_broke_off_even_by_the_next_run(run: Run, host: Host, to: Path) -> None:
    host.fails(PAGE, truncates(700), hangs_up, hangs_up)
    code, said = pull(run, host, to)
    assert code == 4, said
    assert not to.exists()
    host.asked.clear()
    assert pull(run, host, to)[0] == 0
    assert (PAGE, "bytes=700-") in host.asked
    assert not list(to.parent.glob(".site*"))


def test_a_server_that_starts_anew_is_waited_for(newsroom: Path, run: Run, to: Path) -> None:
    with hosting(newsroom / "dist") as first:
        port = int(first.url.rpartition(":")[2])
    waiting = program.start("pull", "nb", "--from", first.url, "--to", str(to), cwd=newsroom.parent)
    with hosting(newsroom / "dist", port):
        _, err = waiting.communicate(timeout=30)
    assert waiting.returncode == 0, err
    assert (to / PAGE).exists()


def test_a_server_that_sends_elsewhere_is_not_followed_but_told(run: Run, host: Host, to: Path) -> None:
    def moved(handler: Handler, data: bytes) -> None:
        handler.answer(301, b"", {"Location": "https://elsewhere.example/site/manifest.json"})

    host.fails("manifest.json", moved)
    code, said = pull(run, host, to)
    assert code == 4
    assert "sends on to another address: https://elsewhere.example/site/  [server-redirects]\n" in said
    assert not to.exists()


def test_a_server_that_is_gone_is_one_sentence(newsroom: Path, run: Run, to: Path) -> None:
    with hosting(newsroom / "dist") as host:
        assert pull(run, host, to)[0] == 0
    before = tree(to)
    code, said = pull(run, host, to)
    assert code == 4
    assert f"{host.url}/ does not deliver: nothing listens there." in said
    assert "stays as it was" in said
    assert tree(to) == before


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        (b"<html>Sign in to the hotel network</html>", "manifest cannot be read"),
        (b'{"schema": "l10n/manifest/1", "files": [{"path": "../../etc/x", "sha256": "", "size": 1}]}', ""),
        (b"", "manifest cannot be read"),
    ],
)
def test_a_manifest_that_is_none(newsroom: Path, run: Run, host: Host, to: Path, manifest: bytes, said: str) -> None:
    assert pull(run, host, to)[0] == 0
    before = tree(to)
    (newsroom / "dist/manifest.json").write_bytes(manifest)
    code, told = pull(run, host, to)
    assert code == 3
    assert said in told
    assert tree(to) == before


def test_a_zip_is_as_good_as_a_folder_and_a_bad_one_leads_nowhere(newsroom: Path, run: Run, to: Path) -> None:
    packed = newsroom.parent / "site.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../evil.txt", "not named by any manifest")
        for path, data in tree(newsroom / "dist").items():
            archive.writestr(path, data)
    result = run("pull", "nb", "en", "--from", packed, "--to", to)
    assert result.code == 0, result.err
    assert tree(to / "ferries") == tree(newsroom / "dist/ferries")
    assert not list(newsroom.parent.parent.glob("**/evil.txt"))
    before = tree(to)
    packed.write_bytes(packed.read_bytes()[:-400])
    result = run("pull", "nb", "--from", packed, "--to", to)
    assert result.code in (2, 3)
    assert tree(to) == before


def test_frozen_means_these_bytes_or_none(newsroom: Path, run: Run, host: Host, to: Path) -> None:
    lock = to.with_name("l10n.lock")
    assert pull(run, host, to, "--frozen")[0] == 2
    assert pull(run, host, to, "--lock", str(lock))[0] == 0
    assert json.loads(lock.read_text(encoding="utf-8"))["schema"] == "l10n/lock/1"
    shutil.rmtree(to)
    assert pull(run, host, to, "--lock", str(lock), "--frozen")[0] == 0
    assert run("build", "--locale", "en", "--locale", "nn", cwd=newsroom).code == 1
    both = ("nn", "--from", host.url, "--lock", lock, "--to", to)  # Nynorsk is held back, and was not frozen
    assert run("pull", "nb", *both).code == 1
    result = run("pull", "nb", *both, "--frozen")
    assert (result.code, "not delivered" in result.out) == (0, True), result.err
    before = tree(to)
    reworded(newsroom, run)
    code, said = pull(run, host, to, "--lock", str(lock), "--frozen")
    assert code == 5, said
    assert tree(to) == before
    lock.write_text("{}", encoding="utf-8")
    assert pull(run, host, to, "--lock", str(lock), "--frozen")[0] == 3


def test_a_folder_with_other_files_in_it_keeps_them(newsroom: Path, run: Run, host: Host, to: Path) -> None:
    to.mkdir()
    (to / "robots.txt").write_text("User-agent: *\n", encoding="utf-8")
    assert pull(run, host, to)[0] == 0
    reworded(newsroom, run)
    assert pull(run, host, to)[0] == 0
    assert (to / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\n"
    assert "nb2: " in (to / PAGE).read_text(encoding="utf-8")


def test_a_token_never_goes_out_in_the_open(run: Run, to: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("L10N_PULL_TOKEN", "s3cret-s3cret-s3cret")
    result = run("pull", "nb", "--from", "http://192.0.2.1/", "--to", to)
    assert result.code == 4
    assert "https" in result.err
    assert "s3cret" not in result.err
    result = run("pull", "nb", "--from", "https://me:s3cret@192.0.2.1/", "--to", to)
    assert result.code == 2
    assert "s3cret" not in result.err


def test_a_project_as_it_was_at_a_revision(newsroom: Path, run: Run, to: Path) -> None:
    program_git = ["-c", "user.name=Ola", "-c", "user.email=ola@example.org"]
    for arguments in (["init", "-q"], ["add", "."], [*program_git, "commit", "-qm", "One"]):
        subprocess.run(["git", "-C", str(newsroom), *arguments], check=True)
    reworded(newsroom, run)
    result = run("pull", "nb", "--from", newsroom, "--at", "HEAD", "--what", "catalogs", "--to", to)
    assert result.code == 0, result.err
    assert "nb2: " not in (to / "nb/articles/ferries.po").read_text(encoding="utf-8")
    shutil.rmtree(newsroom / "dist")
    site = to.with_name("built")
    result = run("pull", "nb", "--from", newsroom, "--at", "HEAD", "--to", site)
    assert result.code == 0, result.err
    assert "nb2: " not in (site / PAGE).read_text(encoding="utf-8")
    assert not (newsroom / "dist").exists()
    assert run("pull", "nb", "--from", newsroom, "--at", "nowhere", "--what", "catalogs", "--to", to).code == 2


def git(root: Path, *arguments: str, date: str = "2026-01-05T10:00:00Z") -> None:
    who = ("-c", "user.name=Ola", "-c", "user.email=ola@example.org")
    environment = {**os.environ, "GIT_COMMITTER_DATE": date}
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True, env=environment)


def test_an_older_build_is_taken_only_by_who_means_it(newsroom: Path, run: Run, host: Host, to: Path) -> None:
    (newsroom / ".gitignore").write_text("dist\n.l10n\n", encoding="utf-8")
    git(newsroom, "init", "-q")
    git(newsroom, "add", ".")
    git(newsroom, "commit", "-qm", "One")
    run("build", "--locale", "nb", cwd=newsroom)
    earlier = newsroom.parent / "earlier"
    shutil.copytree(newsroom / "dist", earlier)
    reworded(newsroom, run)
    git(newsroom, "commit", "-qam", "Two", date="2026-01-06T10:00:00Z")
    run("build", "--locale", "nb", cwd=newsroom)
    assert pull(run, host, to)[0] == 0
    before = tree(to)
    host.root = earlier
    code, said = pull(run, host, to)
    assert (code, "older build (2026-01-05" in said, "--allow-older" in said) == (5, True, True), said
    assert tree(to) == before
    assert pull(run, host, to, "--allow-older")[0] == 0
    assert "nb2: " not in (to / PAGE).read_text(encoding="utf-8")


@pytest.mark.needs("ssh-keygen")
def test_only_what_an_allowed_signer_has_signed(newsroom: Path, run: Run, host: Host, to: Path) -> None:
    key, signers = to.with_name("key"), to.with_name("signers")
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    signers.write_text(f"ola@example.org {key.with_suffix('.pub').read_text(encoding='utf-8')}", encoding="utf-8")
    code, said = pull(run, host, to, "--signed-by", str(signers))
    assert (code, "nobody signed" in said) == (3, True), said
    run("build", "--locale", "nb", "--sign", str(key), cwd=newsroom)
    code, said = pull(run, host, to, "--signed-by", str(signers))
    assert (code, "Signed by ola@example.org" in said) == (0, True), said
    manifest = newsroom / "dist/manifest.json"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace('"below": 0', '"below": 1'), encoding="utf-8")
    manifest.write_bytes(manifest.read_bytes() + b"\n")
    before = tree(to)
    code, said = pull(run, host, to, "--signed-by", str(signers))
    assert (code, "was changed after signing" in said) == (3, True), said
    assert tree(to) == before
