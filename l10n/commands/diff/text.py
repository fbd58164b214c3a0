"""A comparison on a terminal: 80 to 100 columns, with marks that read without colours."""

from __future__ import annotations

import shutil
import textwrap
from itertools import groupby

from l10n.commands.console import one_line, plural, put, say, styled, table
from l10n.commands.speech import _, translated
from l10n.commands.word_marks import wrapped
from l10n.formats.diff import words
from l10n.formats.diff.rows import rows
from l10n.model.change import Change, Kind
from l10n.model.comparison import Comparison, EffortTotal
from l10n.model.finding import Finding

_MOST, _LABEL = 100, 8


def print_comparison(comparison: Comparison, *, is_all: bool) -> None:
    """By class, the gravest first; typography is only counted, unless all is wanted or there is nothing else."""
    shown = [change for change in comparison.changes if is_all or change.kind is not Kind.TYPOGRAPHY]
    width = min(_MOST, shutil.get_terminal_size((_MOST, 0)).columns)
    for kind, of_kind in groupby(shown, key=lambda change: change.kind):
        count = comparison.count(kind)
        put(styled(f"{translated(words.TITLES[kind])} ({count:,}): {translated(words.EXPLAINED[kind])}", "bold"))
        for (tag, domain), group in groupby(of_kind, key=lambda change: (change.locale, change.domain)):
            put(f"  {styled(f'{one_line(tag)}  {one_line(domain)}', 'blue')}")
            for change in group:
                _print(change, width)
        put()
    for moved in comparison.moved:
        put(
            _(
                "{locale}  {old} is {new} now",
                locale=one_line(moved.locale),
                old=one_line(moved.old),
                new=one_line(moved.new),
            )
        )
    if comparison.efforts:
        _print_effort(comparison.efforts)
    _sum_up(comparison, len(comparison.changes) - len(shown))


def _print(change: Change, width: int) -> None:
    mark = styled("!", "red") if change.kind is Kind.MEANING else "*"
    where = translated(words.moved(change))
    put(f"  {mark} {styled(one_line(change.key.msgctxt or 'message'), 'bold')}{f': {where}' if where else ''}")
    for row in rows(change):
        _print_lines(row.label, wrapped(row.shortened, width - _LABEL - 6))
        if row.is_rewritten:
            _print_text("", _("(few words stayed: compared sentence by sentence)"), width, "dim")
    for note in words.notes(change):
        _print_text("why", note, width)
    _print_text("who", words.passage(change), width)
    for sign, style, findings in (("+", "yellow", change.appeared), ("-", "green", change.vanished)):
        for finding in findings:
            _print_text(f"check {sign}", _told(finding), width, style)


def _told(finding: Finding) -> str:
    return f"{finding.severity} {finding.check}: {finding.message}"


def _print_text(label: str, text: str, width: int, style: str = "") -> None:
    lines = textwrap.wrap(one_line(text), width - _LABEL - 6)
    _print_lines(label, [styled(line, style) if style else line for line in lines])


def _print_lines(label: str, lines: list[str]) -> None:
    for number, line in enumerate(lines):
        put(f"      {styled(('' if number else label).ljust(_LABEL), 'dim')}{line}")


def _print_effort(efforts: tuple[EffortTotal, ...]) -> None:
    put(styled(_("Post-edit effort: the machine's words against the final text"), "bold"))
    head = ("", _("texts"), _("untouched"), _("edits"), _("per word"), "chrF")
    grid = [
        (
            one_line(total.engine or total.person, 40),
            f"{total.texts:,}",
            f"{total.untouched:,}",
            f"{total.edits:,}",
            f"{total.rate:.2f}",
            f"{total.chrf:.1f}",
        )
        for total in efforts
    ]
    for line in table(head, grid, right=frozenset(range(1, 6))):
        put(f"  {line}")
    put()


def _sum_up(comparison: Comparison, folded: int) -> None:
    names = f"{one_line(comparison.old)} → {one_line(comparison.new)}"
    if not comparison.changes and not comparison.moved:
        say(_("{names}: nothing changed.", names=names))
        return
    found = words.found(comparison)
    say(
        f"{names}: {plural(len(comparison.changes), 'change')} ({words.counted(comparison)})"
        + (f"; {found}." if found else ".")
    )
    if folded:
        say(_("{changes} of typography folded: --all shows them.", changes=plural(folded, "change")))
    if comparison.unblamed:
        say(
            _(
                "Of {catalogs} git was not asked who brought the unsigned texts: too many.",
                catalogs=plural(comparison.unblamed, "catalog"),
            )
        )
