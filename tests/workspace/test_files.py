"""Writes that are killed, refused or contested: a file is the old one or the new one, and never lost."""

from __future__ import annotations

import fcntl
import os
import random
import resource
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.errors import ConflictError, StorageError
from l10n.model.catalog import Catalog
from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message
from l10n.model.state import State
from l10n.workspace import Workspace, files

DOMAINS = [f"articles/story-{number}" for number in range(5)]


def catalog(version: int) -> Catalog:
    """Large enough for a write to take a while, and whole only if every message has the version."""
    return Catalog(
        header=Message(msgid="", msgstr=("Language: nb\nContent-Type: text/plain; charset=UTF-8\n",)),
        messages=tuple(Message(msgid=f"Message {i}", msgstr=(f"Melding {i}, {version}",)) for i in range(300)),
    )


def in_child(work: Callable[[], None]) -> int:
    """Run `work` in a child process; its process id."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(1)
    return child


def write_for_ever(root: Path, progress: int) -> None:
    version = 0
    while True:
        version += 1
        workspace = Workspace(root)
        for domain in DOMAINS:
            workspace.save_catalog("nb", domain, catalog(version))
            os.write(progress, b".")


def test_killed_at_random_moments_every_file_is_old_or_new(project: Path) -> None:
    chance, writes = random.Random(7), 0  # noqa: S311 - moments, not secrets
    for domain in DOMAINS:
        Workspace(project).save_catalog("nb", domain, catalog(0))
    while writes < 200:
        reader, writer = os.pipe()
        child = in_child(lambda writer=writer: write_for_ever(project, writer))  # type: ignore[misc]
        os.close(writer)
        os.read(reader, 1)
        time.sleep(chance.uniform(0, 0.1))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        writes += 1 + len(os.read(reader, 100_000))
        os.close(reader)
        for domain in DOMAINS:
            found = Workspace(project).load_catalog("nb", domain)
            assert found is not None
            assert len(found.messages) == 300
            assert len({message.text.partition(", ")[2] for message in found.messages}) == 1
    left = list((project / "catalogs").rglob("*.tmp"))
    assert len(left) <= len(DOMAINS), "temporary files pile up"
    for domain in DOMAINS:
        Workspace(project).save_catalog("nb", domain, catalog(-1))
    assert not list((project / "catalogs").rglob("*.tmp"))


def test_a_write_that_does_not_fit_leaves_the_old_file(project: Path) -> None:
    """RLIMIT_FSIZE stands in for a full disk: the kernel cuts the write short and then refuses it."""
    Workspace(project).save_catalog("nb", "chrome", catalog(0))
    path = project / "catalogs/nb/chrome.po"
    before = path.read_bytes()

    def work() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            Workspace(project).save_catalog("nb", "chrome", catalog(1))
        except StorageError as error:
            os._exit(0 if "chrome.po" in error.message else 2)

    assert os.waitstatus_to_exitcode(os.waitpid(in_child(work), 0)[1]) == 0
    assert path.read_bytes() == before
    assert not list(path.parent.glob(".*"))


def test_a_folder_that_cannot_be_written(project: Path) -> None:
    Workspace(project).save_catalog("nb", "chrome", catalog(0))
    folder = project / "catalogs/nb"
    before = (folder / "chrome.po").read_bytes()

    def work() -> None:
        os.chdir(project)
        if os.geteuid() == 0:
            os.setuid(65534)  # root may write everywhere; nobody may not
        try:
            Workspace(Path()).save_catalog("nb", "chrome", catalog(1))
        except StorageError as error:
            os._exit(0 if "permission denied" in error.message else 2)

    folder.chmod(0o555)
    try:
        assert os.waitstatus_to_exitcode(os.waitpid(in_child(work), 0)[1]) == 0
    finally:
        folder.chmod(0o755)
    assert (folder / "chrome.po").read_bytes() == before


def test_a_file_where_a_folder_should_be(project: Path) -> None:
    (project / "catalogs").write_text("I am a file", encoding="utf-8")
    with pytest.raises(StorageError):
        Workspace(project).save_catalog("nb", "chrome", catalog(0))


def test_someone_else_saved_meanwhile(project: Path) -> None:
    Workspace(project).save_catalog("nb", "chrome", catalog(0))
    ours, theirs = Workspace(project), Workspace(project)
    read = ours.load_catalog("nb", "chrome")
    assert read is not None
    theirs.save_catalog("nb", "chrome", catalog(1))
    with pytest.raises(ConflictError, match="meanwhile"):
        ours.save_catalog("nb", "chrome", read.with_messages([replace(read.messages[0], msgstr=("Vår",))]))
    found = Workspace(project).load_catalog("nb", "chrome")
    assert found is not None
    assert found.messages[0].text == "Melding 0, 1"


def test_two_writers_of_one_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "chrome.po"
    path.write_bytes(b"old")
    with (tmp_path / ".chrome.po.tmp").open("wb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(ConflictError):
            files.write_atomic(path, b"new", "chrome.po")
    assert path.read_bytes() == b"old"
    assert files.write_atomic(path, b"new", "chrome.po")
    assert path.read_bytes() == b"new"


def test_two_commands_in_one_project(project: Path) -> None:
    with (
        Workspace(project).lock(),
        pytest.raises(ConflictError, match="Another l10n command"),
        Workspace(project).lock(),
    ):
        pass


def test_an_equal_file_is_not_touched_and_the_mode_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    assert files.write_atomic(path, b"x", "a.po")
    path.chmod(0o640)
    stamp = path.stat().st_mtime_ns
    assert not files.write_atomic(path, b"x", "a.po")
    assert path.stat().st_mtime_ns == stamp
    assert files.write_atomic(path, b"y", "a.po")
    assert path.stat().st_mode & 0o777 == 0o640


ENTRY = LedgerEntry(
    seal="0" * 12,
    domain="chrome",
    state=State.REVIEWED,
    by="Åse <aase@example.org>",
    at="2026-01-05T10:11Z",
    text="Ålesund",
)


def test_a_torn_ledger_line_spoils_no_other(project: Path) -> None:
    """Wherever a dying writer stopped, also inside a character, what was there and what comes after is read."""
    path = project / "catalogs/nb/reviews.jsonl"
    Workspace(project).records.append_ledger("nb", [ENTRY])
    whole = path.read_bytes()
    for end in range(1, len(whole) - 2, 3):
        path.write_bytes(whole + whole[:end])
        assert Workspace(project).records.load_ledger("nb") == [ENTRY]
        Workspace(project).records.append_ledger("nb", [ENTRY])
        assert Workspace(project).records.load_ledger("nb") == [ENTRY, ENTRY]
        assert path.read_bytes() == whole + whole[:end] + b"\n" + whole


def test_a_last_line_that_only_lacks_its_end_counts(project: Path) -> None:
    path = project / "catalogs/nb/reviews.jsonl"
    Workspace(project).records.append_ledger("nb", [ENTRY])
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    assert Workspace(project).records.load_ledger("nb") == [ENTRY]
    Workspace(project).records.append_ledger("nb", [ENTRY])
    assert Workspace(project).records.load_ledger("nb") == [ENTRY, ENTRY]


def test_what_is_this_machine_s_own_business_stays_out_of_git(project: Path) -> None:
    subprocess.run(["git", "init", "-q", project], check=True)
    with Workspace(project).lock():
        (project / ".l10n" / "memory.sqlite").write_bytes(b"large")
    found = subprocess.run(
        ["git", "-C", project, "status", "--short", "--untracked-files=all"], check=True, capture_output=True, text=True
    )
    assert found.stdout.split() == ["??", "l10n.toml"]
