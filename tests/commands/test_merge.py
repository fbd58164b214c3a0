"""`l10n merge`, by hand and as git's own merge driver."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.formats import po
from l10n.model.catalog import Catalog
from l10n.model.conflict import conflicting_texts
from l10n.model.header import catalog_header
from l10n.model.state import State, standing
from tests.conftest import Run

HEADER = po.serialize(Catalog(header=catalog_header("chrome", "nb", "en")))
BASE = (
    HEADER + '\nmsgid "Avvis"\nmsgstr ""\n\nmsgid "15. desember"\nmsgstr "December 15"\n\nmsgid "Les mer"\nmsgstr ""\n'
)


@pytest.fixture
def three(tmp_path: Path) -> tuple[Path, Path, Path]:
    paths = tmp_path / "base.po", tmp_path / "ours.po", tmp_path / "theirs.po"
    for path in paths:
        path.write_text(BASE, encoding="utf-8")
    return paths


def translate(path: Path, msgid: str, text: str) -> None:
    document = po.decode(path.read_bytes())
    catalog = document.catalog
    message = next(m for m in catalog.messages if m.msgid == msgid)
    path.write_bytes(po.encode(catalog.with_messages([replace(message, msgstr=(text,))]), document))


def test_edits_of_both_sides_end_in_ours(run: Run, three: tuple[Path, Path, Path]) -> None:
    base, ours, theirs = three
    translate(ours, "Avvis", "Dismiss")
    translate(theirs, "Les mer", "Read more")
    assert run("merge", *three).code == 0
    assert ours.read_text(encoding="utf-8") == BASE.replace('"Avvis"\nmsgstr ""', '"Avvis"\nmsgstr "Dismiss"').replace(
        '"Les mer"\nmsgstr ""', '"Les mer"\nmsgstr "Read more"'
    )
    assert base.read_text(encoding="utf-8") == BASE


@pytest.mark.needs("msgfmt")
def test_a_conflict_leaves_a_valid_file_and_exit_code_5(run: Run, three: tuple[Path, Path, Path]) -> None:
    _, ours, theirs = three
    translate(ours, "Avvis", "Dismiss")
    translate(theirs, "Avvis", "Reject")
    result = run("merge", *three, "--path", "catalogs/en/chrome.po")
    assert result.code == 5
    assert "catalogs/en/chrome.po: 'Avvis'" in result.err
    message = po.decode(ours.read_bytes()).catalog.messages[0]
    assert message.text == "Dismiss"
    assert conflicting_texts(message) == [("Reject",)]
    assert standing(message).state is State.STALE
    checked = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", ours], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_output_goes_where_it_is_told(run: Run, three: tuple[Path, Path, Path], tmp_path: Path) -> None:
    _, ours, theirs = three
    translate(theirs, "Avvis", "Dismiss")
    assert 'msgstr "Dismiss"' in run("merge", *three, "-o", "-").out
    assert run("merge", *three, "-o", tmp_path / "out.po").code == 0
    assert (tmp_path / "out.po").read_bytes() == theirs.read_bytes()
    assert ours.read_text(encoding="utf-8") == BASE


def test_entries_of_theirs_come_as_they_stand(run: Run, three: tuple[Path, Path, Path]) -> None:
    added = '\n#, c-format\n#= no-wrap\nmsgid ""\n"Ny "\n"tekst"\nmsgstr "New " "text"\n'
    _, ours, theirs = three
    theirs.write_text(BASE + added, encoding="utf-8")
    assert run("merge", *three).code == 0
    assert ours.read_text(encoding="utf-8") == BASE + added


def test_a_broken_side_is_named_and_nothing_is_written(run: Run, three: tuple[Path, Path, Path]) -> None:
    _, ours, theirs = three
    theirs.write_text(BASE + "\n<<<<<<< HEAD\n", encoding="utf-8")
    result = run("merge", *three)
    assert result.code == 3
    assert f"{theirs}:{BASE.count(chr(10)) + 2}:" in result.err
    assert ours.read_text(encoding="utf-8") == BASE
    assert run("merge", *three[:2], theirs.with_name("none.po")).code == 2


def git(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    who = ["-c", "user.name=Ola Nordmann", "-c", "user.email=ola@example.org", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *who, *args], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def repository(run: Run, project: Path) -> Path:
    """The project in git, its merge driver set up, with one catalog and two branches."""
    path = project / "catalogs/en/chrome.po"
    path.parent.mkdir(parents=True)
    path.write_text(BASE, encoding="utf-8")
    (path.parent / "reviews.jsonl").write_text('{"seal": "0"}\n', encoding="utf-8")
    git(project, "init")
    assert run("git-setup", cwd=project).code == 0
    git(project, "add", ".")
    git(project, "commit", "-m", "base")
    git(project, "branch", "theirs")
    return project


def on_theirs(repository: Path, change: str, text: str) -> None:
    git(repository, "switch", "theirs")
    translate(repository / "catalogs/en/chrome.po", change, text)
    git(repository, "commit", "-am", "theirs")
    git(repository, "switch", "main")


@pytest.mark.needs("git")
def test_git_merges_by_message(repository: Path) -> None:
    path = repository / "catalogs/en/chrome.po"
    on_theirs(repository, "15. desember", "15 December")
    # ours: the source has another date, so the message is another one
    path.write_text(BASE.replace('"15. desember"\nmsgstr "December 15"', '"16. desember"\nmsgstr ""'), encoding="utf-8")
    git(repository, "commit", "-am", "ours")
    done = git(repository, "merge", "theirs")
    assert done.returncode == 0, done.stdout + done.stderr
    merged = po.decode(path.read_bytes()).catalog
    assert {m.msgid: (m.text, m.obsolete) for m in merged.messages} == {
        "Avvis": ("", False),
        "16. desember": ("", False),
        "15. desember": ("15 December", True),
        "Les mer": ("", False),
    }


@pytest.mark.needs("git")
def test_git_sees_a_conflict_and_the_file_is_valid(repository: Path) -> None:
    path = repository / "catalogs/en/chrome.po"
    on_theirs(repository, "Avvis", "Reject")
    translate(path, "Avvis", "Dismiss")
    git(repository, "commit", "-am", "ours")
    done = git(repository, "merge", "theirs")
    assert done.returncode != 0
    assert "catalogs/en/chrome.po" in git(repository, "diff", "--name-only", "--diff-filter=U").stdout
    message = po.decode(path.read_bytes()).catalog.messages[0]
    assert {message.msgstr, *conflicting_texts(message)} == {("Dismiss",), ("Reject",)}


@pytest.mark.needs("git")
def test_ledgers_merge_by_union(repository: Path) -> None:
    ledger = repository / "catalogs/en/reviews.jsonl"
    git(repository, "switch", "theirs")
    ledger.write_text('{"seal": "0"}\n{"seal": "theirs"}\n', encoding="utf-8")
    git(repository, "commit", "-am", "theirs")
    git(repository, "switch", "main")
    ledger.write_text('{"seal": "0"}\n{"seal": "ours"}\n', encoding="utf-8")
    git(repository, "commit", "-am", "ours")
    assert git(repository, "merge", "theirs").returncode == 0
    assert sorted(ledger.read_text(encoding="utf-8").splitlines()) == [
        '{"seal": "0"}', '{"seal": "ours"}', '{"seal": "theirs"}',
    ]  # fmt: skip


@pytest.mark.needs("git")
def test_git_diff_shows_meaning_only(repository: Path) -> None:
    path = repository / "catalogs/en/chrome.po"
    moved = BASE.replace('msgid "Les mer"', '#: page.html:12\nmsgid "Les "\n"mer"')
    path.write_text(moved, encoding="utf-8")
    assert git(repository, "diff").stdout == ""
    path.write_text(moved.replace('"Avvis"\nmsgstr ""', '"Avvis"\nmsgstr "Dismiss"'), encoding="utf-8")
    shown = git(repository, "diff", "-U0").stdout
    assert '@@ msgid "Avvis"' in shown
    assert [line for line in shown.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")] == [
        '-msgstr ""', '+msgstr "Dismiss"',
    ]  # fmt: skip


@pytest.mark.needs("git")
def test_git_setup_twice_changes_nothing_and_print_only_prints(run: Run, repository: Path) -> None:
    attributes, config = repository / ".gitattributes", repository / ".git/config"
    before = attributes.read_bytes(), config.read_bytes()
    assert run("git-setup", cwd=repository).code == 0
    shown = run("git-setup", "--print", cwd=repository)
    assert "merge=union" in shown.out
    assert "%O %A %B" in shown.out
    assert (attributes.read_bytes(), config.read_bytes()) == before


@pytest.mark.needs("git")
def test_git_setup_keeps_what_stands_in_gitattributes(run: Run, project: Path) -> None:
    (project / ".gitattributes").write_text("*.png binary", encoding="utf-8")
    git(project, "init")
    assert run("git-setup", cwd=project).code == 0
    assert (project / ".gitattributes").read_text(encoding="utf-8").startswith("*.png binary\n*.po merge=l10n")


def test_git_setup_outside_a_repository(run: Run, project: Path) -> None:
    result = run("git-setup", cwd=project)
    assert result.code == 2
    assert not (project / ".gitattributes").exists()
