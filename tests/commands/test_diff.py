"""`l10n diff` between revisions, folders and what is on disk."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.test_schemas import faults

pytestmark = pytest.mark.needs("git")
PATH = Path("catalogs/nb/articles/harbour.po")


def git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Ola Nordmann", "-c", "user.email=ola@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def repository(harbour: Path) -> Path:
    """The harbour project, committed."""
    git(harbour, "init", "-q", "-b", "main")
    git(harbour, "add", ".")
    git(harbour, "commit", "-q", "-m", "A harbour")
    return harbour


def edit(root: Path, old: str, new: str) -> None:
    text = (root / PATH).read_text(encoding="utf-8")
    assert old in text
    (root / PATH).write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_changed_is_said_and_exits_0(run: Run, repository: Path) -> None:
    done = run("diff", cwd=repository)
    assert (done.code, done.out) == (0, "")
    assert "nothing changed" in done.err


def test_the_working_tree_is_held_against_the_last_commit(run: Run, repository: Path) -> None:
    edit(repository, "To ferger gikk klokken tolv.", "To ferger gikk ikke klokken tolv.")
    done = run("diff", cwd=repository)
    assert done.code == 0
    assert "nb  articles/harbour" in done.out
    assert "To ferger gikk {+ikke +}klokken tolv." in done.out or "gikk{+ ikke+} klokken" in done.out
    assert "Two ferries left at noon." in done.out
    assert "! paragraph: a fact moved in the translation alone: look here first" in done.out
    assert "negation: nothing → “ikke”" in done.out


def test_meaning_stands_before_wording(run: Run, repository: Path) -> None:
    edit(repository, "Havnen åpner etter uværet", "Havna åpner etter uværet")
    edit(repository, "To ferger gikk klokken tolv.", "Tre ferger gikk klokken tolv.")
    out = run("diff", cwd=repository).out
    assert out.index("{+Tre+}") < out.index("{+Havna+}")


def test_two_revisions_of_a_project_below_the_top_of_its_repository(run: Run, tmp_path: Path, harbour: Path) -> None:
    shutil.move(harbour, tmp_path / "site" / "news")
    git(tmp_path / "site", "init", "-q", "-b", "main")
    git(tmp_path / "site", "add", ".")
    git(tmp_path / "site", "commit", "-q", "-m", "one")
    root = tmp_path / "site" / "news"
    edit(root, "Havnen åpner etter uværet", "Havna åpner etter uværet")
    git(root, "commit", "-aqm", "two")
    edit(root, "Havna", "Hamna")
    done = run("diff", "HEAD~1..HEAD", cwd=root)
    assert "[-Havnen-]{+Havna+} åpner" in done.out
    assert "Hamna" not in done.out


def test_an_approval_is_told_in_words(run: Run, repository: Path) -> None:
    assert run("approve", "nb", "harbour", cwd=repository).code == 0
    done = run("diff", cwd=repository)
    assert "State only (3)" in done.out
    assert "→ reviewed by Ola Nordmann" in done.out


def test_two_folders_need_neither_git_nor_a_project(run: Run, harbour: Path, tmp_path: Path) -> None:
    shutil.copytree(harbour / "catalogs", tmp_path / "before")
    edit(harbour, "To ferger", "Tre ferger")
    done = run("diff", tmp_path / "before", harbour, cwd=tmp_path)
    assert done.code == 0
    assert "[-To-]{+Tre+} ferger" in done.out


def test_json_has_both_sides_and_the_words(run: Run, repository: Path) -> None:
    edit(repository, "To ferger", "Tre ferger")
    report = json.loads(run("diff", "--json", cwd=repository).out)
    assert report["schema"] == "l10n/diff/2"
    (change,) = report["changes"]
    assert (change["class"], change["moved"], change["context"]) == ("meaning", "translation", "paragraph")
    assert change["before"]["text"] == "To ferger gikk klokken tolv."
    assert change["rows"][1]["words"][:2] == [["-", "To"], ["+", "Tre"]]


def test_a_side_that_nobody_signed_fits_the_schema_too(run: Run, repository: Path) -> None:
    edit(repository, "To ferger", "Tre ferger")
    git(repository, "commit", "-qam", "unsigned")
    edit(repository, "Tre ferger", "Fire ferger")
    report = json.loads(run("diff", "--json", cwd=repository).out)
    assert report["changes"][0]["before"]["by"] is None
    assert faults(report) == []


def test_what_came_and_what_went_fits_the_schema_and_says_which_of_the_two_is_gone(run: Run, repository: Path) -> None:
    text = (repository / PATH).read_text(encoding="utf-8")
    *others, thanks = text.split("\n\n")
    others = [one for one in others if "Two ferries" not in one]
    came = 'msgctxt "paragraph"\nmsgid "A third is late."\nmsgstr "En tredje er forsinket."\n'
    (repository / PATH).write_text("\n\n".join([*others, thanks, came]), encoding="utf-8")
    edit(repository, "Havnen åpner etter uværet", "")
    written = json.loads(run("diff", "--json", cwd=repository).out)
    assert faults(written) == []
    kinds = [(one["class"], one["before"] is None, one["after"] is None) for one in written["changes"]]
    assert kinds == [("new", True, False), ("gone", False, False), ("gone", False, True)]
    told = " ".join(run("diff", cwd=repository).out.split())
    assert "→ no translation" in told and "→ the message is gone" in told


def test_locale_and_article_narrow_it_down(run: Run, repository: Path) -> None:
    edit(repository, "To ferger", "Tre ferger")
    assert "Tre" in run("diff", "--locale", "nb_NO", "--article", "harbour", cwd=repository).out
    assert run("diff", "--locale", "nn", cwd=repository).out == ""
    assert run("diff", "--article", "chrome", cwd=repository).out == ""


@pytest.mark.parametrize("revision", ["nowhere", "--help-me", "HEAD~99..HEAD"])
def test_an_unknown_revision_is_one_sentence(run: Run, repository: Path, revision: str) -> None:
    done = run("diff", "--", revision, cwd=repository)
    assert done.code == 2
    assert "git knows no revision" in done.err
    assert len(done.err.splitlines()) <= 2


def test_outside_git_the_way_out_is_named(run: Run, harbour: Path) -> None:
    done = run("diff", cwd=harbour)
    assert done.code == 2
    assert "not in a git repository" in done.err
    assert "l10n diff OLD-FOLDER NEW-FOLDER" in done.err


def test_a_catalog_that_was_broken_then_is_named_with_its_line(run: Run, repository: Path) -> None:
    good = (repository / PATH).read_text(encoding="utf-8")
    (repository / PATH).write_text(good + '\nmsgid "torn\n', encoding="utf-8")
    git(repository, "commit", "-aqm", "torn")
    (repository / PATH).write_text(good, encoding="utf-8")
    done = run("diff", cwd=repository)
    assert done.code == 3
    assert "HEAD:catalogs/nb/articles/harbour.po:" in done.err


def test_a_new_catalog_lists_its_messages_as_new(run: Run, repository: Path) -> None:
    nynorsk = repository / "catalogs" / "nn" / "articles" / "harbour.po"
    nynorsk.parent.mkdir(parents=True)
    shutil.copy(repository / PATH, nynorsk)
    done = run("diff", "--locale", "nn", cwd=repository)
    assert "4 changes" in done.err
    assert "{+Havnen åpner etter uværet+}" in done.out


def test_three_dots_leave_out_what_the_other_branch_did(run: Run, repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "topic")
    edit(repository, "To ferger", "Tre ferger")
    git(repository, "commit", "-aqm", "topic")
    git(repository, "checkout", "-q", "main")
    edit(repository, "Havnen åpner etter uværet", "Havna åpner etter uværet")
    git(repository, "commit", "-aqm", "main moved on")
    two = run("diff", "main..topic", cwd=repository)
    three = run("diff", "main...topic", cwd=repository)
    assert "Havna" in two.out
    assert "Havna" not in three.out
    assert "{+Tre+}" in three.out
    assert "main (where topic parted) → topic: 1 change" in three.err


def test_branches_without_a_common_commit_are_explained(run: Run, repository: Path) -> None:
    git(repository, "checkout", "-q", "--orphan", "other")
    git(repository, "commit", "-qm", "another beginning")
    done = run("diff", "main...other", cwd=repository)
    assert done.code == 2
    assert "no commit in common" in done.err
    assert "fetch-depth" in done.err


def test_staged_is_what_the_next_commit_would_hold(run: Run, repository: Path) -> None:
    edit(repository, "To ferger", "Tre ferger")
    git(repository, "add", ".")
    edit(repository, "Tre ferger", "Fire ferger")
    done = run("diff", "--staged", cwd=repository)
    assert "[-To-]{+Tre+} ferger" in done.out
    assert "Fire" not in done.out
    assert run("diff", "--staged", "HEAD..HEAD", cwd=repository).code == 2


def test_only_a_class_and_only_a_message(run: Run, repository: Path) -> None:
    edit(repository, "To ferger", "Tre ferger")
    edit(repository, "Havnen åpner etter uværet", "Havna åpner etter uværet")
    assert "{+Tre+}" not in run("diff", "--only", "wording", cwd=repository).out
    assert "{+Havna+}" not in run("diff", "--only", "meaning", cwd=repository).out
    assert "{+Havna+}" in run("diff", "--message", "title", cwd=repository).out
    assert "{+Tre+}" in run("diff", "-m", "ferries", cwd=repository).out
    assert run("diff", "-m", "nothing like it", cwd=repository).out == ""
    assert run("diff", "--only", "colour", cwd=repository).code == 2


def test_typography_is_counted_until_it_is_asked_for(run: Run, repository: Path) -> None:
    edit(repository, "To ferger gikk klokken tolv.", "To ferger gikk klokken\u00a0tolv.")
    done = run("diff", cwd=repository)
    assert done.out == ""
    assert "1 change of typography folded: --all shows them." in done.err
    assert "klokken[-␣-]{+⍽+}tolv" in run("diff", "--all", cwd=repository).out
    assert "{+⍽+}" in run("diff", "--only", "typography", cwd=repository).out


def test_who_wrote_an_unsigned_text_is_asked_of_git(run: Run, repository: Path) -> None:
    edit(repository, "To ferger", "Tre ferger")
    fresh = run("diff", cwd=repository).out
    assert "unsigned, committed by Ola Nordmann (" in " ".join(fresh.split())
    assert "not committed yet" in " ".join(fresh.split())
    git(
        repository,
        "-c",
        "user.name=Kari Nordmann",
        "commit",
        "-aqm",
        "three",
        "--author=Kari Nordmann <kari@example.org>",
    )
    assert "committed by Kari Nordmann (" in " ".join(run("diff", "HEAD~1..HEAD", cwd=repository).out.split())
    edit(repository, "Havnen åpner etter uværet", "Havna åpner etter uværet")
    git(repository, "commit", "-aqm", "and the title")
    both = " ".join(run("diff", "HEAD~2..HEAD", "-m", "ferries", cwd=repository).out.split())
    assert "committed by Kari Nordmann (" in both  # two commits touched the file: blame says whose line it is


def test_what_the_machine_wrote_and_a_person_made_of_it(run: Run, repository: Path) -> None:
    line = {
        "seal": "0a3f2d2f4e0d", "domain": "articles/harbour", "state": "draft", "by": "argos",
        "at": "2026-01-01T10:00Z", "origin": "argos en_nb 1.9", "context": "lead",
        "msgid": "The harbour of Bergen opened on Monday.",
        "text": "Havnen til Bergen åpnet på mandag.",
    }  # fmt: skip
    (repository / "catalogs/nb/reviews.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert run("approve", "nb", "harbour", "--message", "lead", cwd=repository).code == 0
    out = run("diff", cwd=repository).out
    engine, person = (row.split() for row in out.splitlines() if row.startswith(("  argos", "  Ola Nordmann")))
    assert engine[-5:] == person[-5:] == ["1", "0", "2", "0.33", "70.2"]


def test_new_and_vanished_findings(run: Run, repository: Path) -> None:
    edit(repository, "To ferger gikk klokken tolv.", "To ferger gikk klokken tolv med 90 % av køen.")
    worse = run("diff", cwd=repository)
    assert "check + warning numbers:" in worse.out
    assert "1 new finding" in worse.err
    git(repository, "commit", "-aqm", "worse")
    edit(repository, " med 90 % av køen", "")
    better = run("diff", cwd=repository)
    assert "check - warning numbers:" in better.out
    assert "0 new findings, 1 gone" in better.err
    assert "finding" not in run("diff", "--no-checks", cwd=repository).err


def test_a_renamed_article_is_one_article(run: Run, repository: Path) -> None:
    git(repository, "mv", PATH.as_posix(), "catalogs/nb/articles/havn.po")
    renamed = repository / "catalogs/nb/articles/havn.po"
    renamed.write_text(renamed.read_text(encoding="utf-8").replace("To ferger", "Tre ferger"), encoding="utf-8")
    done = run("diff", cwd=repository)
    assert "nb  articles/harbour is articles/havn now" in done.out
    assert "[-To-]{+Tre+} ferger" in done.out
    assert "1 change (1 meaning)" in done.err


def test_plural_forms_are_one_change(run: Run, repository: Path) -> None:
    with (repository / PATH).open("a", encoding="utf-8") as file:
        file.write('\nmsgid "one ship"\nmsgid_plural "%d ships"\nmsgstr[0] "ett skip"\nmsgstr[1] "%d skip"\n')
    git(repository, "commit", "-aqm", "ships")
    edit(repository, '"%d skip"', '"%d båter"')
    out = run("diff", cwd=repository).out
    assert "form 2  %d [-skip-]{+båter+}" in out
    assert "plural  %d ships" in out
    assert out.count("* message") == 1


def test_lines_are_no_wider_than_100_columns(run: Run, repository: Path) -> None:
    edit(repository, "To ferger gikk klokken tolv.", "Tre ferger gikk " + "svært sakte gjennom sundet " * 40)
    out = run("diff", "--no-checks", cwd=repository).out
    assert max(map(len, out.splitlines())) <= 100
    assert " ".join(out.split()).count("svært sakte") == 40


def test_a_file_can_be_written(run: Run, repository: Path, tmp_path: Path) -> None:
    edit(repository, "To ferger", "Tre ferger")
    for form, beginning in (("html", "<!doctype html>"), ("markdown", "<!-- l10n diff -->"), ("json", "{")):
        path = tmp_path / f"out.{form}"
        done = run("diff", "--format", form, "-o", path, cwd=repository)
        assert (done.code, done.out) == (0, "")
        assert path.read_text(encoding="utf-8").startswith(beginning)
        assert run("diff", "--format", form, cwd=repository).out == path.read_text(encoding="utf-8")
    assert run("diff", "-o", tmp_path / "out.txt", cwd=repository).code == 2


def test_text_of_others_cannot_command_a_terminal(run: Run, repository: Path) -> None:
    edit(repository, "To ferger", "\u202eTre\\a ferger")
    out = run("diff", cwd=repository).out
    assert "\u202e" not in out
    assert "\a" not in out


def test_a_link_that_leads_out_of_a_folder_is_refused(run: Run, harbour: Path, tmp_path: Path) -> None:
    shutil.copytree(harbour / "catalogs", tmp_path / "before")
    secret = tmp_path / "secret.po"
    secret.write_text('msgid "a"\nmsgstr "b"\n', encoding="utf-8")
    (tmp_path / "before/nb/articles/link.po").symlink_to(secret)
    done = run("diff", tmp_path / "before", harbour, cwd=tmp_path)
    assert done.code == 3
    assert "leads out" in done.err


def test_a_verdict_in_the_ledger_tells_who_wrote_what_the_message_does_not_say(run: Run, repository: Path) -> None:
    assert run("approve", "nb", "harbour", "--message", "title", cwd=repository).code == 0
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "approved")
    text = (repository / PATH).read_text(encoding="utf-8")
    kept = [line for line in text.splitlines(keepends=True) if not line.startswith("# l10n-") or "argos" in line]
    (repository / PATH).write_text("".join(kept), encoding="utf-8")
    out = " ".join(run("diff", "--message", "title", cwd=repository).out.split())
    assert "reviewed by Ola Nordmann → translated by Ola Nordmann (ledger)" in out


def test_new_errors_stand_before_what_was_mended(run: Run, repository: Path) -> None:
    edit(repository, "Two ferries left at noon.", "Two ferries left with 70 cars.")
    edit(repository, "To ferger gikk klokken tolv.", "To ferger gikk med 90 biler.")
    edit(
        repository,
        'The mayor thanked the crews."\nmsgstr ""',
        'The mayor thanked 12 crews."\nmsgstr "Hun takket 12 lag."',
    )
    git(repository, "commit", "-aqm", "90 is wrong, 12 is right")
    edit(repository, "To ferger gikk med 90 biler.", "To ferger gikk med 70 biler.")
    edit(repository, "Hun takket 12 lag.", "Hun takket 21 lag.")
    out = run("diff", cwd=repository).out
    assert out.index("{+21+}") < out.index("{+70+}")
    assert "check - error numbers" in out[out.index("{+70+}") :]


def test_a_project_below_the_top_of_a_sha256_repository(run: Run, tmp_path: Path, harbour: Path) -> None:
    shutil.move(harbour, tmp_path / "site" / "news")
    root = tmp_path / "site" / "news"
    git(tmp_path / "site", "init", "-q", "--object-format=sha256")
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    edit(root, "To ferger", "Tre ferger")
    git(root, "commit", "-aqm", "two", "--author=Kari Nordmann <kari@example.org>")
    edit(root, "Havnen åpner etter uværet", "Havna åpner etter uværet")
    between = " ".join(run("diff", "HEAD~1..HEAD", cwd=root).out.split())
    assert "committed by Ola Nordmann (" in between
    assert "committed by Kari Nordmann (" in between
    on_disk = " ".join(run("diff", "HEAD~1", "--message", "title", cwd=root).out.split())
    assert on_disk.count("not committed yet") == 1
