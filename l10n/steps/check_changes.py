"""What the checks find in changed messages now and did not before, and the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from l10n.model.catalog import Catalog
from l10n.model.change import Change, Kind
from l10n.model.finding import Finding
from l10n.model.message import MessageKey

Name = tuple[str, str]
"""A catalog, by its locale and its domain."""


class Find(Protocol):
    """The checks of a project, on some messages of some catalogs."""

    def __call__(self, catalogs: Mapping[Name, Catalog], only: Mapping[Name, set[MessageKey]]) -> list[Finding]: ...


def check_changes(
    changes: Iterable[Change], old: Mapping[Name, Catalog], new: Mapping[Name, Catalog], *, find: Find
) -> list[Change]:
    """The changes, each with the findings that appeared and vanished. `old` and `new` are the catalogs they are of.

    Findings are the same if check and sentence are. Where only the state changed, no text is looked at.
    """
    told = list(changes)
    edited = [change for change in told if change.kind is not Kind.STATE_ONLY]
    was: dict[Name, set[MessageKey]] = {}
    now: dict[Name, set[MessageKey]] = {}
    for change in edited:
        for side, wanted in ((change.before, was), (change.after, now)):
            if side:
                wanted.setdefault((change.locale, change.domain), set()).add(side.key)
    before, after = _by_message(find(old, was)), _by_message(find(new, now))
    return [
        change
        if change.kind is Kind.STATE_ONLY
        else _with_findings(
            change,
            before.get((change.locale, change.domain, change.before.key), []) if change.before else [],
            after.get((change.locale, change.domain, change.after.key), []) if change.after else [],
        )
        for change in told
    ]


def _by_message(findings: Iterable[Finding]) -> dict[tuple[str, str, MessageKey], list[Finding]]:
    found: dict[tuple[str, str, MessageKey], list[Finding]] = {}
    for finding in findings:
        found.setdefault((finding.locale, finding.domain, finding.key), []).append(finding)
    return found


def _with_findings(change: Change, before: list[Finding], after: list[Finding]) -> Change:
    old, new = ({(finding.check, finding.message) for finding in findings} for findings in (before, after))
    return replace(
        change,
        appeared=tuple(finding for finding in after if (finding.check, finding.message) not in old),
        vanished=tuple(finding for finding in before if (finding.check, finding.message) not in new),
    )
