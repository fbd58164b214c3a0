"""A third party's checks, as docs/how-to/own-check.md tells how to write them: installed by pip, run, silenced."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import program

GUIDE = Path(__file__).parents[2] / "docs" / "how-to" / "own-check.md"
_FILE = re.compile(r"^`([\w.-]+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which the guide's package is installed, in a folder of its own."""
    package, target = tmp_path_factory.mktemp("paper-checks"), tmp_path_factory.mktemp("installed")
    for name, text in _FILE.findall(GUIDE.read_text(encoding="utf-8")):
        (package / name).write_text(text, encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--target", str(target), str(package)], check=True, capture_output=True)
    return {"PYTHONPATH": os.pathsep.join(filter(None, [str(target), os.environ.get("PYTHONPATH")]))}


@pytest.fixture
def paper(harbour: Path) -> Path:
    """Two articles under one title, and a time of day without its dot."""
    catalog = harbour / "catalogs" / "nb" / "articles" / "harbour.po"
    text = catalog.read_text(encoding="utf-8").replace("To ferger gikk klokken tolv.", "To ferger gikk kl 12.")
    catalog.write_text(text, encoding="utf-8")
    (harbour / "articles" / "storm.md").write_text("---\ntitle: Harbour reopens\nlang: en\n---\n", encoding="utf-8")
    twin = 'msgctxt "title"\nmsgid "Harbour reopens"\nmsgstr "Havnen åpner etter uværet"\n'
    catalog.with_name("storm.po").write_text(twin, encoding="utf-8")
    return harbour


def check(paper: Path, path: dict[str, str], *args: str) -> tuple[int, str, str]:
    code, out, err = program.run("check", *args, cwd=paper, env=path)
    return code, out.decode(), err.decode()


def test_it_is_listed_explained_and_run_beside_ours(paper: Path, path: dict[str, str]) -> None:
    assert "kl-dot" in check(paper, path, "--list")[1]
    page = check(paper, path, "--explain", "kl-dot")[1]
    assert "Den åpner kl 9." in page
    assert "lacks its dot" in page
    found = json.loads(check(paper, path, "--json")[1])["findings"]
    assert {("kl-dot", "paragraph"), ("one-title", "title")} <= {(one["check"], one["context"]) for one in found}
    sarif = json.loads(check(paper, path, "--format", "sarif")[1])
    assert {"kl-dot", "one-title"} <= {rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]}


def test_a_check_that_compares_sees_what_is_not_shown(paper: Path, path: dict[str, str]) -> None:
    one = json.loads(check(paper, path, "--json", "--article", "storm", "--check", "one-title")[1])["findings"]
    assert [(finding["domain"], finding["message"]) for finding in one] == [
        ("articles/storm", "articles/harbour has this title, too.")
    ]
    two = check(paper, path, "--json", "--jobs", "2")[1]
    assert two == check(paper, path, "--json", "--jobs", "1")[1]


def test_its_fix_is_shown_first_and_written_when_asked_for(paper: Path, path: dict[str, str]) -> None:
    catalog = paper / "catalogs" / "nb" / "articles" / "harbour.po"
    before = catalog.read_text(encoding="utf-8")
    code, out, err = check(paper, path, "--check", "kl-dot", "--fix")
    assert code == 1
    assert "To ferger gikk kl{+.+} 12." in out
    assert "nothing is written yet" in err
    assert catalog.read_text(encoding="utf-8") == before
    assert check(paper, path, "--check", "kl-dot", "--fix", "--write")[0] == 0
    after = catalog.read_text(encoding="utf-8")
    assert 'msgstr "To ferger gikk kl. 12."' in after
    assert "# l10n-by: Ola Nordmann <ola@example.org>" in after
    changed = {line for line in after.splitlines() if line not in before.splitlines()}
    assert all(line.startswith(("# l10n-", "msgstr")) for line in changed), "only this entry was touched"
    assert check(paper, path, "--check", "kl-dot", "--fix")[0] == 0
    ledger = (catalog.parents[1] / "reviews.jsonl").read_text(encoding="utf-8")
    assert json.loads(ledger)["text"] == "To ferger gikk kl. 12."


def test_a_project_silences_it_like_any_other(paper: Path, path: dict[str, str]) -> None:
    settings = paper / "l10n.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        f'checks = {{ off = ["kl-dot"], severity = {{ one-title = "hint" }} }}\n{text}', encoding="utf-8"
    )
    found = json.loads(check(paper, path, "--json")[1])["findings"]
    severities = {one["check"]: one["severity"] for one in found}
    assert "kl-dot" not in severities
    assert severities["one-title"] == "hint"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("raise OSError('no licence')", "no licence.  [part-unloadable]"),
        ("kl_dot = one_title = 3", "is no check.  [part-unfit]"),
        ("from l10n.checks.ends import check as kl_dot\none_title = kl_dot", "calls itself 'ends'"),
    ],
)
def test_a_check_that_cannot_be_used_is_named_in_a_sentence(
    paper: Path, path: dict[str, str], tmp_path: Path, code: str, said: str
) -> None:
    (tmp_path / "paper_checks.py").write_text(code, encoding="utf-8")
    broken = {"PYTHONPATH": os.pathsep.join([str(tmp_path), path["PYTHONPATH"]])}
    done, _, err = check(paper, broken)
    assert done == 4
    assert "kl-dot" in err
    assert said in err
    assert "Traceback" not in err
