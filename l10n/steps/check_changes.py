"""What the checks find in changed messages now and did not before, and the other way round."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Protocol

from l10n.model.catalog import Catalog
from l10n.model.change import Change, Kind
from l10n.model.finding import Finding
from l10n.model.message import MessageKey


class Find(Protocol):
    """The checks of a project, on some messages of a catalog: `steps.check.check` with all else filled in."""

    def __call__(self, catalog: Catalog, *, only: Collection[MessageKey]) -> list[Finding]: ...


def check_changes(changes: Iterable[Change], old: Catalog, new: Catalog, *, find: Find) -> list[Change]:
    """The changes of one catalog, each with the findings that appeared and vanished.

    Findings are the same if check and sentence are. Where only the state changed, no text is looked at.
    """
    told = list(changes)
    edited = [change for change in told if change.kind is not Kind.STATE_ONLY]
    before = _by_key(find(old, only={change.before.key for change in edited if change.before}))
    after = _by_key(find(new, only={change.after.key for change in edited if change.after}))
    return [
        change
        if change.kind is Kind.STATE_ONLY
        else _with_findings(
            change,
            before.get(change.before.key, []) if change.before else [],
            after.get(change.after.key, []) if change.after else [],
        )
        for change in told
    ]


def _by_key(findings: Iterable[Finding]) -> dict[MessageKey, list[Finding]]:
    found: dict[MessageKey, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.key, []).append(finding)
    return found


def _with_findings(change: Change, before: list[Finding], after: list[Finding]) -> Change:
    old, new = ({(finding.check, finding.message) for finding in findings} for findings in (before, after))
    return replace(
        change,
        appeared=tuple(finding for finding in after if (finding.check, finding.message) not in old),
        vanished=tuple(finding for finding in before if (finding.check, finding.message) not in new),
    )
