"""Seeded faults are found, each by the check that is there for it."""

import pytest

from tests.checks.judging import findings
from tests.checks.wrong import WRONG


@pytest.mark.parametrize(
    ("check", "locale", "role", "source", "target"), WRONG, ids=[f"{w[0]}-{w[4][:40]}" for w in WRONG]
)
def test_a_fault_is_found_and_explained(check: str, locale: str, role: str, source: str, target: str) -> None:
    found = [finding for finding in findings(source, target, locale, role) if finding.check == check]
    assert found, "nothing found"
    assert all(finding.message.endswith(".") and finding.advice for finding in found)
    assert all(0 <= f.span[0] < f.span[1] <= len(target) for f in found if f.span), "a span outside the text"
