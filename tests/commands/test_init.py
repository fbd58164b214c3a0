"""`l10n init`: a project where there was none, and no harm where there was something."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from l10n.settings import parse_settings
from tests.conftest import CAPTURE, Run
from tests.terminal import Terminal


def tree(root: Path) -> dict[str, bytes]:
    """Every file by its path, but for git's own."""
    paths = (path for path in root.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def test_a_new_project_takes_an_article_from_its_page_to_a_catalog(run: Run, tmp_path: Path) -> None:
    began = run("init", "news room", "--locale", "nb", "--locale", "nn", cwd=tmp_path)
    assert (began.code, began.out.split("\n")[0]) == (0, "l10n.toml")
    assert "Next: cd 'news room' && l10n ingest FILE" in began.err
    root = tmp_path / "news room"
    assert run("ingest", CAPTURE, cwd=root).code == 0
    for command in ("extract", "sync", "status", "check"):
        assert run(command, cwd=root).code == 0, command
    assert len(list((root / "catalogs").rglob("*.po"))) == 3


def test_its_settings_say_what_was_asked_for(run: Run, tmp_path: Path) -> None:
    assert (
        run("init", "--locale", "pt_BR", "--locale", "pt-br", "--source", "no", "--chrome", "en", cwd=tmp_path).code
        == 0
    )
    settings = parse_settings((tmp_path / "l10n.toml").read_text(encoding="utf-8"))
    assert (settings.article_language, settings.chrome_language, list(settings.locales)) == ("nb", "en", ["pt-BR"])
    assert settings.site.name == tmp_path.name


def test_what_its_settings_only_mention_can_be_switched_on(run: Run, tmp_path: Path) -> None:
    assert run("init", "--locale", "nb", "--locale", "nn", "--locale", "en", cwd=tmp_path).code == 0
    text = (tmp_path / "l10n.toml").read_text(encoding="utf-8")
    settings = parse_settings(re.sub(r"^# (\w+ = )", r"\1", text, flags=re.MULTILINE))
    assert settings != parse_settings(text)
    assert settings.site.url
    assert settings.locale("nb").reviewers
    assert settings.locale("nn").pivot == "nb"


def test_a_folder_with_an_odd_name_is_one_too(run: Run, tmp_path: Path) -> None:
    root = tmp_path / os.fsdecode(b'a "quoted" \\ name \x7f\xff')
    assert run("init", root).code == 0
    assert 'a "quoted"' in parse_settings((root / "l10n.toml").read_text(encoding="utf-8")).site.name


def test_a_second_run_changes_no_byte(run: Run, tmp_path: Path) -> None:
    run("init", "--locale", "nb", cwd=tmp_path)
    before = tree(tmp_path)
    again = run("init", "--locale", "nb", "--locale", "de", cwd=tmp_path)
    assert (again.code, again.out) == (0, "")
    assert "This is a project already, into nb." in again.err
    assert "[locales.de]" in again.err
    assert tree(tmp_path) == before


def test_what_is_there_stays(run: Run, tmp_path: Path) -> None:
    mine = {"articles/a.md": b"# Mine\n", ".gitignore": b"/dist\n*.pyc", "README.md": b"hello"}
    (tmp_path / "articles").mkdir()
    for name, data in mine.items():
        (tmp_path / name).write_bytes(data)
    result = run("init", "--yes", cwd=tmp_path)
    assert result.out.split("\n") == ["l10n.toml", "catalogs/", ".gitignore: .l10n/", ""]
    assert tree(tmp_path) == {**mine, ".gitignore": b"/dist\n*.pyc\n.l10n/\n", "l10n.toml": tree(tmp_path)["l10n.toml"]}


@pytest.mark.needs("git")
def test_in_a_repository_git_is_told_which_files_are_catalogs(run: Run, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    assert run("init", "--locale", "nb", cwd=tmp_path).code == 0
    said = subprocess.run(["git", "check-attr", "merge", "a.po"], cwd=tmp_path, capture_output=True, check=True).stdout
    assert said == b"a.po: merge: l10n\n"
    before = tree(tmp_path)
    assert run("git-setup", cwd=tmp_path).code == 0
    assert tree(tmp_path) == before


def test_where_no_project_can_begin(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for arguments, why in (
        (("file",), "is a file, not a folder"),
        (("new", "--locale", "xx-klingon"), "is not a locale"),
        (("new", "--source", "12"), "is not a locale"),
    ):
        result = run("init", *arguments, cwd=tmp_path)
        assert (result.code, why in result.err) == (2, True), arguments
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    run("init", "--yes", cwd=tmp_path)
    (tmp_path / "inner").mkdir()
    result = run("init", "--yes", cwd=tmp_path / "inner")
    assert (result.code, f"the one in {tmp_path}." in result.err) == (2, True)
    assert not list((tmp_path / "inner").iterdir())


def test_project_folder_and_argument_mean_the_same(run: Run, tmp_path: Path) -> None:
    assert run("--project", tmp_path / "a", "init", "--yes").code == 0
    assert run("init", tmp_path / "b", "--yes").code == 0
    a, b = ((tmp_path / name / "l10n.toml").read_text(encoding="utf-8") for name in "ab")
    assert a.replace('name = "a"', 'name = "b"') == b


@pytest.mark.parametrize(("answer", "locales"), [("nn, pt-BR\n", ["nn", "pt-BR"]), ("\n", ["nb"])])
def test_on_a_terminal_it_asks_one_question(tmp_path: Path, answer: str, locales: list[str]) -> None:
    with Terminal("init", cwd=tmp_path) as terminal:
        terminal.until("[nb] ")
        code, said = terminal.end(answer)
    assert (code, "Next: l10n ingest FILE" in said) == (0, True)
    assert list(parse_settings((tmp_path / "l10n.toml").read_text(encoding="utf-8")).locales) == locales


def test_nothing_is_asked_where_the_answer_is_given_or_nobody_can_give_one(run: Run, tmp_path: Path) -> None:
    for name, arguments in {"yes": ("--yes",), "named": ("--locale", "nb")}.items():
        with Terminal("init", name, *arguments, cwd=tmp_path) as terminal:
            code, said = terminal.end()
        assert (code, "Which languages" in said) == (0, False)
    assert run("init", "piped", cwd=tmp_path).code == 0


def test_outside_a_project_every_command_names_the_way_in(run: Run, tmp_path: Path) -> None:
    for command in (("status",), ("sync",), ("approve", "nb", "a"), ("serve",), ("build",)):
        result = run(*command, cwd=tmp_path)
        assert (result.code, "l10n init" in result.err) == (3, True), command


def test_the_page_of_the_tutorial_comes_along_and_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "tokyo-forum.nb.csv"
    mine.write_text("mine", encoding="utf-8")
    first = run("init", "--locale", "nb", "--example", cwd=tmp_path)
    assert "tokyo-forum.capture.txt" in first.out
    assert "Next: l10n ingest tokyo-forum.capture.txt" in first.err
    assert mine.read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "tokyo-forum.capture.txt").read_bytes() == CAPTURE.read_bytes()
    mine.unlink()
    assert run("init", "--example", cwd=tmp_path).out == "tokyo-forum.nb.csv\n"
