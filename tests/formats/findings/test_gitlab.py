"""GitLab's code quality report."""

from __future__ import annotations

import json

from l10n.formats.findings.gitlab import serialize
from l10n.model.finding import Severity
from l10n.model.state import State
from tests.formats.findings.reports import HOSTILE, reported


def test_it_has_what_gitlab_asks_for() -> None:
    (issue,) = json.loads("".join(serialize([reported()], prefix="site/")))
    assert issue["description"].startswith("The source says")
    assert issue["check_name"] == "numbers"
    assert issue["severity"] == "critical"
    assert issue["location"] == {"path": "site/catalogs/nb/articles/storm.po", "lines": {"begin": 12}}


def test_no_findings_are_an_empty_array() -> None:
    assert json.loads("".join(serialize([]))) == []


def test_fingerprints_follow_the_message_and_not_the_line() -> None:
    here, moved = reported(line=12), reported(line=99, message="Other words.")
    again, other = reported(repeat=1), reported(msgid="It has 90%.")
    assert here.fingerprint == moved.fingerprint
    assert len({here.fingerprint, again.fingerprint, other.fingerprint}) == 3


def test_severities_are_gitlabs_own() -> None:
    found = [reported(), reported(state=State.DRAFT), reported(Severity.WARNING), reported(Severity.HINT)]
    issues = json.loads("".join(serialize(found)))
    assert [issue["severity"] for issue in issues] == ["critical", "minor", "minor", "info"]


def test_the_bytes_hold_nothing_that_a_terminal_obeys() -> None:
    text = "".join(serialize([reported(message=HOSTILE, msgid=HOSTILE)]))
    assert text.replace("\n", "").isprintable()
    assert json.loads(text)[0]["description"].startswith(HOSTILE)
