"""`l10n review` and the terminal: 80 columns, colour, odd keys, no keys, hostile text, and the way back to a list."""

from __future__ import annotations

import re
import signal
import time
import unicodedata
from pathlib import Path

import pytest

from l10n.model.state import State
from l10n.workspace import Workspace
from tests import program
from tests.commands.review.conftest import TITLE, states
from tests.terminal import CLEAR, Terminal

LONG = "The harbour of Bergen opened again on Monday, December 15, after three days of storm. " * 12
WIDE = "港湾は月曜日に再び開いた。" * 12
HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202eevil\u2066\x7f"


def columns(line: str) -> int:
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line
    )


@pytest.fixture
def lengthy(harbour: Path, catalog_file: Path) -> Path:
    """The harbour, where the first text is longer than a screen, in Japanese, and one word wider than any line."""
    text = catalog_file.read_text(encoding="utf-8")
    text = text.replace('"Havnen åpner etter uværet"', f'"{WIDE} {"x" * 200}"')
    text = text.replace('msgid "Two ferries', f'msgid "{LONG}Two ferries').replace('"To ferger', f'"{LONG}To ferger')
    catalog_file.write_text(text, encoding="utf-8")
    return harbour


@pytest.mark.parametrize(("rows", "width"), [(24, 80), (24, 200), (50, 40)])
def test_no_line_is_wider_than_the_terminal_or_80_columns(lengthy: Path, rows: int, width: int) -> None:
    with Terminal("review", "nb", cwd=lengthy, rows=rows, columns=width) as terminal:
        shown = terminal.until()
        for key in ("?", "i", "s", "i", "s", "s", "s", "b", "y"):
            shown += terminal.press(key, until="goes back." if key == "?" else "q quit")
        shown += terminal.end("q")[1]
    lines = shown.replace(CLEAR, "").split("\n")
    assert max(map(columns, lines)) <= min(width, 80)
    assert f"{LONG}Two ferries left at noon." in " ".join(shown.split())


def test_a_message_of_usual_length_fits_on_the_screen(harbour: Path) -> None:
    with Terminal("review", "nb", cwd=harbour) as terminal:
        screens = [terminal.until(), *[terminal.press("s") for _ in range(3)]]
    assert all(screen.count("\n") < 24 for screen in screens)


def test_colour_is_a_wish_and_marks_stay_without_it(harbour: Path, catalog_file: Path) -> None:
    text = catalog_file.read_text(encoding="utf-8").replace(
        'msgctxt "title"', '#, fuzzy\n#| msgctxt "title"\n#| msgid "Harbour closes after storm"\nmsgctxt "title"'
    )
    catalog_file.write_text(text, encoding="utf-8")
    with Terminal("review", "nb", cwd=harbour, env={"NO_COLOR": "1"}) as terminal:
        assert "Harbour [-closes-]{+opens+} after storm" in terminal.until()
        assert re.findall(r"\x1b\[\d*m", terminal.raw) == []
    with Terminal("review", "nb", cwd=harbour) as terminal:
        assert "Harbour [-closes-]{+opens+} after storm" in terminal.until()
        assert "\x1b[31m[-closes-]\x1b[0m" in terminal.raw


def test_a_dumb_terminal_is_worked_by_lines(harbour: Path) -> None:
    with Terminal("review", "nb", cwd=harbour, env={"TERM": "dumb"}) as terminal:
        terminal.until("> ")
        assert "2 of 4" in terminal.press("approve\n", until="> ")
        assert "“z” does nothing here" in terminal.press("z\n", until="> ")
        terminal.press("reject\n", until="Why?")
        assert "3 of 4" in terminal.press("Nei\n", until="> ")
        code, out = terminal.end("q\n")
        assert "\x1b" not in terminal.raw
    assert (code, "1 approved, 1 rejected." in out) == (0, True)
    assert states(harbour)[:2] == [State.REVIEWED, State.REJECTED]


ODD_KEYS = {"y": "“y” does", "A": "A (a capital) does", "\x1b[A": "This key does", "æ": "“æ” does"}


@pytest.mark.parametrize(("keys", "said"), ODD_KEYS.items())
def test_a_key_without_a_meaning_says_so_and_does_nothing(harbour: Path, keys: str, said: str) -> None:
    with Terminal("review", "nb", cwd=harbour) as terminal:
        terminal.until()
        shown = terminal.press(keys)
        assert f"{said} nothing here" in shown
        assert "1 of 4" in shown
    assert states(harbour)[TITLE] is State.TRANSLATED


