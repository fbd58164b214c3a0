"""Findings for people, by catalog, and as the program's own JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from l10n.commands.check_run import Outcome
from l10n.commands.console import next_step, one_line, plural, put, put_json, say, styled
from l10n.commands.speech import _
from l10n.model.finding import Category, Severity
from l10n.model.report import Reported
from l10n.steps.check_signatures import CHECK_ID
from l10n.steps.fix import may_mend
from l10n.workspace.checking import load_check

_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "dim"}


def put_text(reported: Sequence[Reported]) -> None:
    """By catalog; those with messages that were changed come first, and again with the others."""
    head = ""
    for one in reported:
        finding = one.finding
        where = one.path + (" (changed)" if one.is_changed else "")
        if where != head:
            put(("\n" if head else "") + styled(where, "bold"))
            head = where
        is_quiet = finding.state.is_fuzzy or one.dismissal is not None
        severity = styled(finding.severity.ljust(7), "dim" if is_quiet else _STYLES[finding.severity])
        text = f"{one_line(finding.key.msgctxt or 'message')} “{_excerpt(finding.key.msgid)}”"
        state = f"  ({finding.state})" if finding.state.is_fuzzy else ""
        put(
            _(
                "  {severity}  {check}  line {line}, {text}  {styled}{state}",
                severity=severity,
                check=finding.check.ljust(9),
                line=one.line,
                text=text,
                styled=styled(one.seal, "dim"),
                state=state,
            )
        )
        put(f"           {one_line(finding.message)} {one_line(finding.advice)}")
        if one.dismissal:
            by = f"{one.dismissal.by} {one.dismissal.at}"
            put(_("           Dismissed by {by}: {why}", by=one_line(by), why=one_line(one.dismissal.why)))


def put_as_json(outcome: Outcome, shown: Sequence[Reported]) -> None:
    """Everything that is known of each finding."""
    broken = [{"path": error.path, "line": error.line, "message": error.bare_message} for error in outcome.broken]
    categories = {name: category_of(name) for name in {one.finding.check for one in shown}}
    rows = [_row(one, categories[one.finding.check]) for one in shown]
    put_json("check/1", {"findings": rows, "broken": broken})


def category_of(check: str) -> Category:
    """Its type in MQM; reviews by who may not review are none that MQM knows."""
    return Category.CUSTOM if check == CHECK_ID else load_check(check).category


def _row(reported: Reported, category: Category) -> dict[str, Any]:
    finding, dismissal = reported.finding, reported.dismissal
    return {
        "check": finding.check,
        "category": category,
        "severity": finding.severity,
        "blocking": reported.is_blocking,
        "state": finding.state,
        "locale": finding.locale,
        "domain": finding.domain,
        "path": reported.path,
        "line": reported.line,
        "context": finding.key.msgctxt,
        "source": finding.key.msgid,
        "message": finding.message,
        "advice": finding.advice,
        "form": finding.form,
        "span": finding.span,
        "fix": [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in finding.fix],
        "id": reported.seal,
        "fingerprint": reported.fingerprint,
        "changed": reported.is_changed,
        "dismissed": {"by": dismissal.by, "at": dismissal.at, "why": dismissal.why} if dismissal else None,
    }


def sum_up(outcome: Outcome, shown: Sequence[Reported], *, hints: bool, silent: Sequence[str], ready: str) -> None:
    """How many there are, what was kept silent, and what to do next: `ready` where no error is left."""
    findings = [one.finding for one in shown]
    counts = Counter(finding.severity for finding in findings if not finding.state.is_fuzzy)
    in_drafts = sum(finding.state.is_fuzzy for finding in findings if hints or finding.severity is not Severity.HINT)
    parts = [plural(counts[Severity.ERROR], "error"), plural(counts[Severity.WARNING], "warning")]
    if counts[Severity.HINT]:
        parts.append(plural(counts[Severity.HINT], "hint") + ("" if hints else _(" (shown with --hints)")))
    looked_at, broken = len(outcome.looked_at), len(outcome.broken)
    if looked_at or not broken:
        more = _("; {count} more in drafts.", count=in_drafts) if in_drafts else "."
        say(f"\n{plural(looked_at, 'catalog')}: {', '.join(parts)}{more}")
    for sentence in silent:
        say(sentence)
    fixable = sum(bool(finding.fix) and may_mend(finding.state) for finding in findings)
    if fixable:
        say(_("{findings} can be mended for certain: l10n check --fix", findings=plural(fixable, "finding")))
    if broken:
        say(
            _(
                "{catalogs} could not be read: mend what is broken, then check again.",
                catalogs=plural(broken, "catalog"),
            )
        )
    elif any(one.is_blocking for one in shown):
        first = next(one.finding for one in shown if one.is_blocking)
        next_step(f"l10n review {first.locale}", _("mend or reject what is wrong"))
    elif looked_at:
        next_step(ready, _("no error in what counts as translated"))
    elif outcome.since:
        say(_("No catalog differs from {since}.", since=one_line(outcome.since)))
    else:
        next_step("l10n sync", _("there is no catalog yet"))


def _excerpt(text: str) -> str:
    return one_line(" ".join(text.split()), 50)
