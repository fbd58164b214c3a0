"""The status of very many catalogs, looked over in several processes: what each catalog by itself says."""

from __future__ import annotations

import json
import os
import random
import shutil
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.formats import po
from l10n.formats.readers.markdown import article as markdown
from l10n.model.catalog import Catalog
from l10n.model.header import catalog_header
from l10n.model.message import Message, Previous
from l10n.model.provenance import HUMAN, Actor
from l10n.model.state import State, judged
from l10n.steps.extract import extract
from l10n.steps.progress import progress
from l10n.workspace import Workspace
from tests.program import run, start

ARTICLES = 240
TEXT = """---
title: "Boats {number}"
lang: en
date: 2026-01-05
---

Boat number {number} sails at {number} o'clock, “said” Ola.

## In part {number}

{more}
"""
MORE = [
    "> We sail.",
    "- A list\n- of boats",
    "A line\nand “another”  \nafter a break.",
    "![A boat](boat.png)",
    'So "be" it.',
]
KARI = Actor(name="Kari", email="kari@example.org")


def written(message: Message, pick: random.Random) -> Message:
    """The message in any state, or as editors leave it."""
    state = pick.choice(list(State))
    if state is State.NEW:
        return message
    done = replace(message, msgstr=(message.msgid.replace("o", "ø"),))
    if state is State.STALE:
        done = replace(done, previous=Previous(message.msgctxt, "Before"))
    done = judged(done, state, by=pick.choice((KARI, None)), at="2026-01-05T10:11Z", origin=HUMAN)
    changes = [
        done,
        done,
        replace(done, msgstr=(done.text + "!",)),
        replace(done, flags=(), comments=("Ola: why?", *done.comments)),
        replace(done, flags=("fuzzy",)),
        replace(done, obsolete=True),
        replace(done, comments=()),
    ]
    return pick.choice(changes)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some hundreds of articles in two locales: texts in all states, catalogs that are missing, templates behind."""
    root, pick = tmp_path_factory.mktemp("many") / "project", random.Random(7)  # noqa: S311 - the same again
    for folder in ("articles", "catalogs/templates/articles", "catalogs/nb/articles", "catalogs/nn/articles"):
        (root / folder).mkdir(parents=True)
    (root / "l10n.toml").write_text('chrome_language = "nb"\n[locales.nb]\n[locales.nn]\n', encoding="utf-8")
    for number in range(ARTICLES):
        slug = f"story-{number:03}"
        text = TEXT.format(number=number, more=pick.choice(MORE))
        template = extract(markdown.parse(text, slug))
        (root / f"catalogs/templates/articles/{slug}.pot").write_bytes(po.encode(template))
        for tag in ("nb", "nn"):
            messages = tuple(written(message, pick) for message in template.messages)
            catalog = Catalog(header=catalog_header(f"articles/{slug}", "en", tag), messages=messages)
            if number % 50:
                (root / f"catalogs/{tag}/articles/{slug}.po").write_bytes(po.encode(catalog))
        if number % 40 == 3:
            text = text.replace("sails", "sailed")
        if number % 40 == 4:
            text = text.replace("lang: en\n", "lang: en\nimages:\n  - src: a.png\n    alt: A boat\n")
        (root / f"articles/{slug}.md").write_text(text, encoding="utf-8")
    plural = '\nmsgid "boat"\nmsgid_plural "boats"\nmsgstr[0] "båt"\nmsgstr[1] "båter"\n'
    with (root / "catalogs/nb/articles/story-001.po").open("a", encoding="utf-8") as catalog_file:
        catalog_file.write(plural)
    return root


@pytest.fixture
def copy(many: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(many, tmp_path / "project"))


def test_each_catalog_is_counted_as_if_it_were_the_only_one(copy: Path) -> None:
    time.sleep(0.12)  # long enough for stamps to be trusted
    code, out, _ = run("status", "--json", cwd=copy)
    told, workspace = json.loads(out), Workspace(copy)
    rows = [row for row in told["catalogs"] if row["domain"] != "chrome"]
    assert code == 0 and len(rows) == 2 * ARTICLES
    seen = Counter[str]()
    for row in rows:
        template = workspace.load_template(row["domain"])
        assert template
        counts = progress(template, workspace.load_catalog(row["locale"], row["domain"]))
        assert (row["messages"], row["words"]) == (counts.messages, counts.words), row
        seen.update({state: number for state, number in row["messages"].items() if number})
    assert seen.keys() == set(State)
    behind = [f"articles/story-{number:03}" for number in range(ARTICLES) if number % 40 in (3, 4)]
    assert told["outdated_templates"] == ["chrome", *behind]
    assert run("status", "--json", cwd=copy)[1] == out  # and from what is known of them


def test_the_first_fault_is_told_as_ever(copy: Path) -> None:
    whole = run("status", cwd=copy)
    for number in (205, 104):
        path = copy / f"catalogs/nn/articles/story-{number}.po"
        path.write_text(path.read_text(encoding="utf-8").replace("\nmsgstr ", "\nmsgst ", 2), encoding="utf-8")
    (copy / "articles/story-000.md").write_text("---\ntitle: Boats\n", encoding="utf-8")
    code, _, err = run("status", cwd=copy)
    assert whole[0] == 0 and code == 3
    assert b"catalogs/nn/articles/story-104.po:2: " in err and b"story-205" not in err


def test_a_status_that_is_killed_leaves_nothing_behind_that_lies(copy: Path) -> None:
    expected = run("status", cwd=copy)
    for wait in (0.1, 0.2, 0.3):
        shutil.rmtree(copy / ".l10n")
        process = start("status", cwd=copy, start_new_session=True)
        time.sleep(wait)
        process.kill()
        process.communicate()  # ends when the last process that could write there has ended
        assert run("status", cwd=copy) == expected


def test_a_process_of_its_own_is_no_matter_of_what_is_said(copy: Path) -> None:
    processors = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(processors)})
    try:
        alone = run("status", cwd=copy)
    finally:
        os.sched_setaffinity(0, processors)
    shutil.rmtree(copy / ".l10n")
    assert run("status", cwd=copy) == alone
