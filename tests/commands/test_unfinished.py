"""A full disk and an interrupt: what is said of the files is true, and a second try finds them as they should be.

A limit on the size of a file stands in for the full disk: the kernel cuts the write short and then refuses it.
"""

from __future__ import annotations

import re
import resource
import signal
import time
from collections.abc import Callable
from pathlib import Path

from tests import program
from tests.conftest import Run


def at_most(size: int) -> Callable[[], None]:
    """For the child: no file may grow beyond `size` bytes."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def files(root: Path) -> dict[str, bytes]:
    """Every file of a project but the caches, by path."""
    found = (path for path in root.rglob("*") if path.is_file() and ".l10n" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def test_a_verdict_that_does_not_fit_leaves_neither_catalog_nor_ledger(
    run: Run, harbour: Path, catalog_file: Path
) -> None:
    assert run("approve", "nb", "harbour", "-m", "lead", cwd=harbour).code == 0
    before, limit = files(harbour), at_most(catalog_file.stat().st_size)
    for command in (("approve", "nb", "harbour", "-m", "title"), ("reject", "nb", "harbour", "-m", "title", "-w", "x")):
        for _ in range(3):
            code, out, err = program.run(*command, cwd=harbour, preexec_fn=limit)
            assert (code, out) == (3, b"")
            assert b"No file was changed" in err
            assert files(harbour) == before
    assert run("approve", "nb", "harbour", "-m", "title", cwd=harbour).code == 0
    assert (harbour / "catalogs/nb/reviews.jsonl").read_bytes().count(b"\n") == 2


def test_a_ledger_line_that_does_not_fit_leaves_the_catalog(run: Run, harbour: Path, catalog_file: Path) -> None:
    ledger = harbour / "catalogs/nb/reviews.jsonl"
    ledger.write_bytes(b'{"seal":"000000000000","domain":"chrome","state":"reviewed","at":"2026-01-05T10:11Z"}\n' * 60)
    before = files(harbour)
    assert catalog_file.stat().st_size + 500 < ledger.stat().st_size
    limit = at_most(ledger.stat().st_size + 10)
    assert program.run("approve", "nb", "harbour", "-m", "title", cwd=harbour, preexec_fn=limit)[0] == 3
    assert files(harbour) == before


def test_an_article_and_its_chrome_are_both_taken_in_or_neither(project: Path) -> None:
    page = project / "page.capture.txt"
    page.write_bytes((Path(__file__).parents[1] / "fixtures/tokyo-forum.capture.txt").read_bytes())
    before = files(project)
    code, _, err = program.run("ingest", page.name, cwd=project, preexec_fn=at_most(4000))
    assert code == 3
    assert b"articles/" in err
    assert files(project) == before
    assert program.run("ingest", page.name, cwd=project)[0] == 0


def stories(project: Path, count: int) -> None:
    for number in range(count):
        text = f"---\ntitle: Story {number}\nlang: en\n---\n\nFerry {number} left at noon.\n"
        (project / "articles" / f"story-{number:03}.md").write_text(text, encoding="utf-8")


def test_a_run_that_is_stopped_by_a_full_disk_says_what_is_written(run: Run, project: Path) -> None:
    stories(project, 3)
    long = "\n\n".join(f"Paragraph {number} of a long story." for number in range(200))
    (project / "articles" / "tale.md").write_text(f"---\ntitle: Tale\nlang: en\n---\n\n{long}\n", encoding="utf-8")
    untouched = files(project)
    code, _, err = program.run("extract", cwd=project, preexec_fn=at_most(4000))
    assert (code, files(project)) == (3, untouched)
    assert b"No file was changed" in err
    assert run("extract", cwd=project).code == 0
    code, _, err = program.run("sync", "nb", "nn", cwd=project, preexec_fn=at_most(4000))
    assert code == 3
    assert b"Cannot write catalogs/nb/articles/tale.po: the file would be larger" in err
    assert b"6 of 9 catalogs are written, the rest is as it was" in err
    assert b"No file was changed" not in err
    assert len(list((project / "catalogs/nb/articles").glob("*"))) == 3
    assert run("sync", cwd=project).code == 0
    code, _, err = program.run("draft", "nb", cwd=project, preexec_fn=at_most(4000))
    assert code == 3
    assert b"3 of 4 catalogs are written, the rest is as it was" in err


def test_an_interrupt_says_how_far_it_came_and_the_next_run_ends_it(run: Run, project: Path) -> None:
    stories(project, 150)
    assert run("extract", cwd=project).code == 0
    process = program.start("sync", "nb", cwd=project)
    first = project / "catalogs/nb/articles/story-000.po"
    while not first.exists():
        time.sleep(0.001)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    said = re.fullmatch(rb"l10n: interrupted; (\d+) of 150 catalogs (?:are|is) written, the rest is as it was\.\n", err)
    assert said, err
    assert (process.returncode, out) == (130, b"")
    assert int(said[1]) == len(list((project / "catalogs/nb/articles").glob("*.po")))
    assert run("sync", "nb", cwd=project).code == 0
    assert len(list((project / "catalogs/nb/articles").iterdir())) == 150
