"""Whatever stdout is, and whatever stands in a file: no crash, no command to the terminal, JSON that is JSON."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from l10n.commands import console
from tests import program
from tests.conftest import Run

NARROW = {
    "ASCII": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "Latin-1": {"PYTHONIOENCODING": "latin-1"},
}
HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202eevil\u2066\x7f"
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def crowded(harbour: Path, catalog_file: Path) -> Path:
    """The project with so many messages that no pipe holds what `review` says of them."""
    more = "".join(f'\nmsgid "Ferry {n} left late."\nmsgstr "Ferge {n} gikk for sent, på grunn av været."\n'
                   for n in range(500))  # fmt: skip
    catalog_file.write_text(catalog_file.read_text(encoding="utf-8") + more, encoding="utf-8")
    return harbour


@pytest.mark.parametrize("args", [("status",), ("review", "--limit", "0")])
def test_a_reader_that_reads_one_line_is_no_fault(crowded: Path, args: tuple[str, ...]) -> None:
    command = " ".join(["{ python cli.py", *args, "; echo $? >&2; } | head -1"])
    for _ in range(10):
        done = subprocess.run(
            ["sh", "-c", command.replace("python cli.py", f"{sys.executable} {program.CLI}")],
            cwd=crowded, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert done.stderr.splitlines()[-1] == "0"
        assert len(done.stdout.splitlines()) == 1
        assert "rror" not in done.stderr


def test_a_reader_that_is_gone_before_the_first_line(harbour: Path) -> None:
    for args in (("status",), ("--help",), ("review", "--json")):
        reader, writer = os.pipe()
        os.close(reader)
        code, _, err = program.run(*args, cwd=harbour, stdout=writer)
        os.close(writer)
        assert (code, b"rror" in err) == (0, False)


@pytest.mark.parametrize("args", [("status",), ("review", "--json"), ("--help",), ("fmt", "--print")])
def test_a_full_stdout_is_one_sentence_and_a_closed_one_is_quiet(harbour: Path, args: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        code, _, err = program.run(*args, cwd=harbour, stdout=full)
        assert code == 3
        assert b"the disk is full.  [output-full]" in err or b"the disk is full.  [system-refused]" in err
        assert b"Error" not in err
        assert program.run(*args, cwd=harbour, stdout=full, stderr=full)[0] == 3
    closed = ["sh", "-c", f'exec {sys.executable} {program.CLI} "$@" >&- 2>&- <&-', "sh", *args]
    assert subprocess.run(closed, cwd=harbour, check=False).returncode == 0


@pytest.mark.parametrize("env", NARROW.values(), ids=NARROW)
def test_narrow_output_shows_escapes_and_json_stays_json(harbour: Path, env: dict[str, str]) -> None:
    for args in (("review",), ("status",), ("review", "--help")):
        code, out, err = program.run(*args, cwd=harbour, env=env)
        assert (code, b"internal" in err) == (0, False)
        assert out
    code, out, _ = program.run("review", "--json", cwd=harbour, env=env)
    assert code == 0
    assert "Havnen åpner etter uværet" in [
        text for m in json.loads(out.decode())["messages"] for text in m["translation"]
    ]


def test_names_and_reasons_are_utf8_whatever_the_locale(harbour: Path) -> None:
    env = {**NARROW["ASCII"], "GIT_AUTHOR_NAME": "Åse Ødegård"}
    assert program.run("reject", "nb", "harbour", "-m", "title", "--why", "feil æ", cwd=harbour, env=env)[0] == 0
    entry = json.loads((harbour / "catalogs/nb/reviews.jsonl").read_text(encoding="utf-8"))
    assert (entry["by"], entry["why"]) == ("Åse Ødegård <ola@example.org>", "feil æ")


@pytest.fixture
def hostile(harbour: Path, catalog_file: Path) -> Path:
    """A project whose texts, contexts, names and reasons try to command the terminal."""
    article = harbour / "articles" / "harbour.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nNew \u202eevil\u2066 ferries.\n", encoding="utf-8")
    text = catalog_file.read_text(encoding="utf-8").replace("Havnen", f"Havnen{HOSTILE}")
    text = text.replace("argos en_nb 1.9", f"argos{HOSTILE} en_nb 1.9").replace('"title"', f'"title{HOSTILE}"')
    text += f'\nmsgctxt "paragraph"\nmsgid "New {HOSTILE} ferries, three."\nmsgstr "Nye {HOSTILE} 4 ferger"\n'
    catalog_file.write_text(text, encoding="utf-8")
    page = f"{HOSTILE}Title\n\nThe harbour {HOSTILE} of Bergen opened on Monday after the storm had passed.\n"
    (harbour / "page.md").write_text(f"# {page}", encoding="utf-8")
    return harbour


def test_no_text_of_a_file_commands_the_terminal(run: Run, hostile: Path) -> None:
    commands: list[tuple[str, ...]] = [
        ("review",), ("review", "--json"), ("status",), ("check", "--hints"), ("log", "paragraph"), ("extract",),
        ("suggest", "nb"), ("sync", "nb", "--explain"), ("suggest", "nb"), ("draft", "nb"), ("review",),
        ("diff", ".", "."), ("reject", "nb", "harbour", "--why", HOSTILE), ("log", "Two ferries"),
        ("ingest", "page.md"), ("build", "--gate", "draft=0"), ("merge", "page.md", "page.md", "page.md"),
    ]  # fmt: skip
    shown = ""
    for command in commands:
        result = run(*command, cwd=hostile)
        assert result.code in (0, 1, 2, 3), (command, result.err)
        found = OBEYED.search(result.out + result.err)
        assert found is None, (command, found)
        shown += result.out
    assert "evil" in shown


def test_colour_is_kept_on_a_terminal_and_other_escapes_are_not(monkeypatch: pytest.MonkeyPatch) -> None:

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    console.put(console.styled("red", "red") + " \x1b[8mhidden\x1b[0m\x1b]0;x\x07")
    assert terminal.getvalue() == "\x1b[31mred\x1b[0m �[8mhidden\x1b[0m�]0;x�\n"
