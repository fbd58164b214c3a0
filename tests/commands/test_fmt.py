"""`l10n fmt` writes what `msgcat --no-wrap --no-location` writes, and loses less."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from l10n.formats import po
from tests.conftest import Run

MESSY = """\
#no blank
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"
"Language: nb\\n"
msgid "Related "
"articles"
msgstr "Relaterte "

"artikler"
#~ msgid "Gone"
#~ msgstr "Borte"



# l10n-state: reviewed
#: page.html:12
#, no-wrap, fuzzy
#. note
msgctxt "cookie text"
msgid "One\\nTwo"
msgstr "En\\nTo"
#: a.c:1
msgid "day"
msgid_plural "days"
msgstr[0] "dag"
msgstr[1] "dager"
"""


@pytest.mark.needs("msgcat")
def test_it_is_what_msgcat_writes(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "messy.po"
    path.write_text(MESSY, encoding="utf-8")
    wanted = subprocess.run(["msgcat", "--no-wrap", "--no-location", path], capture_output=True, check=True).stdout
    assert run("fmt", path).code == 0
    assert path.read_bytes() == wanted


def test_it_is_stable_and_changes_no_message(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "messy.po"
    path.write_text(MESSY, encoding="utf-8")
    before = {m.key: (m.msgstr, m.comments, m.extracted, set(m.flags)) for m in po.parse(MESSY).catalog.messages}
    run("fmt", path)
    once = path.read_text(encoding="utf-8")
    assert {m.key: (m.msgstr, m.comments, m.extracted, set(m.flags)) for m in po.parse(once).catalog.messages} == before
    result = run("fmt", path)
    assert result.code == 0
    assert result.out == ""
    assert path.read_text(encoding="utf-8") == once


def test_what_msgcat_would_drop_stays() -> None:
    text = '# c\n#, odd-flag\n#= no-wrap\n#| msgid "was"\nmsgid "x"\nmsgstr "y"\n\n# the end\n'
    assert po.canonical(po.parse(text)) == text


def test_obsolete_entries_stay_in_their_domain() -> None:
    text = 'domain "a"\n\n#~ msgid "x"\n#~ msgstr "1"\n\ndomain "b"\n\nmsgid "x"\nmsgstr "2"\n'
    assert po.canonical(po.parse(text)) == text


def test_check_changes_nothing_and_names_the_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "messy.po"
    path.write_text(MESSY, encoding="utf-8")
    result = run("fmt", "--check", path)
    assert result.code == 1
    assert result.out == f"{path}\n"
    assert path.read_text(encoding="utf-8") == MESSY
    run("fmt", path)
    assert run("fmt", "--check", path).code == 0


def test_print_shows_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "messy.po"
    path.write_text(MESSY, encoding="utf-8")
    result = run("fmt", "--print", path)
    assert 'msgid "Related articles"\nmsgstr "Relaterte artikler"\n' in result.out
    assert path.read_text(encoding="utf-8") == MESSY


def test_a_broken_file_is_named_by_its_line_and_left(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "broken.po"
    path.write_text('msgid "x"\nmsgstr "y\n', encoding="utf-8")
    result = run("fmt", path)
    assert result.code == 3
    assert f"{path}:2:" in result.err
    assert path.read_text(encoding="utf-8") == 'msgid "x"\nmsgstr "y\n'
    assert run("fmt", tmp_path / "none.po").code == 2


def test_without_names_it_takes_the_projects_catalogs(run: Run, project: Path) -> None:
    path = project / "catalogs/nb/chrome.po"
    path.parent.mkdir(parents=True)
    path.write_text(MESSY, encoding="utf-8")
    result = run("fmt", "--check", cwd=project)
    assert result.code == 1
    assert result.out == "catalogs/nb/chrome.po\n"
