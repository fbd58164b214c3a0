"""What is known from earlier runs changes nothing that is said or written: only how long it takes."""

from __future__ import annotations

import os
import random
import re
import shutil
import time
from pathlib import Path

import pytest

from l10n.workspace.index import Index
from l10n.workspace.project import Workspace
from tests.commands.test_build_incremental import (
    edit_article,
    edit_catalog,
    edit_with_the_time_set_back,
    newsroom,
    remove_or_restore_article,
    spoil_the_caches,
    swap,
    touch_everything,
)
from tests.conftest import Run
from tests.program import start

COMMANDS = (
    ["status", "--json"],
    ["status"],
    ["extract", "--check"],
    ["extract"],
    ["sync", "--check"],
    ["sync", "--explain"],
    ["sync", "--json"],
)
SEAL = re.compile(r"(l10n-seal: )([0-9a-f])")
CATALOG = "catalogs/nb/articles/boats.po"


def same_size_edit_of_a_catalog(root: Path, pick: random.Random) -> None:
    """A seal does not fit any more, and neither size nor time of the file say so."""
    path = root / CATALOG
    found, text = path.stat(), path.read_text(encoding="utf-8")
    digit = SEAL.search(text)
    if digit:
        path.write_text(SEAL.sub(rf"\g<1>{(int(digit[2], 16) + 1) % 16:x}", text, count=1), encoding="utf-8")
    assert path.stat().st_size == found.st_size
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def edit_one_of_the_catalogs(root: Path, pick: random.Random) -> None:
    if len(list((root / "catalogs").glob("*/articles/*.po"))) == 6:
        edit_catalog(root, pick)


def remove_a_catalog(root: Path, pick: random.Random) -> None:
    (root / f"catalogs/{pick.choice(('nb', 'nn'))}/articles/trains.po").unlink(missing_ok=True)


def spoil_a_template(root: Path, pick: random.Random) -> None:
    path = root / "catalogs/templates/articles/boats.pot"
    if path.exists():
        pick.choice((path.unlink, lambda: swap(path, "ferries", "barges")))()


def swap_two_catalogs(root: Path, pick: random.Random) -> None:
    """Each has a size, times and an inode that the index knows, of the other."""
    one, other = root / CATALOG, root / CATALOG.replace("boats", "ferries")
    one.rename(one.with_suffix(".aside"))
    other.rename(one)
    one.with_suffix(".aside").rename(other)


def restore_an_old_index(root: Path, pick: random.Random) -> None:
    """An index of earlier, as after copying a folder about or two runs at once."""
    kept, old = root / ".l10n", root / ".l10n-old"
    if old.exists():
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(old, kept)
    elif kept.exists():
        shutil.copytree(kept, old)


EDITS = [
    edit_article,
    edit_one_of_the_catalogs,
    edit_with_the_time_set_back,
    remove_or_restore_article,
    same_size_edit_of_a_catalog,
    remove_a_catalog,
    spoil_a_template,
    spoil_the_caches,
    swap_two_catalogs,
    restore_an_old_index,
    touch_everything,
]


@pytest.mark.parametrize("seed", range(6))
def test_every_command_says_and_writes_what_it_would_without_an_index(
    run: Run, project: Path, tmp_path: Path, seed: int
) -> None:
    newsroom(project)
    pick = random.Random(seed)  # noqa: S311 - the same edits again, not a secret
    done: list[str] = []
    for step in range(12):
        for edit in pick.sample(EDITS, pick.randint(0, 2)):
            done.append(edit.__name__)
            edit(project, pick)
        if pick.random() < 0.4:
            time.sleep(0.12)  # long enough for stamps to be trusted, which most often they are
        command = pick.choice(COMMANDS)
        done.append(" ".join(command))
        fresh = tmp_path / f"fresh-{step}"
        shutil.copytree(project, fresh, ignore=shutil.ignore_patterns(".l10n*"))
        told, expected = run(*command, cwd=project), run(*command, cwd=fresh)
        assert (told.code, told.out, told.err) == (expected.code, expected.out, expected.err), done
        assert files(project) == files(fresh), done
        shutil.rmtree(fresh)


def files(root: Path) -> dict[str, bytes]:
    found = (path for folder in ("articles", "catalogs") for path in (root / folder).rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def test_what_is_known_is_not_read_again(run: Run, project: Path) -> None:
    newsroom(project)
    run("extract", cwd=project)
    run("sync", cwd=project)
    time.sleep(0.15)
    for _ in range(2):  # the first one sees files that are old enough for their stamps to be trusted
        assert run("status", cwd=project).code == 0
        assert run("sync", cwd=project).code == 0
    index = Index(Workspace(project))
    assert index.messages("articles/boats") and index.is_synced("nb", "articles/boats")
    assert index.counts("nb", "articles/boats")
    swap(project / CATALOG, "l10n-state: ", "l10n-note: was ")
    index = Index(Workspace(project))
    assert index.messages("articles/boats")
    assert not index.is_synced("nb", "articles/boats") and index.counts("nb", "articles/boats") is None
    assert index.is_synced("nn", "articles/boats")


def test_a_seal_that_is_broken_behind_the_clocks_back_is_seen(run: Run, project: Path) -> None:
    newsroom(project)
    run("extract", cwd=project)
    run("sync", cwd=project)
    catalog = project / CATALOG
    catalog.write_text(re.sub("l10n-state: .*", "l10n-state: translated", catalog.read_text()), encoding="utf-8")
    run("approve", "nb", "boats", cwd=project)
    assert SEAL.search(catalog.read_text(encoding="utf-8"))
    time.sleep(0.15)
    for _ in range(2):
        before = run("status", "nb", cwd=project).out
    same_size_edit_of_a_catalog(project, random.Random(1))  # noqa: S311
    after = run("status", "nb", cwd=project).out
    assert before != after
    shutil.rmtree(project / ".l10n")
    assert run("status", "nb", cwd=project).out == after


def test_a_project_that_cannot_be_written_is_told_of_all_the_same(run: Run, project: Path) -> None:
    newsroom(project)
    shutil.rmtree(project / ".l10n", ignore_errors=True)
    (project / ".l10n").write_text("in the way", encoding="utf-8")
    first = run("status", cwd=project)
    assert first.code == 0 and "articles/boats" in first.out
    assert run("status", cwd=project).out == first.out


def test_the_index_stays_out_of_git(run: Run, project: Path) -> None:
    newsroom(project)
    run("extract", cwd=project)
    shutil.rmtree(project / ".l10n", ignore_errors=True)
    run("status", cwd=project)
    assert (project / ".l10n/index").is_file()
    assert (project / ".l10n/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_run_that_is_killed_leaves_every_catalog_whole_and_the_next_one_ends_it(
    run: Run, project: Path, tmp_path: Path
) -> None:
    newsroom(project)
    text = (project / "articles/boats.md").read_text(encoding="utf-8")
    for number in range(150):
        (project / f"articles/story-{number}.md").write_text(text.replace("boats", f"{number} boats"), encoding="utf-8")
    run("extract", cwd=project)
    fresh = tmp_path / "fresh"
    shutil.copytree(project, fresh)
    assert run("sync", cwd=fresh).code == 0
    whole = files(fresh)
    before = files(project)
    for wait in (0.2, 0.3, 0.4, 0.5, 0.6):
        process = start("sync", cwd=project)
        time.sleep(wait)
        process.kill()
        process.wait()
        found = {path: data for path, data in files(project).items() if not path.endswith((".new", ".tmp"))}
        assert all(data in (before.get(path), whole[path]) for path, data in found.items())
    assert run("sync", cwd=project).code == 0
    assert files(project) == whole
