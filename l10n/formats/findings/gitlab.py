"""GitLab's code quality report: a JSON array (https://docs.gitlab.com/ci/testing/code_quality/).

GitLab drops findings whose fingerprints are the same, and takes a finding for a new one when its fingerprint moves.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from l10n.formats.findings.level import level, most_important_first, sentence
from l10n.model.finding import Severity
from l10n.model.report import Reported

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.HINT: "info"}


def serialize(reported: Iterable[Reported], *, prefix: str = "") -> Iterator[str]:
    """One finding a line. `prefix` is the project's folder in the repository: `site/`, or nothing."""
    separator = "["
    for one in most_important_first(reported):
        yield f"{separator}\n{json.dumps(_issue(one, prefix))}"
        separator = ","
    yield "[]\n" if separator == "[" else "\n]\n"


def _issue(reported: Reported, prefix: str) -> dict[str, object]:
    return {
        "description": sentence(reported),
        "check_name": reported.finding.check,
        "fingerprint": reported.fingerprint,
        "severity": _SEVERITIES[level(reported)],
        "location": {"path": f"{prefix}{reported.path}", "lines": {"begin": reported.line}},
    }
