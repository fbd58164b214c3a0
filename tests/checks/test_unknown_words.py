"""A misspelt word is a warning where nothing else can be meant, and a hint where it may be new or borrowed."""

from __future__ import annotations

import pytest

from tests.checks.judging import findings


def severities(target: str) -> set[str]:
    found = findings("The weather was better than expected at the hospital.", target, "nb", "paragraph", "en")
    return {one.severity for one in found if one.check == "spelling"}


@pytest.mark.parametrize(
    "target", ["Været var bedre enn vnetet.", "De kom til sykheus.", "Flere er blitt arbiedsledige."]
)
def test_letters_that_changed_places_are_a_warning(target: str) -> None:
    assert severities(target) == {"warning"}


def test_a_short_word_near_another_one_is_a_hint() -> None:
    assert severities("De krver bedre vilkår.") == {"hint"}


def test_compounds_and_loans_are_right() -> None:
    assert severities("Vi bruker informasjonskapsler og podkaster om skattelettelser.") == set()
