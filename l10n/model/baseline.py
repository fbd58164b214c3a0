"""A baseline: the findings that an old project has, and that nobody wants to hear of again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from l10n.model.finding import Severity
from l10n.model.report import Reported


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Known:
    """Findings of one check on one message. No line number: it is known wherever it stands in the file."""

    path: str
    context: str = ""
    msgid: str
    check: str
    severity: Severity
    """An error is not known by a warning that was."""
    count: int = 1


def known(reported: Iterable[Reported]) -> list[Known]:
    """The baseline of these findings, sorted."""
    counted = Counter(_place(one) for one in reported)
    return sorted(
        Known(path=path, context=context, msgid=msgid, check=check, severity=severity, count=count)
        for (path, context, msgid, check, severity), count in counted.items()
    )


def split(reported: Iterable[Reported], baseline: Iterable[Known]) -> tuple[list[Reported], list[Known]]:
    """The findings that are new, and what the baseline knows that is not found any more."""
    allowed = {(one.path, one.context, one.msgid, one.check, one.severity): one.count for one in baseline}
    new: list[Reported] = []
    for one in reported:
        if allowed.get(_place(one), 0) > 0:
            allowed[_place(one)] -= 1
        else:
            new.append(one)
    gone = (
        Known(path=path, context=context, msgid=msgid, check=check, severity=severity, count=count)
        for (path, context, msgid, check, severity), count in allowed.items()
        if count
    )
    return new, sorted(gone)


def _place(reported: Reported) -> tuple[str, str, str, str, Severity]:
    key = reported.finding.key
    return reported.path, key.msgctxt or "", key.msgid, reported.finding.check, reported.finding.severity
