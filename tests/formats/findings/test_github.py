"""Annotations as the runner of GitHub Actions reads them."""

from __future__ import annotations

import re

from l10n.formats.findings.github import LIMIT, serialize
from l10n.model.finding import Severity
from l10n.model.state import State
from tests.formats.findings.reports import HOSTILE, reported

_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def test_an_annotation_names_file_line_and_what_to_do() -> None:
    assert list(serialize([reported()], prefix="site/")) == [
        "::error file=site/catalogs/nb/articles/storm.po,line=12,title=numbers%3A paragraph in nb::"
        "The source says “70 %25”, the translation “75 %25”. Write 70 %25.\n"
    ]


def test_text_cannot_end_its_line_or_begin_a_command() -> None:
    (line,) = serialize([reported(message=HOSTILE)])
    assert line.count("\n") == 1
    assert line.rstrip("\n").isprintable() or "\u00a0" in line
    assert "\x1b" not in line
    match = _COMMAND.match(line)
    assert match
    assert "%0D%0A<b>" in match[3]


def test_the_most_important_come_first_and_the_rest_is_counted() -> None:
    many = [reported(Severity.WARNING, line=n) for n in range(1, 15)]
    many += [reported(line=n) for n in range(100, 112)]
    many += [reported(line=500, is_changed=True), reported(line=600, state=State.DRAFT)]
    commands = [_COMMAND.match(line) for line in serialize(many)]
    kinds = [match[1] for match in commands if match]
    assert kinds == ["error"] * LIMIT + ["warning"] * LIMIT
    assert "line=500," in commands[0][2], "what was changed stands first"  # type: ignore[index]
    assert commands[LIMIT - 1][3].startswith("4 more of this kind")  # type: ignore[index]
    assert commands[-1][3].startswith("6 more"), "an error in a draft stops nothing, and is a warning"  # type: ignore[index]


def test_ten_of_a_kind_are_all_shown() -> None:
    lines = list(serialize([reported(line=n) for n in range(LIMIT)]))
    assert len(lines) == LIMIT
    assert "more of this kind" not in "".join(lines)