def test_enter_after_a_key_is_a_habit_and_no_fault(harbour: Path) -> None:
    with Terminal("review", "nb", cwd=harbour) as terminal:
        terminal.until()
        terminal.press("a\n")
        shown = terminal.until()
        assert "2 of 4" in shown
        assert "does nothing" not in shown


def test_arrows_go_on_and_back(harbour: Path) -> None:
    with Terminal("review", "nb", cwd=harbour) as terminal:
        terminal.until()
        assert "2 of 4" in terminal.press("\x1b[C")
        assert "1 of 4" in terminal.press("\x1b[D")
        assert "This is the first" in terminal.press("\x1bOD")


def test_ctrl_c_ends_it_with_everything_saved_and_the_terminal_as_it_was(harbour: Path) -> None:
    with Terminal("review", "nb", cwd=harbour) as terminal:
        terminal.until()
        terminal.press("a")
        assert terminal.modes_now() != terminal.modes
        code, out = terminal.end("\x03")
        assert terminal.modes_now() == terminal.modes
    assert (code, "all that you decided is saved" in out) == (130, True)
    assert states(harbour)[TITLE] is State.REVIEWED


def test_after_ctrl_z_and_fg_keys_are_keys_again(harbour: Path) -> None:
    with Terminal("review", "nb", cwd=harbour) as terminal:
        terminal.until()
        terminal.process.send_signal(signal.SIGSTOP)
        terminal.as_a_shell_leaves_it()
        terminal.process.send_signal(signal.SIGCONT)
        while terminal.modes_now() == terminal.modes:
            time.sleep(0.01)
        assert "2 of 4" in terminal.press("a")


def test_a_line_that_is_cut_ends_it(harbour: Path) -> None:
    with Terminal("review", "nb", cwd=harbour) as terminal:
        terminal.until()
        terminal.press("a")
        terminal.process.send_signal(signal.SIGHUP)
        terminal.process.wait(timeout=10)
    assert states(harbour)[TITLE] is State.REVIEWED


def test_no_text_of_a_file_commands_the_terminal(harbour: Path, catalog_file: Path) -> None:
    text = catalog_file.read_text(encoding="utf-8").replace("Havnen", f"Havnen{HOSTILE}")
    catalog_file.write_text(text.replace('"title"', f'"title{HOSTILE}"'), encoding="utf-8")
    with Terminal("review", "nb", cwd=harbour) as terminal:
        terminal.until()
        for key in ("s", "s", "s", "b"):
            terminal.press(key)
        shown = re.sub(r"\x1b\[\d*m|\x1b\[H\x1b\[2J", "", terminal.raw)
    assert "evil" in shown
    assert re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown) is None


def test_elsewhere_and_when_asked_it_is_a_list(harbour: Path) -> None:
    code, out, _ = program.run("review", "nb", cwd=harbour)
    assert (code, b"Havnen" in out) == (0, True)
    for args in (("--list",), ("--limit", "1"), ("--json",)):
        with Terminal("review", "nb", *args, cwd=harbour) as terminal:
            code, out_text = terminal.end()
            assert code == 0
            assert CLEAR not in terminal.raw
            assert "Havnen" in out_text


def test_without_a_locale_one_goes_on_where_one_was_and_hears_of_the_others(harbour: Path) -> None:
    workspace = Workspace(harbour)
    catalog = workspace.load_catalog("nb", "articles/harbour")
    assert catalog is not None
    workspace.save_catalog("nn", "articles/harbour", catalog)
    with Terminal("review", cwd=harbour) as terminal:
        shown = terminal.until()
        assert "nb · harbour" in shown
        assert "Waiting too: nn (4); l10n review nn goes there." in shown
    with Terminal("review", "nn", cwd=harbour) as terminal:
        assert "nn · harbour" in terminal.until()
    with Terminal("review", cwd=harbour) as terminal:
        assert "nn · harbour" in terminal.until()


def test_when_nothing_waits_it_says_so(harbour: Path) -> None:
    with Terminal("review", "nb", "--state", "final", cwd=harbour) as terminal:
        code, out = terminal.end()
    assert (code, "Nothing waits" in out) == (0, True)
