"""Our own checks on segments, as `l10n check` runs them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from benchmarks.segments import Segment
from l10n import plugins
from l10n.model.catalog import Catalog
from l10n.model.finding import Severity
from l10n.model.message import Message
from l10n.steps.check import check


def our_findings(segments: Sequence[Segment]) -> dict[int, set[str]]:
    """Rules by segment; a hint is marked as one."""
    checks = [plugins.load("checks", name) for name in plugins.names("checks")]
    said: dict[int, set[str]] = defaultdict(set)
    for number, segment in enumerate(segments):
        message = Message(msgid=segment.source, msgctxt=segment.role or None, msgstr=(segment.target,))
        for finding in check(
            Catalog(messages=(message,)),
            locale=segment.locale,
            domain=segment.domain,
            source_language=segment.language,
            checks=checks,
        ):
            mark = " (hint)" if finding.severity is Severity.HINT else ""
            said[number].add(finding.check + mark)
    return dict(said)
