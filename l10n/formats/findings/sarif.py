"""SARIF 2.1.0, which GitHub's code scanning, Azure DevOps and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. Code scanning refuses a run with more than 25,000
results, so the most important stand first, and a note says how many are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from l10n.errors import InvalidInputError
from l10n.formats.findings.level import level, most_important_first, sentence
from l10n.model.finding import Severity
from l10n.model.report import Reported, Rule

LIMIT = 25_000
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def serialize(
    reported: Iterable[Reported],
    rules: Sequence[Rule],
    *,
    version: str,
    broken: Sequence[InvalidInputError] = (),
    prefix: str = "",
) -> Iterator[str]:
    """One log with one run, a result a line. `version` is that of l10n; `broken` are catalogs that were not read."""
    ordered = most_important_first(reported)
    at = {rule.id: index for index, rule in enumerate(rules)}
    tool = json.dumps({"driver": {"name": "l10n", "version": version, "rules": [_rule(rule) for rule in rules]}})
    notes = [_note(error.bare_message, error.path, error.line, prefix) for error in broken]
    if len(ordered) > LIMIT:
        notes.append(_note(f"{len(ordered) - LIMIT} more findings are left out: a run holds {LIMIT}."))
    invocation = {"executionSuccessful": not broken, "toolExecutionNotifications": notes}
    yield (
        f'{{"$schema": {json.dumps(_SCHEMA)}, "version": "2.1.0",\n"runs": [{{"tool": {tool},\n'
        f'"columnKind": "unicodeCodePoints", "invocations": [{json.dumps(invocation)}],\n"results": ['
    )
    for number, one in enumerate(ordered[:LIMIT]):
        yield f"{',' if number else ''}\n{json.dumps(_result(one, at, prefix))}"
    yield "\n]}]}\n"


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.about},
        "help": {"text": rule.about, "markdown": rule.page},
        "properties": {"tags": ["translation", rule.category]},
    }


def _result(reported: Reported, rules: dict[str, int], prefix: str) -> dict[str, object]:
    finding = reported.finding
    result: dict[str, object] = {
        "ruleId": finding.check,
        "ruleIndex": rules[finding.check],
        "level": _LEVELS[level(reported)],
        "message": {"text": sentence(reported)},
        "locations": [
            {
                "physicalLocation": _place(f"{prefix}{reported.path}", reported.line),
                "logicalLocations": [{"name": finding.key.msgctxt or "message", "decoratedName": finding.key.msgid}],
            }
        ],
        "partialFingerprints": {"l10nFinding/v1": reported.fingerprint},
        "properties": {"locale": finding.locale, "domain": finding.domain, "state": finding.state},
    }
    if reported.dismissal:
        said = f"{reported.dismissal.why} ({reported.dismissal.by}, {reported.dismissal.at})"
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": said}]
    return result


def _place(path: str, line: int) -> dict[str, object]:
    return {"artifactLocation": {"uri": quote(path)}, "region": {"startLine": line}}


def _note(text: str, path: str = "", line: int | None = None, prefix: str = "") -> dict[str, object]:
    note: dict[str, object] = {"level": "error" if path else "note", "message": {"text": text}}
    if path:
        note["locations"] = [{"physicalLocation": _place(f"{prefix}{path}", line or 1)}]
    return note
