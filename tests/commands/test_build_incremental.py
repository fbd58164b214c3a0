"""A build that redoes only what changed leaves what a build from nothing would: byte for byte, word for word."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.model.catalog import CHROME, article_domain
from l10n.model.ledger import LedgerEntry
from l10n.model.state import State
from l10n.workspace import Workspace
from tests import bundles
from tests.commands.test_build import ready, tree
from tests.conftest import Run
from tests.program import start

PICTURE = bytes.fromhex("89504e470d0a1a0a")
Edit = Callable[[Path, random.Random], object]


def newsroom(root: Path) -> Path:
    """Three articles in three locales, with a picture, a theme and a ledger."""
    ready(root)
    original = Workspace(root)
    for slug in ("boats", "trains"):
        text = bundles.ARTICLE.replace("Ferries return", f"The {slug} return")
        if slug == "boats":
            text += "\n![A boat.](photos/boat.png)\n"
        (root / f"articles/{slug}.md").write_text(text, encoding="utf-8")
        for tag in ("nb", "nn"):
            catalog = original.load_catalog(tag, bundles.DOMAIN)
            assert catalog
            Workspace(root).save_catalog(tag, article_domain(slug), replace(catalog))
    (root / "articles/photos").mkdir()
    (root / "articles/photos/boat.png").write_bytes(PICTURE)
    return root


def swap(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def slug(pick: random.Random) -> str:
    return pick.choice(("ferries", "boats", "trains"))


def edit_article(root: Path, pick: random.Random) -> None:
    path = root / f"articles/{slug(pick)}.md"
    if path.exists():
        swap(path, "Two ferries", f"Two and {pick.randint(3, 99)} ferries")


def remove_or_restore_article(root: Path, pick: random.Random) -> None:
    path = root / f"articles/{slug(pick)}.md"
    if path.exists() and len(list(path.parent.glob("*.md"))) > 1:
        path.unlink()
    else:
        path.write_text(bundles.ARTICLE, encoding="utf-8")


def edit_catalog(root: Path, pick: random.Random) -> None:
    workspace, tag = Workspace(root), pick.choice(("nb", "nn"))
    domain = pick.choice((CHROME, article_domain(slug(pick)))) if tag == "nn" else article_domain(slug(pick))
    catalog = workspace.load_catalog(tag, domain)
    assert catalog
    at = pick.randrange(len(catalog.messages))
    state = pick.choice((State.NEW, State.DRAFT, State.TRANSLATED, State.REVIEWED))
    messages = list(catalog.messages)
    messages[at] = bundles.message(messages[at].key, state, f"{tag}: words {pick.randint(1, 9)}")
    workspace.save_catalog(tag, domain, replace(catalog, messages=tuple(messages)))


def draft_in_ledger(root: Path, pick: random.Random) -> None:
    """What a machine wrote first stands on the provenance page."""
    workspace, domain = Workspace(root), article_domain(slug(pick))
    catalog = workspace.load_catalog("nb", domain)
    assert catalog
    message = pick.choice(catalog.messages)
    entry = LedgerEntry.of_verdict(
        message, State.DRAFT, domain=domain, by=bundles.WHO, at="2026-01-05T10:11Z", origin=bundles.MACHINE
    )
    workspace.records.append_ledger("nb", [replace(entry, text=f"raw {pick.randint(1, 99)}")])


def edit_theme(root: Path, pick: random.Random) -> None:
    path = root / "theme/style.css"
    if path.exists() and pick.random() < 0.4:
        shutil.rmtree(root / "theme")
        return
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"body {{ margin: {pick.randint(1, 99)}px }}\n", encoding="utf-8")


def edit_settings(root: Path, pick: random.Random) -> None:
    path = root / "l10n.toml"
    head, _, tables = path.read_text(encoding="utf-8").partition("[locales.en]")
    site = f'[site]\nname = "Site {pick.randint(1, 3)}"\nurl = "https://site.example"\n\n'
    gate = pick.choice(('state = "translated"', 'state = "draft"', 'state = "reviewed", percent = 40'))
    partial = pick.choice(("", 'partial = "fail"\n'))
    tables = tables.partition("[locales.nn]")[0]
    nynorsk = f'[locales.nn]\npivot = "nb"\nfallback = "{pick.choice(("source", "pivot", "omit"))}"\n'
    text = head.partition("[site]")[0] + site + "[locales.en]" + tables + nynorsk + partial + f"gate = {{ {gate} }}\n"
    path.write_text(text, encoding="utf-8")


def edit_picture(root: Path, pick: random.Random) -> None:
    path = root / "articles/photos/boat.png"
    if path.exists() and pick.random() < 0.4:
        path.unlink()
    else:
        path.write_bytes(PICTURE + bytes([pick.randrange(256)]))


def tamper_with_output(root: Path, pick: random.Random) -> None:
    files = sorted(path for path in (root / "dist").rglob("*") if path.is_file() and path.name != "manifest.json")
    path = pick.choice(files)
    change = pick.choice(("remove", "edit", "same size", "touch"))
    if change == "remove":
        path.unlink()
    elif change == "edit":
        path.write_bytes(path.read_bytes() + b"x")
    elif change == "touch":
        os.utime(path)
    else:
        found = path.stat()
        path.write_bytes(path.read_bytes()[:-1] + b"x")
        os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def edit_with_the_time_set_back(root: Path, pick: random.Random) -> None:
    path = pick.choice(sorted((root / "articles").glob("*.md")))
    found = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("noon", "nine") if "noon" in text else text.replace("nine", "noon"), encoding="utf-8")
    assert path.stat().st_size == found.st_size
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def touch_everything(root: Path, pick: random.Random) -> None:
    for path in root.rglob("*"):
        if pick.random() < 0.5 and path.is_file():
            os.utime(path)


def spoil_the_caches(root: Path, pick: random.Random) -> None:
    for path in sorted(path for path in (root / ".l10n").rglob("*") if path.is_file()):
        spoil = pick.choice(("remove", "cut", "flip", "leave"))
        data = bytearray(path.read_bytes())
        if spoil == "remove":
            path.unlink()
        elif spoil == "cut":
            path.write_bytes(data[: pick.randrange(len(data) + 1)])
        elif spoil == "flip" and data:
            data[pick.randrange(len(data))] ^= 1 << pick.randrange(8)
            path.write_bytes(data)


def build_one_locale(root: Path, pick: random.Random) -> list[str]:
    return ["build", "--locale", pick.choice(("en", "nb", "nn"))]


EDITS: list[Edit] = [
    edit_article,
    remove_or_restore_article,
    edit_catalog,
    edit_catalog,
    draft_in_ledger,
    edit_theme,
    edit_settings,
    edit_picture,
    tamper_with_output,
    edit_with_the_time_set_back,
    touch_everything,
    spoil_the_caches,
    build_one_locale,
]


@pytest.mark.parametrize("seed", range(6))
def test_any_edits_end_where_a_build_from_nothing_does(run: Run, project: Path, tmp_path: Path, seed: int) -> None:
    newsroom(project)
    pick = random.Random(seed)  # noqa: S311 - the same edits again, not a secret
    run("build", cwd=project)
    done = []
    for step in range(12):
        for edit in pick.sample(EDITS, pick.randint(0, 2)):
            done.append(edit.__name__)
            if args := edit(project, pick):
                run(*args, cwd=project)  # type: ignore[misc]
        if pick.random() < 0.3:
            time.sleep(0.12)  # long enough for stamps to be trusted, which most often they are
        options = pick.choice(([], [], ["--fallback", "draft"], ["--jobs", "2"] if step == 5 else []))
        told = run("build", "--json", *options, cwd=project)
        fresh = tmp_path / f"fresh-{step}"
        shutil.copytree(project, fresh, ignore=shutil.ignore_patterns("dist", ".l10n"))
        expected = run("build", "--json", *options, cwd=fresh)
        assert tree(project / "dist") == tree(fresh / "dist"), done
        assert (told.code, bundles_of(told.out), told.err) == (expected.code, bundles_of(expected.out), expected.err)
        shutil.rmtree(fresh)


def test_an_edition_of_other_options_is_not_taken_for_this_one(run: Run, project: Path, tmp_path: Path) -> None:
    """The files lie where they lay, unchanged since they were written, and are of another policy."""
    newsroom(project)
    other = ["--locale", "en", "--fallback", "draft"]
    for options in ([], other, other, []):
        time.sleep(0.15)  # so that the second look at the other edition trusts what it sees
        run("build", *options, cwd=project)
    fresh = tmp_path / "fresh"
    shutil.copytree(project, fresh, ignore=shutil.ignore_patterns("dist", ".l10n"))
    run("build", cwd=fresh)
    assert tree(project / "dist") == tree(fresh / "dist")


def bundles_of(out: str) -> object:
    return json.loads(out)["bundles"]


def test_what_is_told_of_an_article_is_the_same_whether_it_was_built_or_not(run: Run, project: Path) -> None:
    newsroom(project)
    (project / "articles/photos/boat.png").unlink()
    first, again = (run("build", cwd=project) for _ in range(2))
    assert first.code == again.code == 1
    assert first.out == again.out
    assert "boats: articles/photos/boat.png: an article shows this picture, and it is not there" in first.err
    assert again.err.replace("(0 files", "(") == first.err.replace(f"({len(tree(project / 'dist'))} files", "(")


def test_an_edit_changes_the_files_of_its_article_alone(run: Run, project: Path) -> None:
    newsroom(project)
    run("build", cwd=project)
    before = {path: path.stat().st_mtime_ns for path in (project / "dist").rglob("*") if path.is_file()}
    swap(project / "articles/trains.md", "lang: en", "lang: en\nauthors: [Ola Nordmann]")
    changed = json.loads(run("build", "--json", cwd=project).out)["changed"]
    assert "trains/en/index.html" in changed
    assert all(path.startswith("trains/") or "/" not in path for path in changed)
    touched = {str(p.relative_to(project / "dist")) for p, t in before.items() if p.stat().st_mtime_ns != t}
    assert touched == set(changed)


def test_a_locale_that_fails_as_a_whole_is_known_the_next_time(run: Run, project: Path) -> None:
    newsroom(project)
    (project / "l10n.toml").write_text(
        (project / "l10n.toml").read_text(encoding="utf-8").replace("[locales.nn]", '[locales.nn]\npartial = "fail"'),
        encoding="utf-8",
    )
    first = run("build", "--json", cwd=project)
    files = tree(project / "dist")
    again = run("build", "--json", cwd=project)
    assert json.loads(again.out)["changed"] == []
    assert bundles_of(again.out) == bundles_of(first.out)
    assert tree(project / "dist") == files


def test_a_large_site_is_summed_up(run: Run, project: Path) -> None:
    ready(project)
    for number in range(21):
        (project / f"articles/part-{number:02d}.md").write_text(bundles.ARTICLE, encoding="utf-8")
    result = run("build", cwd=project)
    assert "en  22 of 22 articles go out" in result.out.splitlines()
    assert "nb  1 of 22 articles goes out, 21 held back" in result.out.splitlines()
    assert "nb  part-07  held back: 33.6 % of 101 words" in result.out
    assert "l10n build --verbose" in result.err
    every = run("build", "--verbose", cwd=project).out
    assert "en  part-07  goes out: 100 % of " in every
    assert "dist/part-07/en/index.html" in every


def test_a_build_that_is_killed_at_any_moment_is_mended_by_the_next(run: Run, project: Path, tmp_path: Path) -> None:
    newsroom(project)
    run("build", cwd=project)
    fresh = tmp_path / "fresh"
    pick = random.Random(7)  # noqa: S311 - any moments will do
    for round_ in range(8):
        for name in ("ferries", "boats", "trains"):
            edit = f"Round {round_} of {name}."
            with (project / f"articles/{name}.md").open("a", encoding="utf-8") as article:
                article.write(f"\n{edit}\n")
        process = start("build", cwd=project)
        time.sleep(pick.uniform(0.25, 0.8))
        process.send_signal(signal.SIGKILL)
        process.communicate()
    run("build", cwd=project)
    shutil.copytree(project, fresh, ignore=shutil.ignore_patterns("dist", ".l10n"))
    run("build", cwd=fresh)
    assert tree(project / "dist") == tree(fresh / "dist")


def test_any_number_of_processes_leaves_the_same_and_says_the_same(run: Run, project: Path) -> None:
    newsroom(project)
    for number in range(12):
        (project / f"articles/part-{number:02d}.md").write_text(bundles.ARTICLE, encoding="utf-8")
    one = run("build", "--json", "--out", "one", "--jobs", "1", cwd=project)
    three = run("build", "--json", "--out", "three", "--jobs", "3", cwd=project)
    assert (three.code, bundles_of(three.out), three.err) == (one.code, bundles_of(one.out), one.err)
    assert tree(project / "three") == tree(project / "one")
    for name in ("part-03", "part-07"):
        (project / f"articles/{name}.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    broken = [run("build", "--out", "three", "--jobs", jobs, cwd=project) for jobs in ("1", "3")]
    assert broken[0] == broken[1]
    assert broken[0].code == 3
    assert broken[0].err.startswith("l10n: articles/part-03.md")
    assert tree(project / "three") == tree(project / "one")


def test_what_a_killed_build_wrote_for_an_article_that_is_gone_again_is_removed(run: Run, project: Path) -> None:
    newsroom(project)
    run("build", cwd=project)
    before = tree(project / "dist")
    # a build with one article more was killed before its manifest took its place
    (project / "dist/planes/en").mkdir(parents=True)
    (project / "dist/planes/en/index.html").write_text("half a build", encoding="utf-8")
    (project / "dist/.new").mkdir()
    (project / "dist/.new/ours").write_text("planes/en/index.html", encoding="utf-8")
    run("build", cwd=project)
    assert tree(project / "dist") == before
    assert not (project / "dist/planes").exists()
