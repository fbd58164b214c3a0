"""Findings for other programs, on stdout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from l10n import __version__
from l10n.checks.page import page
from l10n.commands.check_run import Outcome
from l10n.commands.console import put_bytes
from l10n.model.finding import Category, Severity
from l10n.model.report import Reported, Rule
from l10n.steps.check_signatures import ABOUT, CHECK_ID, PAGE, TITLE
from l10n.workspace import Workspace
from l10n.workspace.checking import load_check
from l10n.workspace.git import folder_in_repository


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


def put_report(
    workspace: Workspace, outcome: Outcome, shown: Sequence[Reported], form: Format, *, strict: bool
) -> None:
    """Write the report piece by piece; a large one is never whole in memory. Paths are those of the repository."""
    from l10n.formats.findings import github, gitlab, junit, sarif

    prefix = folder_in_repository(workspace.root)
    open_ones = [one for one in shown if one.dismissal is None]
    if form is Format.GITHUB:
        _put(github.serialize(open_ones, prefix=prefix))
    elif form is Format.GITLAB:
        _put(gitlab.serialize(open_ones, prefix=prefix))
    elif form is Format.SARIF:
        _put(sarif.serialize(shown, _rules(shown), version=__version__, broken=outcome.broken, prefix=prefix))
    else:
        _put(
            junit.serialize(
                shown,
                outcome.looked_at,
                fails=lambda one: fails(one, strict=strict),
                broken=outcome.broken,
                prefix=prefix,
            )
        )


def fails(reported: Reported, *, strict: bool) -> bool:
    """True for a finding that makes the run exit 1."""
    is_warning = reported.finding.severity is Severity.WARNING and not reported.finding.state.is_fuzzy
    return reported.dismissal is None and (reported.is_blocking or (strict and is_warning))


def _put(pieces: Iterable[str]) -> None:
    for piece in pieces:
        put_bytes(piece.encode())


def _rules(shown: Sequence[Reported]) -> list[Rule]:
    """The checks that found something, described."""
    rules = []
    for name in sorted({one.finding.check for one in shown}):
        if name == CHECK_ID:
            rules.append(Rule(id=name, title=TITLE, category=Category.CUSTOM, about=ABOUT, page=PAGE))
        else:
            check = load_check(name)
            rules.append(Rule(id=name, title=check.title, category=check.category, about=check.about, page=page(check)))
    return rules
