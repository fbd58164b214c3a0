"""Annotations of GitHub Actions: workflow commands, which its runner reads from a step's output.

A step may show 10 annotations of a kind (https://docs.github.com/actions, "Workflow commands"); the runner drops the
others without a word. So the most important stand first, and the last of a kind says how many there are more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from l10n.formats.findings.level import level, most_important_first, sentence
from l10n.model.finding import Severity
from l10n.model.report import Reported
from l10n.segmentation.printable import printable

LIMIT = 10
"""Annotations of one kind in a step."""
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def serialize(reported: Iterable[Reported], *, prefix: str = "") -> Iterator[str]:
    """One command a line. `prefix` is the project's folder in the repository: `site/`, or nothing."""
    ordered = most_important_first(reported)
    for severity, kind in _KINDS.items():
        ours = [one for one in ordered if level(one) is severity]
        shown = ours if len(ours) <= LIMIT else ours[: LIMIT - 1]
        for one in shown:
            yield _command(kind, sentence(one), file=f"{prefix}{one.path}", line=str(one.line), title=_title(one))
        if len(shown) < len(ours):
            more = f"{len(ours) - len(shown)} more of this kind: run l10n check to see them all."
            yield _command(kind, more, title="l10n check")


def _title(reported: Reported) -> str:
    finding = reported.finding
    return f"{finding.check}: {finding.key.msgctxt or 'message'} in {finding.locale}"


def _command(kind: str, text: str, **properties: str) -> str:
    said = ",".join(f"{name}={_escaped(value, ':', ',')}" for name, value in properties.items())
    return f"::{kind} {said}::{_escaped(text)}\n"


def _escaped(text: str, *also: str) -> str:
    """As the runner's own toolkit does: the signs that would end the line, the property or the list of them."""
    text = printable(text, keep="\r\n\t")
    for sign in ("%", "\r", "\n", *also):
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
