"""Correct translations are left alone: a false alarm is a fault of the check."""

import pytest

from tests.checks.judging import findings
from tests.checks.right import RIGHT


@pytest.mark.parametrize(("locale", "role", "source", "target"), RIGHT, ids=[f"{r[0]}-{r[3][:30]}" for r in RIGHT])
def test_a_correct_translation_yields_nothing(locale: str, role: str, source: str, target: str) -> None:
    language = "nb" if source == "Relaterte artikler" else ""
    assert [f"{f.check}: {f.message}" for f in findings(source, target, locale, role, language)] == []
