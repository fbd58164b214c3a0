"""Our own checks on segments, as `l10n check` runs them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import count

from benchmarks.segments import Segment
from l10n import plugins
from l10n.model.catalog import Catalog
from l10n.model.finding import Severity
from l10n.model.message import Message, MessageKey
from l10n.steps.check import check


def our_findings(segments: Sequence[Segment]) -> dict[int, set[str]]:
    """Rules by segment; a hint is marked as one. The segments of a domain are one catalog, as they are for a user."""
    checks = [plugins.load("checks", name) for name in plugins.names("checks")]
    catalogs: dict[tuple[object, ...], dict[MessageKey, int]] = defaultdict(dict)
    messages: dict[int, Message] = {}
    for number, segment in enumerate(segments):
        messages[number] = Message(msgid=segment.source, msgctxt=segment.role or None, msgstr=(segment.target,))
        domain = (segment.locale, segment.domain, segment.language)
        key = messages[number].key
        copy = next(n for n in count() if key not in catalogs[(*domain, n)])  # a text that is there twice: two catalogs
        catalogs[(*domain, copy)][key] = number
    said: dict[int, set[str]] = defaultdict(set)
    for numbers in catalogs.values():
        first = segments[next(iter(numbers.values()))]
        for finding in check(
            Catalog(messages=tuple(messages[number] for number in numbers.values())),
            locale=first.locale,
            domain=first.domain,
            source_language=first.language,
            checks=checks,
        ):
            mark = " (hint)" if finding.severity is Severity.HINT else ""
            said[numbers[finding.key]].add(finding.check + mark)
    return dict(said)
